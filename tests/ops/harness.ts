// Runs cases of an op on the GPU and on the f64 executor: values, gradients, and the gradients against differences.

import { vectorJacobianProduct } from '../../engine/autodiff.ts';
import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import type { CpuProgram } from '../../engine/cpu/program.ts';
import type { GraphNode } from '../../engine/graph/node.ts';
import { sizeOf } from '../../engine/graph/shape.ts';
import { hash } from '../../engine/graph/shuffle.ts';
import { clockAtStart } from '../../engine/graph/step-state.ts';
import { multiply } from '../../engine/ops/binary.ts';
import { fill, input } from '../../engine/ops/leaves.ts';
import type { Executor, LoadedProgram, Session } from '../../engine/plan/executor.ts';
import { layoutParameters, type Program } from '../../engine/plan/program.ts';
import { sharedDevice } from '../../engine/webgpu/device.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { compareAll } from '../close.ts';
import { type Tensor, uniform } from './values.ts';

/** One op on given inputs. */
export interface Case {
  readonly name: string;
  readonly inputs: readonly Tensor[];
  readonly build: (...inputs: GraphNode[]) => GraphNode;
  /** Inputs to differentiate, by position; all by default. */
  readonly differentiate?: readonly number[];
  /** Terms of the longest sum: absolute tolerances grow with its root. */
  readonly terms?: number;
  readonly rtol?: number;
  readonly atol?: number;
  /** Not smooth at these inputs: differences would say nothing. */
  readonly kinked?: boolean;
  /** Takes the kernels that a real GPU gets, although this adapter is a software one. */
  readonly asHardware?: boolean;
}

/** The factor on inputs and output where the gradient is taken, so that the op stands in the middle of a graph. */
const scale = 1.5;
const knobs = { learningRate: 0, exampleCount: 1, seed: 2026 };
const clock = { ...clockAtStart(), step: 5 };

interface Traced {
  readonly program: Program;
  /** Value of the op. */
  readonly value: GraphNode;
  /** The op in the middle of a graph; the gradients belong to it. */
  readonly scaled: GraphNode;
  readonly wanted: readonly number[];
  readonly feeds: Readonly<Record<string, Float32Array>>;
}

function trace({ name, inputs, build, differentiate = inputs.map((_, i) => i) }: Case): Traced {
  const nodes = inputs.map(({ shape }, i) => input(`x${i}`, shape));
  const value = build(...nodes);
  const scaled = multiply(
    fill([], scale),
    build(...nodes.map((node, i) => (differentiate.includes(i) ? multiply(node, fill([], scale)) : node))),
  );
  const cotangent = input('cotangent', value.shape);
  const sources = differentiate.flatMap((i) => nodes[i] ?? []);
  const gradients = sources.length > 0 ? vectorJacobianProduct([scaled], [cotangent], sources) : [];
  const program: Program = {
    name,
    layout: layoutParameters([]),
    stateLength: 0,
    outputs: [value, ...gradients],
    gradients: [],
    effects: [],
    metricNames: [],
  };
  const feeds = Object.fromEntries(inputs.map(({ values }, i) => [`x${i}`, values]));
  return {
    program,
    value,
    scaled,
    wanted: differentiate,
    feeds: { ...feeds, cotangent: uniform(value.shape, 77, -1, 1).values },
  };
}

async function compute(loaded: LoadedProgram, feeds: Readonly<Record<string, Float32Array>>) {
  loaded.setKnobs(knobs);
  loaded.setClock(clock);
  return loaded.compute(feeds);
}

/** Central differences of Σ cotangent · scaled along one random direction for each input, against the gradients. */
async function checkDifferences(oracle: Session, traced: Traced, gradients: readonly ArrayLike<number>[]) {
  const { scaled, feeds, wanted, program } = traced;
  const loaded = (await oracle.load({ ...program, outputs: [scaled] }, {})) as CpuProgram;
  const objective = async (changed: Readonly<Record<string, Float64Array>>) => {
    await compute(loaded, { ...feeds, ...changed } as unknown as Record<string, Float32Array>);
    return dot(loaded.values.get(scaled) ?? [], feeds.cotangent ?? []);
  };
  for (const [position, i] of wanted.entries()) {
    const x = feeds[`x${i}`]!;
    const direction = Float64Array.from(x, (_, k) => (hash(k, 4711 + i) / 2 ** 31 - 1) as number);
    const along = (step: number) => ({ [`x${i}`]: Float64Array.from(x, (v, k) => v + step * direction[k]!) });
    const step = 1e-6;
    const difference = ((await objective(along(step))) - (await objective(along(-step)))) / (2 * step);
    const gradient = gradients[position]!;
    const size = Math.sqrt(dot(gradient, gradient)) * Math.sqrt(dot(direction, direction)) + 1e-3;
    const analytic = dot(gradient, direction);
    if (!(Math.abs(analytic - difference) <= 1e-5 * size)) {
      throw new Error(`gradient of input ${i} along a direction is ${analytic}, differences say ${difference}`);
    }
  }
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** What differs, in words; undefined when all outputs are close. */
function compareOutputs(
  { name, terms = 1, rtol = 1e-4, atol = 1e-5 }: Case,
  { wanted }: Traced,
  actual: readonly Float32Array[],
  expected: readonly ArrayLike<number>[],
): string | undefined {
  const root = Math.sqrt(terms);
  for (const [i, values] of actual.entries()) {
    const want = Float32Array.from(expected[i]!);
    const tolerance = i === 0 ? { rtol, atol: atol * root } : { rtol: Math.max(rtol, 1e-3), atol: atol * root };
    const { pass, message } = compareAll(values, want, tolerance);
    if (!pass) return `${name}: ${i === 0 ? 'value' : `gradient of input ${wanted[i - 1]}`}: ${message}`;
  }
  return undefined;
}

/** What of the cases differs between an f32 executor on the CPU and the f64 one, in words. */
export async function differencesOnCpu(cases: readonly Case[], executor: Executor): Promise<string[]> {
  const layout = layoutParameters([]);
  const session = await executor.createSession(layout, new Float32Array(layout.length));
  const oracle = await createCpuExecutor('f64').createSession(layout, new Float32Array(layout.length));
  const found: string[] = [];
  for (const one of cases) {
    const traced = trace(one);
    const loaded = await session.load(traced.program, {});
    const actual = await compute(loaded, traced.feeds);
    loaded.destroy();
    const expected = await compute(await oracle.load(traced.program, {}), traced.feeds);
    const difference = compareOutputs(one, traced, actual, expected);
    if (difference) found.push(difference);
  }
  return found;
}

async function runCase(one: Case, gpu: Session, oracle: Session, differences: boolean): Promise<string | undefined> {
  try {
    const traced = trace(one);
    const { program, feeds } = traced;
    const { traits } = await sharedDevice();
    // Plans are made before `load` first waits.
    const before = traits.software;
    (traits as { software: boolean }).software = one.asHardware ? false : before;
    const loading = gpu.load(program, {});
    (traits as { software: boolean }).software = before;
    const loaded = await loading;
    const reference = (await oracle.load(program, {})) as CpuProgram;
    await compute(reference, feeds);
    const expected = program.outputs.map((node) => reference.values.get(node) ?? []);
    const actual = await compute(loaded, feeds);
    loaded.destroy();
    const difference = compareOutputs(one, traced, actual, expected);
    if (difference) return difference;
    if (differences && traced.wanted.length > 0) await checkDifferences(oracle, traced, expected.slice(1));
    return undefined;
  } catch (error) {
    return `${one.name}: ${error instanceof Error ? error.message : error}`;
  }
}

/** Differences evaluate the oracle again and again: large cases are left to small ones of the same op. */
const largestDifferenced = 20_000;

/** Runs all cases, some at a time. @throws Error with the first ten that fail. */
export async function runCases(cases: readonly Case[]): Promise<void> {
  const layout = layoutParameters([]);
  const gpu = await (await createWebGpuExecutor()).createSession(layout, new Float32Array(layout.length));
  const oracle = await createCpuExecutor('f64').createSession(layout, new Float32Array(layout.length));
  const failures: string[] = [];
  const { gpu: device } = await sharedDevice();
  const onError = ({ error }: GPUUncapturedErrorEvent) => failures.push(error.message);
  device.addEventListener('uncapturederror', onError);
  const queue = [...cases];
  const work = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const size = one.inputs.reduce((total, { shape }) => total + sizeOf(shape), 0);
      const failure = await runCase(one, gpu, oracle, size <= largestDifferenced && !one.kinked);
      if (failure) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: 12 }, work));
  gpu.destroy();
  device.removeEventListener('uncapturederror', onError);
  if (failures.length > 0) {
    throw new Error(`${failures.length} of ${cases.length} cases fail:\n${failures.slice(0, 10).join('\n')}`);
  }
}

/** What a graph gives on the GPU. */
export async function onGpu(
  inputs: readonly Tensor[],
  build: (...inputs: GraphNode[]) => readonly GraphNode[],
): Promise<Float32Array[]> {
  const layout = layoutParameters([]);
  const session = await (await createWebGpuExecutor()).createSession(layout, new Float32Array(layout.length));
  const outputs = build(...inputs.map(({ shape }, i) => input(`x${i}`, shape)));
  const program = { name: 'graph', layout, stateLength: 0, outputs, gradients: [], effects: [], metricNames: [] };
  const loaded = await session.load(program, {});
  const values = await compute(loaded, Object.fromEntries(inputs.map((tensor, i) => [`x${i}`, tensor.values])));
  session.destroy();
  return values;
}
