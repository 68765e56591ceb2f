// The CPU executor: runs the graph node by node with the references of its ops. In f64 it is the oracle of the tests, in f32 the
// fallback for visitors without a GPU: large models on the kernels of `wasm/`, small chains of dense layers in loops of their own.

import { type GraphNode, inputOf, topologicalOrder } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { sizesOf } from '../ops/matmul-call.ts';
import { type DenseChain, denseChainOf, fitsTargets } from '../plan/dense-chain.ts';
import type { BackendInfo, Executor, ProgramData, Session } from '../plan/executor.ts';
import { Loss } from '../plan/loss.ts';
import type { ParameterLayout, Program } from '../plan/program.ts';
import { ChainLoop, tinyStep } from './chain.ts';
import { CpuProgram } from './program.ts';
import { allocate, type FloatArray, type Precision } from './reference.ts';

/**
 * Whether WebAssembly computes products, convolutions and elementwise passes: for programs that are large enough (`auto`), or
 * always, or never. Where it is forbidden the references do.
 */
export type KernelUse = 'auto' | 'always' | 'never';

/** Multiply-adds of a step from which the kernels are worth a memory of their own. */
const leastForKernels = 3_000;

/** An executor in this thread. `f64` computes in double precision; results read from it are still f32. */
export function createCpuExecutor(
  precision: Precision = 'f32',
  reason = 'The CPU was asked for.',
  kernels: KernelUse = 'auto',
): Executor {
  const info: BackendInfo = { executor: 'cpu', adapter: `CPU, ${precision}`, isSoftware: false, reason };
  return {
    info,
    loss: new Loss(),
    createSession: async (layout, parameters) => new CpuSession(precision, layout, parameters, kernels),
    destroy: () => {},
  };
}

export class CpuSession implements Session {
  /** Where the parameters are now: in the memory of the program that ran last, or here. */
  parameters: FloatArray;
  readonly precision: Precision;
  /** Where programs without a memory of their own have them. */
  readonly home: FloatArray;
  readonly #kernels: KernelUse;

  constructor(
    precision: Precision,
    layout: ParameterLayout,
    parameters: Float32Array,
    kernels: KernelUse = precision === 'f32' ? 'auto' : 'never',
  ) {
    this.precision = precision;
    this.home = allocate(precision, layout.length);
    this.home.set(parameters);
    this.parameters = this.home;
    this.#kernels = precision === 'f32' ? kernels : 'never';
  }

  /** @param recognise finds the chain that the program trains. */
  async load(
    program: Program,
    data: ProgramData,
    recognise: (program: Program) => DenseChain | undefined = denseChainOf,
  ): Promise<CpuProgram> {
    const order = orderOf(program);
    const mayLoop = this.precision === 'f32' && this.#kernels !== 'always';
    const found = mayLoop ? recognise(program) : undefined;
    const chain = found && fitsTargets(found) && ChainLoop.fits(found) ? found : undefined;
    const isTiny = chain && ChainLoop.fits(chain, tinyStep);
    const wanted =
      this.#kernels === 'auto' ? !isTiny && multiplyAdds(order) >= leastForKernels : this.#kernels === 'always';
    // Fetched when needed: a tiny model never loads it.
    const memory = wanted ? await import('./wasm/memory.ts') : undefined;
    const kernels = await memory?.KernelMemory.create(order, program, data);
    if (kernels) return new CpuProgram(this, program, data, { order, kernels });
    if (chain) return new CpuProgram(this, program, data, { order, chain });
    return new CpuProgram(this, program, data, { order });
  }

  async readParameters(): Promise<Float32Array> {
    return Float32Array.from(this.parameters);
  }

  writeParameters(values: Float32Array): void {
    this.parameters.set(values);
  }

  destroy(): void {}
}

/** The nodes of a program as they are computed. */
function orderOf(program: Program): readonly GraphNode[] {
  const effects = new Set(program.effects);
  const inputs = [...program.gradients.map(({ node }) => node), ...program.outputs];
  const before = topologicalOrder([...inputs, ...program.effects.flatMap((effect) => effect.inputs)]);
  return [...before.filter((node) => !effects.has(node)), ...program.effects];
}

/** Multiply-adds of the products and convolutions of a step. */
const multiplyAdds = (order: readonly GraphNode[]): number =>
  order.reduce((total, node) => {
    if (node.op === 'matmul') return total + sizeOf(node.shape) * sizesOf(node).k;
    if (node.op === 'conv2d') return total + sizeOf(node.shape) * sizeOf(inputOf(node, 1).shape.slice(0, 3));
    return total;
  }, 0);
