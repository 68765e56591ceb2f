// One program on the kernels: its memory, in which every value has its place before the first step, and its nodes' work.

import { type GraphNode, inputOf } from '../../graph/node.ts';
import { sizeOf } from '../../graph/shape.ts';
import { wordsPerRow } from '../../ops/batch.ts';
import type { ProgramData } from '../../plan/executor.ts';
import type { Program } from '../../plan/program.ts';
import type { CpuState } from '../reference.ts';
import { compileKernels, instantiate, type KernelName, type Kernels, mostPages, pageBytes } from './module.ts';
import { type Pool, poolOf } from './pool.ts';
import { type Extent, type VectorWork, vectorize } from './vectorize.ts';

/** Below this a part costs less than handing it to another thread. */
const shortestPartNs = 15_000;
/** Parts for each thread: one that is held up leaves its share to the others. */
const partsPerThread = 4;

/** Addresses that are given out one after another. */
class Layout {
  bytes = 64;

  /** Whole cache lines, with a vector to read beyond the end. */
  take(bytes: number): number {
    const address = this.bytes;
    this.bytes += Math.ceil((bytes + 16) / 64) * 64;
    return address;
  }
}

interface Places {
  readonly nodes: ReadonlyMap<GraphNode, number>;
  readonly works: ReadonlyMap<GraphNode, { readonly work: VectorWork; readonly own: number }>;
  readonly parameters: number;
  readonly gradients: number;
  readonly state: number;
  readonly scratch: number;
  readonly scratchBytes: number;
  readonly bytes: number;
}

function layOut(order: readonly GraphNode[], program: Program, data: ProgramData, threads: number): Places {
  const layout = new Layout();
  const nodes = new Map<GraphNode, number>();
  const works = new Map<GraphNode, { work: VectorWork; own: number }>();
  const parameters = layout.take(4 * program.layout.length);
  const gradients = layout.take(4 * program.layout.length);
  const state = layout.take(4 * program.stateLength);
  // Gradients are computed where the optimizer reads them, unless penalties are added to them there.
  if (!order.some(({ op }) => op === 'gradientSums')) {
    for (const { parameter, node } of program.gradients) {
      const held = node.op === 'parameter' || node.op === 'data' || node.op === 'reshape';
      if (!held && !nodes.has(node)) nodes.set(node, gradients + 4 * parameter.attributes.offset);
    }
  }
  let scratchBytes = 0;
  for (const node of order) {
    if (nodes.has(node)) {
      // Placed above.
    } else if (node.op === 'parameter') nodes.set(node, parameters + 4 * node.attributes.offset);
    else if (node.op === 'reshape') nodes.set(node, nodes.get(inputOf(node, 0)) ?? 0);
    else if (node.op === 'data') nodes.set(node, layout.take(dataBytes(node, data)));
    else nodes.set(node, layout.take(4 * sizeOf(node.shape)));
    const work = vectorize(node);
    if (!work) continue;
    works.set(node, { work, own: work.ownBytes > 0 ? layout.take(work.ownBytes) : 0 });
    scratchBytes = Math.max(scratchBytes, Math.ceil(work.scratchBytes / 64) * 64);
  }
  const scratch = layout.take(scratchBytes * threads);
  return { nodes, works, parameters, gradients, state, scratch, scratchBytes, bytes: layout.bytes };
}

/** Room for all examples that the column may ever have. */
function dataBytes(
  { attributes: { name, encoding }, shape: [count = 0, ...example] }: GraphNode<'data'>,
  data: ProgramData,
) {
  return Math.max(data[name]?.byteLength ?? 0, 4 * count * wordsPerRow(sizeOf(example), encoding));
}

export class KernelMemory {
  readonly parameters: Float32Array;
  readonly gradients: Float32Array;
  readonly state: Float32Array;
  readonly #places: Places;
  readonly #memory: WebAssembly.Memory;
  readonly #kernels: Kernels;
  readonly #pool: Pool | undefined;
  readonly #program: number;

  private constructor(program: Program, places: Places, module: WebAssembly.Module, pool: Pool | undefined) {
    const pages = Math.ceil(places.bytes / pageBytes);
    this.#memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: pool !== undefined });
    this.#places = places;
    this.#kernels = instantiate(module, this.#memory);
    this.#pool = pool;
    const { scratch, scratchBytes } = places;
    this.#program = pool?.addProgram(module, this.#memory, scratch + scratchBytes, scratchBytes) ?? 0;
    this.parameters = this.#floats(places.parameters, program.layout.length);
    this.gradients = this.#floats(places.gradients, program.layout.length);
    this.state = this.#floats(places.state, program.stateLength);
  }

  /** Undefined where WebAssembly or so much memory cannot be had: the references run as well, more slowly. */
  static async create(
    order: readonly GraphNode[],
    program: Program,
    data: ProgramData,
  ): Promise<KernelMemory | undefined> {
    const pool = poolOf();
    const module = await compileKernels(pool !== undefined);
    const places = layOut(order, program, data, pool?.threads ?? 1);
    if (!module || places.bytes > mostPages * pageBytes) return undefined;
    try {
      return new KernelMemory(program, places, module, pool);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  }

  #floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, length);
  }

  #addressOf(node: GraphNode): number {
    const address = this.#places.nodes.get(node);
    if (address === undefined) throw new Error(`${node.op}: the node has no place in the program's memory`);
    return address;
  }

  /** A node's values, where the kernels read and write them. */
  valuesOf(node: GraphNode): Float32Array {
    return this.#floats(this.#addressOf(node), node.op === 'optimizerUpdate' ? 0 : sizeOf(node.shape));
  }

  /** A dataset column with room for what arrives later, `stored` in its beginning. */
  dataOf(node: GraphNode<'data'>, stored: Float32Array | Uint8Array): Float32Array | Uint8Array {
    const bytes = dataBytes(node, { [node.attributes.name]: stored });
    const column =
      stored instanceof Float32Array
        ? this.#floats(this.#addressOf(node), bytes / 4)
        : new Uint8Array(this.#memory.buffer, this.#addressOf(node), bytes);
    column.set(stored);
    return column;
  }

  /** What computes the node on the kernels; undefined where its reference must. */
  workOf(node: GraphNode, cpu: CpuState): (() => void) | undefined {
    const found = this.#places.works.get(node);
    if (!found) return undefined;
    const { parameters, gradients, state } = this.#places;
    return found.work.bind({
      addressOf: (other) => this.#addressOf(other),
      own: found.own,
      parameters,
      gradients,
      state,
      values: new Float32Array(this.#memory.buffer),
      run: (kernel, numbers, extent) => this.#run(kernel, numbers, extent),
      cpu,
    });
  }

  #run(kernel: KernelName, numbers: readonly number[], { items, itemNs, multiple = 1 }: Extent): void {
    const pool = this.#pool;
    const call = this.#kernels[kernel];
    const { scratch } = this.#places;
    const parts = pool ? Math.min(partsPerThread * pool.threads, Math.floor((items * itemNs) / shortestPartNs)) : 1;
    const grain = parts > 1 ? Math.ceil(items / parts / multiple) * multiple : items;
    if (pool && grain < items) {
      pool.run(this.#program, kernel, numbers, items, grain, (from, to) => call(...numbers, from, to, scratch));
    } else call(...numbers, 0, items, scratch);
  }

  destroy(): void {
    this.#pool?.removeProgram(this.#program);
  }
}
