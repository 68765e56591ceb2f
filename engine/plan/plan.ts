// From a program to a plan: fused groups in order, a place in memory for each node, and the list of dispatches.

import type { Dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, topologicalOrder } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { clockWords, knobWords, ringRows, ringRowWords } from '../graph/step-state.ts';
import { wordsPerRow } from '../ops/batch.ts';
import { multiply } from '../ops/binary.ts';
import type { DeviceTraits, Operand, SharedBuffer } from '../ops/definition.ts';
import { fill } from '../ops/leaves.ts';
import { fuse, type Group } from './fuse.ts';
import type { Program } from './program.ts';

/** What a buffer of the plan holds, and so who fills it. */
export type BufferRole =
  | { readonly role: SharedBuffer | 'unused' | 'temporary' }
  | { readonly role: 'output'; readonly index: number }
  | { readonly role: 'input' | 'data'; readonly name: string }
  | { readonly role: 'constant'; readonly values: number | Float32Array };

export type PlannedBuffer = BufferRole & { readonly byteLength: number };

/** A part of a buffer; `buffer` is its position in the plan. */
export interface BufferSlice {
  readonly buffer: number;
  readonly byteOffset: number;
  readonly byteLength: number;
}

export type PlannedDispatch = Dispatch<BufferSlice> & { readonly label: string };

/** Everything an executor needs, as plain data. */
export interface Plan {
  readonly name: string;
  readonly buffers: readonly PlannedBuffer[];
  readonly dispatches: readonly PlannedDispatch[];
  /** Where the whole loop is one kernel: dispatches that do 1, 2, 4, … steps instead. */
  readonly loop?: readonly PlannedDispatch[];
  /** A step's ops are not dispatches of their own: to look at each, the program has to be planned again, op by op. */
  readonly whole?: boolean;
  /** Where each output of the program stands, with its length in elements. */
  readonly outputs: readonly (BufferSlice & { readonly elements: number })[];
}

/** Bindings of vec4 arrays want whole vectors; 16 bytes are also the least a buffer has. */
export const paddedBytes = (elements: number) => Math.max(16, Math.ceil(elements / 4) * 16);

/** The node whose memory a view shares. */
function storageOf(node: GraphNode): GraphNode {
  let storage = node;
  while (storage.op === 'reshape' && storage.inputs[0]) storage = storage.inputs[0];
  return storage;
}

/** One dispatch after another. */
export function plan(program: Program, traits: DeviceTraits): Plan {
  const gradients = ownGradients(program);
  const outputs = program.outputs.map((node) => (isLeaf(storageOf(node)) ? copyOf(node) : node));
  const kept = new Set([...gradients.map(({ node }) => node), ...outputs].flatMap((node) => [node, storageOf(node)]));
  const effects = new Set(program.effects);
  const order = topologicalOrder([
    ...gradients.map(({ node }) => node),
    ...outputs,
    ...program.effects.flatMap((effect) => effect.inputs),
  ]).filter((node) => !effects.has(node));
  const groups = fuse([...order, ...program.effects], kept);

  const memory = new Memory(program, wholeFills(groups));
  for (const { parameter, node } of gradients) {
    memory.assign(storageOf(node), memory.shared('gradients', parameter.attributes.offset, sizeOf(parameter.shape)));
  }
  outputs.forEach((node, index) => {
    const storage = storageOf(node);
    if (!memory.has(storage)) memory.assign(storage, memory.add({ role: 'output', index }, sizeOf(node.shape)));
  });

  const lastRead = lastReads(groups);
  const dispatches: PlannedDispatch[] = [];
  groups.forEach((group, position) => {
    if (group.nodes.every((node) => node.op === 'reshape' || isLeaf(node))) return;
    if (group.nodes.every((node) => sizeOf(node.shape) === 0)) return;
    for (const call of group.calls(traits)) {
      const bindings: Record<string, BufferSlice> = {};
      for (const [name, operand] of Object.entries(call.bindings)) {
        bindings[name] = memory.slice(operand, position, lastRead);
      }
      dispatches.push({ ...call, bindings, label: `${group.name} (${call.kernel.name})` });
    }
  });
  return {
    name: program.name,
    buffers: memory.buffers,
    dispatches,
    outputs: outputs.map((node) => ({ ...memory.slice(node, groups.length, lastRead), elements: sizeOf(node.shape) })),
  };
}

const isLeaf = (node: GraphNode) => node.inputs.length === 0 && !node.op.startsWith('batch');
const copyOf = (node: GraphNode) => multiply(node, fill([], 1));

/**
 * A node of its own for each parameter's gradient: two parameters may share one, and a leaf has memory elsewhere. One that other
 * ops read is copied too: a dispatch may not read the buffer of gradients and write another gradient into it. In a batch of one
 * example this is so, because the gradient of a bias is then that of the layer's sum itself.
 */
function ownGradients(program: Program) {
  const taken = readByOps(program);
  return program.gradients.map(({ parameter, node }) => {
    const storage = storageOf(node);
    const own = taken.has(storage) || isLeaf(storage) ? copyOf(node) : node;
    taken.add(storageOf(own));
    return { parameter, node: own };
  });
}

/** What ops of the backward pass read, views looked through. */
function readByOps({ gradients, outputs }: Program): Set<GraphNode> {
  const nodes = topologicalOrder([...gradients.map(({ node }) => node), ...outputs]);
  return new Set(nodes.flatMap((node) => (node.op === 'reshape' ? [] : node.inputs.map(storageOf))));
}

/** Fills that something reads element by element. Where only `binary` reads them, one value is enough: it repeats it. */
function wholeFills(groups: readonly Group[]): Set<GraphNode> {
  const repeats = (group: Group, input: GraphNode) =>
    input.op === 'fill' && group.nodes.length === 1 && group.nodes[0]?.op === 'binary';
  const inputs = groups.flatMap((group) =>
    group.nodes.flatMap((node) => node.inputs.filter((input) => !repeats(group, input))),
  );
  return new Set(inputs.map(storageOf));
}

/** For each stored node, the last group that reads it. */
function lastReads(groups: readonly Group[]): Map<GraphNode, number> {
  const last = new Map<GraphNode, number>();
  groups.forEach((group, position) => {
    for (const node of group.nodes) for (const input of node.inputs) last.set(storageOf(input), position);
  });
  return last;
}

/** The plan's buffers. Temporaries share memory once their last reader is past; an output never shares its inputs' buffer. */
export class Memory {
  readonly buffers: (PlannedBuffer & { byteLength: number })[] = [];
  readonly #slices = new Map<GraphNode, BufferSlice>();
  readonly #shared = new Map<string, number>();
  /** Temporary buffers with the position of the group that reads them last. */
  readonly #temporaries: { buffer: number; busyUntil: number }[] = [];

  readonly #program: Program;
  readonly #wholeFills: ReadonlySet<GraphNode>;

  constructor(program: Program, wholeFills: ReadonlySet<GraphNode>) {
    this.#program = program;
    this.#wholeFills = wholeFills;
  }

  has(node: GraphNode): boolean {
    return this.#slices.has(node);
  }

  assign(node: GraphNode, slice: BufferSlice): void {
    this.#slices.set(node, slice);
  }

  add(role: BufferRole, elements: number): BufferSlice {
    const byteLength = paddedBytes(elements);
    this.buffers.push({ ...role, byteLength });
    return { buffer: this.buffers.length - 1, byteOffset: 0, byteLength };
  }

  /** A part of one of the buffers that the whole program shares. */
  shared(name: SharedBuffer | 'unused', offset = 0, elements?: number): BufferSlice {
    const whole = {
      parameters: this.#program.layout.length,
      gradients: this.#program.layout.length,
      state: this.#program.stateLength,
      clock: clockWords,
      knobs: knobWords,
      ring: ringRows * ringRowWords,
      unused: 64,
    }[name];
    const buffer = this.#shared.get(name) ?? this.add({ role: name }, whole).buffer;
    this.#shared.set(name, buffer);
    return { buffer, byteOffset: offset * 4, byteLength: paddedBytes(elements ?? whole - offset) };
  }

  slice(operand: Operand, position: number, lastRead: ReadonlyMap<GraphNode, number>): BufferSlice {
    if (typeof operand === 'string') return this.shared(operand);
    const node = storageOf(operand);
    const known = this.#slices.get(node);
    if (known) return known;
    const slice = this.#place(node, position, lastRead.get(node) ?? position);
    this.#slices.set(node, slice);
    return slice;
  }

  #place(node: GraphNode, position: number, busyUntil: number): BufferSlice {
    switch (node.op) {
      case 'parameter':
        return this.shared('parameters', node.attributes.offset, sizeOf(node.shape));
      case 'input':
        return this.add({ role: 'input', name: node.attributes.name }, sizeOf(node.shape));
      case 'data': {
        const rows = node.shape[0] ?? 0;
        const words = rows * wordsPerRow(sizeOf(node.shape.slice(1)), node.attributes.encoding);
        return this.add({ role: 'data', name: node.attributes.name }, words);
      }
      case 'fill':
        return this.add(
          { role: 'constant', values: node.attributes.value },
          this.#wholeFills.has(node) ? sizeOf(node.shape) : 1,
        );
      case 'constant':
        return this.add({ role: 'constant', values: node.attributes.values }, sizeOf(node.shape));
      default:
        return this.#temporary(paddedBytes(sizeOf(node.shape)), position, busyUntil);
    }
  }

  /** The free buffer that fits best; else the largest free one grows; else a new one. */
  #temporary(byteLength: number, position: number, busyUntil: number): BufferSlice {
    const bytesOf = ({ buffer }: { buffer: number }) => this.buffers[buffer]?.byteLength ?? 0;
    const free = this.#temporaries.filter((temporary) => temporary.busyUntil < position);
    const fitting = free
      .filter((temporary) => bytesOf(temporary) >= byteLength)
      .sort((a, b) => bytesOf(a) - bytesOf(b));
    const chosen = fitting[0] ?? free.sort((a, b) => bytesOf(b) - bytesOf(a))[0];
    if (!chosen) {
      const slice = this.add({ role: 'temporary' }, byteLength / 4);
      this.#temporaries.push({ buffer: slice.buffer, busyUntil });
      return slice;
    }
    chosen.busyUntil = busyUntil;
    const buffer = this.buffers[chosen.buffer];
    if (buffer && buffer.byteLength < byteLength) buffer.byteLength = byteLength;
    return { buffer: chosen.buffer, byteOffset: 0, byteLength };
  }
}
