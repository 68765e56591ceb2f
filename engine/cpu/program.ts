// A program on the CPU: all memory laid out before the first step, and the work that each step repeats.

import { type GraphNode, inputOf } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { type Clock, clockAtStart, type Knobs, type MetricsRow } from '../graph/step-state.ts';
import type { DenseChain } from '../plan/dense-chain.ts';
import type { LoadedProgram, Origin, ProgramData, Snapshot } from '../plan/executor.ts';
import { allFinite } from '../plan/finite.ts';
import type { Program } from '../plan/program.ts';
import { ChainLoop } from './chain.ts';
import type { CpuSession } from './executor.ts';
import { allocate, type CpuState, type FloatArray } from './reference.ts';
import { referenceOf } from './references/index.ts';
import { rowHead, unpackRows } from './rows.ts';
import type { KernelMemory } from './wasm/memory.ts';

/** What a step repeats for one node. */
interface Work {
  readonly node: GraphNode;
  readonly run: () => void;
}

/** How a program is computed. */
interface Means {
  readonly order: readonly GraphNode[];
  readonly chain?: DenseChain;
  readonly kernels?: KernelMemory;
}

/** A program with its memory. `values` is open to tests: the oracle's every intermediate value. */
export class CpuProgram implements LoadedProgram {
  readonly values = new Map<GraphNode, FloatArray>();
  /** A call of the worker is one, whatever it runs: only a GPU must not be kept for too long. */
  readonly dispatchCount = 1;
  /** What computes a step. */
  readonly means: 'loops' | 'kernels' | 'references';
  readonly #session: CpuSession;
  readonly #program: Program;
  readonly #data: Record<string, Float32Array | Uint8Array>;
  readonly #inputs = new Map<string, FloatArray>();
  readonly #steps: readonly Work[];
  readonly #state: CpuState & { clock: Clock; knobs: Knobs };
  #sums: ArrayLike<number> = [];
  /** Small chains of dense layers have loops of their own; the oracle runs node by node, as it is what all is compared with. */
  readonly #chain: ChainLoop | undefined;
  readonly #kernels: KernelMemory | undefined;

  constructor(session: CpuSession, program: Program, data: ProgramData, { order, chain, kernels }: Means) {
    this.#session = session;
    this.#program = program;
    this.#data = { ...data };
    this.#kernels = kernels;
    this.#state = {
      parameters: kernels?.parameters ?? session.home,
      gradients: kernels?.gradients ?? allocate(session.precision, program.layout.length),
      state: kernels?.state ?? allocate(session.precision, program.stateLength),
      clock: clockAtStart(),
      knobs: { learningRate: 0, exampleCount: 1, seed: 0 },
      data: (name) => this.#data[name] ?? missingData(name),
      record: (sums) => {
        this.#sums = sums;
      },
    };
    this.#steps = order.flatMap((node) => this.#prepare(node));
    this.#chain = chain && new ChainLoop(program, chain, this.#state);
    this.means = chain ? 'loops' : kernels ? 'kernels' : 'references';
  }

  /** Gives the node its memory and returns the work that each step repeats. */
  #prepare(node: GraphNode): Work[] {
    const { precision } = this.#session;
    if (node.op === 'parameter') {
      const { offset } = node.attributes;
      this.values.set(node, this.#state.parameters.subarray(offset, offset + sizeOf(node.shape)));
      return [];
    }
    if (node.op === 'data') {
      // Packed rows stay packed, and only gatherRows reads them; plain numbers may be read where they are.
      const { name } = node.attributes;
      const given = this.#data[name];
      const stored = given && this.#kernels ? this.#kernels.dataOf(node, given) : given;
      if (stored) this.#data[name] = stored;
      const plain = stored instanceof Float32Array ? stored : new Float32Array(0);
      this.values.set(node, precision === 'f32' ? plain : Float64Array.from(plain));
      return [];
    }
    if (node.op === 'reshape') {
      this.values.set(node, this.values.get(inputOf(node, 0)) ?? allocate(precision, 0));
      return this.#gradientCopies(node);
    }
    // Memory between kernels: no graph holds it.
    if (node.op === 'scratch') return [];
    const output =
      this.#kernels?.valuesOf(node) ?? allocate(precision, node.op === 'optimizerUpdate' ? 0 : sizeOf(node.shape));
    this.values.set(node, output);
    if (node.op === 'input') {
      this.#inputs.set(node.attributes.name, output);
      return this.#gradientCopies(node);
    }
    if (node.op === 'fill' || node.op === 'constant') {
      referenceOf(node)(node, [], output, this.#state);
      return this.#gradientCopies(node);
    }
    const reference = referenceOf(node);
    const inputs = node.inputs.map((input) => this.values.get(input) ?? allocate(precision, 0));
    const run = this.#kernels?.workOf(node, this.#state) ?? (() => reference(node, inputs, output, this.#state));
    return [{ node, run }, ...this.#gradientCopies(node)];
  }

  /** A node that is a parameter's gradient also lands in the flat gradient buffer. */
  #gradientCopies(node: GraphNode): Work[] {
    const value = this.values.get(node);
    const { gradients } = this.#state;
    const isThere = (offset: number) =>
      value?.buffer === gradients.buffer && value.byteOffset === gradients.subarray(offset).byteOffset;
    return this.#program.gradients
      .filter((gradient) => gradient.node === node && !isThere(gradient.parameter.attributes.offset))
      .map(({ parameter }) => ({
        node,
        run: () => value && this.#state.gradients.set(value, parameter.attributes.offset),
      }));
  }

  /** Before anything is computed: the parameters as the last program left them. */
  #takeParameters(): void {
    const { parameters } = this.#state;
    if (this.#session.parameters === parameters) return;
    parameters.set(this.#session.parameters);
    this.#session.parameters = parameters;
  }

  setKnobs(knobs: Knobs): void {
    Object.assign(this.#state.knobs, knobs);
    this.#chain?.forget();
  }

  setClock(clock: Clock): void {
    Object.assign(this.#state.clock, clock);
  }

  writeData(name: string, values: Float32Array | Uint8Array, byteOffset: number): void {
    let target = this.#data[name] ?? missingData(name);
    const first = byteOffset / target.BYTES_PER_ELEMENT;
    if (first + values.length > target.length) {
      const longer = new (target.constructor as typeof Float32Array)(first + values.length);
      longer.set(target);
      if (this.#kernels) throw new Error(`The column "${name}" has no room for ${first + values.length} numbers.`);
      target = longer;
      this.#data[name] = target;
    }
    target.set(values, first);
    this.#chain?.forget();
  }

  async run(steps: number): Promise<MetricsRow[]> {
    return unpackRows(this.runPacked(steps), this.#program.metricNames.length);
  }

  /** Runs steps; their rows one after another in one array, which costs nothing to hand to another thread. */
  runPacked(steps: number): Float64Array<ArrayBuffer> {
    this.#takeParameters();
    const { clock, knobs, parameters } = this.#state;
    const trains = this.#program.effects.some((effect) => effect.op === 'optimizerUpdate');
    const tick = this.#program.effects.find((effect) => effect.op === 'tick');
    const batchSize = tick?.op === 'tick' ? tick.attributes.batchSize : 0;
    const metricCount = this.#program.metricNames.length;
    const rows = new Float64Array(steps * (rowHead + metricCount));
    const chain = this.#chain;
    let at = 0;
    for (let step = 0; step < steps; step++) {
      const { epoch, batch } = clock;
      if (chain) {
        chain.step();
        this.#sums = chain.sums;
      } else for (const { run } of this.#steps) run();
      rows[at] = clock.step;
      rows[at + 1] = epoch;
      rows[at + 2] = Math.min(batchSize, knobs.exampleCount - batch * batchSize);
      rows[at + 3] = Number(!trains || (chain ? chain.finite : allFinite(parameters)));
      for (let i = 0; i <= metricCount; i++) rows[at + 4 + i] = this.#sums[i] ?? Number.NaN;
      at += rowHead + metricCount;
    }
    return rows;
  }

  async compute(inputs: Readonly<Record<string, Float32Array>>): Promise<Float32Array[]> {
    return this.computeNow(inputs);
  }

  computeNow(inputs: Readonly<Record<string, Float32Array>>): Float32Array[] {
    this.#takeParameters();
    for (const [name, values] of Object.entries(inputs)) this.#inputs.get(name)?.set(values);
    for (const { run } of this.#steps) run();
    return this.#program.outputs.map((node) => Float32Array.from(this.values.get(node) ?? []));
  }

  async snapshot(): Promise<Snapshot> {
    this.#takeParameters();
    const { parameters, state, clock } = this.#state;
    return { parameters: Float32Array.from(parameters), state: Float32Array.from(state), clock: { ...clock } };
  }

  restore({ parameters, state, clock }: Snapshot): void {
    this.#takeParameters();
    this.#state.parameters.set(parameters);
    this.#state.state.set(state.subarray(0, this.#state.state.length));
    Object.assign(this.#state.clock, clock);
  }

  async findNonFinite(): Promise<Origin | undefined> {
    this.#takeParameters();
    for (const { node, run } of this.#steps) {
      run();
      const written = node.op === 'optimizerUpdate' ? this.#state.parameters : this.values.get(node);
      if (written && !allFinite(written)) return originOf(node, this.#program);
    }
    return undefined;
  }

  destroy(): void {
    if (this.#session.parameters === this.#kernels?.parameters) {
      this.#session.home.set(this.#session.parameters);
      this.#session.parameters = this.#session.home;
    }
    this.#kernels?.destroy();
    this.values.clear();
  }
}

function originOf(node: GraphNode, { gradients }: Program): Origin {
  const isGradient = node.op === 'activationGradient' || node.op === 'rowLossGradient';
  const operation = 'function' in node.attributes && !isGradient ? node.attributes.function : node.op;
  const written = gradients.find((gradient) => gradient.node === node);
  const parameter = written?.parameter ?? node.inputs.find((input) => input.op === 'parameter');
  return {
    operation,
    ...(parameter?.op === 'parameter' && { parameter: parameter.attributes.name }),
    writesGradient: written !== undefined,
  };
}

function missingData(name: string): never {
  throw new Error(`The program reads the dataset column "${name}", which was not given.`);
}
