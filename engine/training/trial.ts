// Measures which executor trains a program faster: a few steps on each, once per adapter and program; the answer is kept.

import { type GraphNode, topologicalOrder } from '../graph/node.ts';
import type { Clock, Knobs } from '../graph/step-state.ts';
import type { Executor, ProgramData } from '../plan/executor.ts';
import type { Program } from '../plan/program.ts';

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
  /** It was measured before, on this adapter. */
  readonly remembered: boolean;
}

/** How long an executor is tried, after a first run that builds and warms it. */
const trialMs = 25;
const mostSteps = 512;

/** Steps per second, from runs that double until one is long enough to tell. */
async function stepRate(executor: Executor, { program, data, parameters, knobs, clock }: Trial): Promise<number> {
  const session = await executor.createSession(program.layout, parameters);
  try {
    const loaded = await session.load(program, data);
    loaded.setKnobs(knobs);
    loaded.setClock(clock);
    await loaded.run(1);
    for (let steps = 1; ; steps *= 4) {
      const started = performance.now();
      await loaded.run(Math.min(steps, mostSteps));
      const elapsed = performance.now() - started;
      if (elapsed >= trialMs || steps >= mostSteps)
        return (1000 * Math.min(steps, mostSteps)) / Math.max(elapsed, 0.01);
    }
  } finally {
    session.destroy();
  }
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

const storageKey = 'slope:step-rates';
type Kept = Record<string, readonly [webgpu: number, cpu: number]>;

/** Storage may be forbidden, absent (Node) or hold another version's values. */
function readKept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Kept;
  } catch {
    return {};
  }
}

function keep(key: string, rates: readonly [number, number]): void {
  try {
    // The latest hundred: an experiment that is played with makes many shapes.
    const entries = [...Object.entries(readKept()), [key, rates] as const].slice(-100);
    localStorage.setItem(storageKey, JSON.stringify(Object.fromEntries(entries)));
  } catch {
    // Next time it is measured again.
  }
}

/** The rates of both executors for this program. */
export async function tryBoth(trial: Trial, adapter: string, webgpu: Executor, cpu: Executor): Promise<TrialResult> {
  const key = `${adapter} ${shapesOf(trial.program)}`;
  const [keptGpu, keptCpu] = readKept()[key] ?? [];
  if (keptGpu !== undefined && keptCpu !== undefined) return { webgpu: keptGpu, cpu: keptCpu, remembered: true };
  const rates = [Math.round(await stepRate(webgpu, trial)), Math.round(await stepRate(cpu, trial))] as const;
  keep(key, rates);
  return { webgpu: rates[0], cpu: rates[1], remembered: false };
}
