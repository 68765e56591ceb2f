// Measures which executor trains a program faster: medians of short runs of each, in turn. The answer is kept with its figures and its
// age, and forgotten when training contradicts it.

import { type GraphNode, topologicalOrder } from '../graph/node.ts';
import type { Clock, Knobs } from '../graph/step-state.ts';
import type { Executor, LoadedProgram, ProgramData } from '../plan/executor.ts';
import type { Program } from '../plan/program.ts';
import { stepLimit } from './pacing.ts';

/** What is to be trained, with which the executors are tried. */
export interface Trial {
  readonly program: Program;
  readonly data: ProgramData;
  readonly parameters: Float32Array;
  readonly knobs: Knobs;
  readonly clock: Clock;
}

/** Steps per second of each executor. */
export interface TrialResult {
  readonly webgpu: number;
  readonly cpu: number;
  /** How long ago it was measured, in ms; 0 is now. */
  readonly age: number;
  /** Training went at so many steps per second: if the figures promised something else, they are forgotten. */
  readonly observed: (executor: 'webgpu' | 'cpu', stepsPerSecond: number) => void;
}

/** A run aims at so long: two of them are in flight, as in training. */
const sliceMs = 5;
/** The most that timed runs take in all, when every step is long. */
const budgetMs = 150;
const rounds = 5;
/** An executor that is behind by so much after its first run is not tried again. */
const hopeless = 8;
/** Figures older than this are measured again: browsers and drivers change. */
const oldestMs = 7 * 24 * 3600 * 1000;
/** Between these factors training is as fast as was measured, or as noisy. */
const contradiction = 3;

/** One executor with the program on it. */
interface Candidate {
  readonly rates: number[];
  readonly loaded: LoadedProgram;
  steps: number;
  readonly destroy: () => void;
}

async function prepare(executor: Executor, { program, data, parameters, knobs, clock }: Trial): Promise<Candidate> {
  const session = await executor.createSession(program.layout, parameters);
  const loaded = await session.load(program, data);
  loaded.setKnobs(knobs);
  loaded.setClock(clock);
  // Builds what is built late.
  await loaded.run(1);
  return { rates: [], loaded, steps: 1, destroy: () => session.destroy() };
}

async function timed({ loaded, steps }: Candidate): Promise<number> {
  const started = performance.now();
  await Promise.all([loaded.run(steps), loaded.run(steps)]);
  return Math.max(performance.now() - started, 0.05);
}

/** Lengthens the runs until one is long enough to tell; that compiles the CPU's code, too. Its first rate is only a guess. */
async function calibrate(candidate: Candidate): Promise<number> {
  const most = Math.min(stepLimit(candidate.loaded.dispatchCount), 256);
  for (;;) {
    const elapsed = await timed(candidate);
    const rate = (2000 * candidate.steps) / elapsed;
    if (elapsed >= 2 * sliceMs || candidate.steps >= most) return rate;
    candidate.steps = Math.min(most, candidate.steps * Math.max(2, Math.floor((2 * sliceMs) / elapsed)));
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Steps per second of both; in turn, so that a busy moment of the machine slows both down. */
async function measure(trial: Trial, executors: readonly Executor[]): Promise<number[]> {
  const small = fewExamples(trial);
  const candidates: Candidate[] = [];
  try {
    for (const executor of executors) candidates.push(await prepare(executor, small));
    const guesses: number[] = [];
    for (const candidate of candidates) guesses.push(await calibrate(candidate));
    const fastest = Math.max(...guesses);
    const started = performance.now();
    for (let round = 0; round < rounds && performance.now() - started < budgetMs; round++)
      for (const [i, candidate] of candidates.entries()) {
        if ((guesses[i] ?? 0) * hopeless < fastest) continue;
        candidate.rates.push((2000 * candidate.steps) / (await timed(candidate)));
      }
    return candidates.map(({ rates }, i) => (rates.length > 0 ? median(rates) : (guesses[i] ?? 0)));
  } finally {
    for (const { destroy } of candidates) destroy();
  }
}

/** The same with the first four batches only: what is sent to two executors for a moment should be little. */
function fewExamples(trial: Trial): Trial {
  const { data, knobs, program } = trial;
  const tick = program.effects.find((effect) => effect.op === 'tick');
  const wanted = tick?.op === 'tick' ? 4 * tick.attributes.batchSize : knobs.exampleCount;
  const count = Math.min(wanted, knobs.exampleCount);
  const short = Object.entries(data).map(([name, column]) => {
    const rowLength = column.length / knobs.exampleCount;
    return [name, Number.isInteger(rowLength) ? column.slice(0, count * rowLength) : column] as const;
  });
  return { ...trial, data: Object.fromEntries(short), knobs: { ...knobs, exampleCount: count } };
}

const nodesOf = ({ gradients, effects, outputs }: Program): GraphNode[] =>
  topologicalOrder([...gradients.map(({ node }) => node), ...outputs, ...effects]);

/** One text for programs of the same ops and shapes; which numbers they compute with matters not. */
function shapesOf(program: Program): string {
  let hash = 5381;
  for (const { op, shape } of nodesOf(program)) {
    // A dataset that grows is the same program.
    const text = op === 'data' ? op : `${op} ${shape.join(' ')};`;
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0;
  }
  return hash.toString(36);
}

/** The name changes with what the figures mean. */
const storageKey = 'slope:step-rates-2';

interface Kept {
  readonly webgpu: number;
  readonly cpu: number;
  /** When it was measured: ms since 1970. */
  readonly at: number;
}

/** Storage may be forbidden, absent (Node) or hold something else. */
function readKept(): Record<string, Partial<Kept>> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, Partial<Kept>>;
  } catch {
    return {};
  }
}

/** Keeps figures, or forgets them when there are none. */
function keep(key: string, figures: Kept | undefined): void {
  try {
    const others = Object.entries(readKept()).filter(([other]) => other !== key);
    // The latest hundred: an experiment that is played with makes many shapes.
    const entries = [...others, ...(figures ? [[key, figures] as const] : [])].slice(-100);
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(entries)));
  } catch {
    // Next time it is measured again.
  }
}

/** The rates of both executors for this program. */
export async function tryBoth(trial: Trial, adapter: string, webgpu: Executor, cpu: Executor): Promise<TrialResult> {
  const key = `${adapter} ${shapesOf(trial.program)}`;
  const kept = readKept()[key];
  const observed: TrialResult['observed'] = (executor, stepsPerSecond) => {
    const promised = readKept()[key]?.[executor] ?? stepsPerSecond;
    const factor = Math.max(promised / stepsPerSecond, stepsPerSecond / promised);
    if (factor > contradiction) keep(key, undefined);
  };
  if (kept?.webgpu !== undefined && kept.cpu !== undefined && kept.at !== undefined) {
    const age = Date.now() - kept.at;
    if (age >= 0 && age < oldestMs) return { webgpu: kept.webgpu, cpu: kept.cpu, age: Math.max(age, 1), observed };
  }
  const [cpuRate = 0, gpuRate = 0] = await measure(trial, [cpu, webgpu]);
  keep(key, { webgpu: gpuRate, cpu: cpuRate, at: Date.now() });
  return { webgpu: gpuRate, cpu: cpuRate, age: 0, observed };
}

/** An age in words. */
export function ageInWords(age: number): string {
  if (age === 0) return 'just now';
  const minutes = age / 60_000;
  const [count, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 48 * 60 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day'];
  const whole = Math.max(1, Math.round(count));
  return `${whole} ${unit}${whole === 1 ? '' : 's'} ago`;
}
