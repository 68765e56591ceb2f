// Tensors: handles of values on a device, or of nodes while a function is traced. Nobody disposes of them: memory goes back
// when the handle is dropped or its scope ends.

import type { GraphNode } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { fill } from '../ops/leaves.ts';
import type { Stored, TensorDevice } from '../plan/tensors.ts';
import { Cell, Scope } from './cell.ts';
import { computationFor, tensorDevice } from './device.ts';
import { structureOf, Trace } from './trace.ts';

/** A node in a function that is being traced. */
interface Traced {
  readonly trace: Trace;
  readonly node: GraphNode;
}

/** An array of f32 numbers. Made by `tensor` and by functions of tensors. */
export class Tensor {
  readonly shape: Shape;
  /** What stands behind the handle; for the functions of this room. */
  readonly behind: Cell | Traced;

  constructor(shape: Shape, behind: Cell | Traced) {
    this.shape = shape;
    this.behind = behind;
    if (behind instanceof Cell) handles.register(this, behind);
  }

  /** Number of axes. */
  get rank(): number {
    return this.shape.length;
  }

  get size(): number {
    return sizeOf(this.shape);
  }

  /** The values, row-major. @throws Error inside `grad` and `compile`, where there are none yet, and when the GPU was lost. */
  async data(): Promise<Float32Array> {
    const { behind } = this;
    if (!(behind instanceof Cell)) {
      throw new Error('A function inside grad or compile has no numbers yet: return the tensor and read it outside.');
    }
    behind.retain();
    try {
      return await (await behind.stored).read();
    } catch (error) {
      throw await explained(behind, error);
    } finally {
      behind.release();
    }
  }

  /** The value of a tensor with one element. */
  async item(): Promise<number> {
    if (this.size !== 1) throw new ShapeError(`item: ${formatShape(this.shape)} has ${this.size} elements, not one`);
    const [value = Number.NaN] = await this.data();
    return value;
  }

  toString(): string {
    return `Tensor ${formatShape(this.shape)}`;
  }
}

/** A readback that fails may say little: most often the device is gone. */
async function explained({ device }: Cell, error: unknown): Promise<unknown> {
  const lost = await device.then(({ loss }) => loss.soon()).catch(() => undefined);
  return lost === undefined
    ? error
    : new Error(`The GPU was lost (${lost}), and this tensor with it: make it again from its data.`);
}

const handles = /* @__PURE__ */ new FinalizationRegistry<Cell>((cell) => cell.drop());

/** What functions of tensors take: a number is a scalar. */
export type TensorLike = Tensor | number;

/** Numbers in nested arrays of equal lengths. */
export type NestedNumbers = number | readonly NestedNumbers[];

/**
 * A tensor of the values given, row-major.
 * @param data a number, nested arrays, or flat values. @param shape default: that of the nesting.
 * @throws ShapeError when the nesting is ragged, or the shape has another number of elements.
 */
export function tensor(data: NestedNumbers | Float32Array, shape?: Shape): Tensor {
  const own: number[] = [];
  let flat: Float32Array;
  if (data instanceof Float32Array) {
    flat = data;
    own.push(data.length);
  } else {
    for (let level: NestedNumbers | undefined = data; typeof level === 'object'; level = level[0])
      own.push(level.length);
    if (ragged(data, own)) {
      throw new ShapeError(`tensor: the nested arrays are ragged: not every part is ${formatShape(own)}`);
    }
    const numbers: number[] = [];
    collect(data, numbers);
    flat = Float32Array.from(numbers);
  }
  const wanted = shape ?? own;
  if (sizeOf(wanted) !== flat.length) {
    throw new ShapeError(`tensor: ${flat.length} values do not fill the shape ${formatShape(wanted)}`);
  }
  const device = tensorDevice();
  const values = flat.slice();
  return new Tensor(
    wanted,
    new Cell(
      device,
      device.then((ready) => ready.store(values)),
      scope,
    ),
  );
}

function collect(data: NestedNumbers, into: number[]): void {
  if (typeof data === 'number') into.push(data);
  else for (const part of data) collect(part, into);
}

/** A part is longer, shorter, deeper or shallower than the first one. */
const ragged = (data: NestedNumbers, [length, ...rest]: readonly (number | undefined)[]): boolean =>
  typeof data === 'object' ? data.length !== length || data.some((part) => ragged(part, rest)) : length !== undefined;

/** The scope that tensors are made in now. */
let scope: Scope | undefined;

/**
 * Runs `work`; tensors made in it are given back at its end, except those that it returns.
 * After an await, tensors still belong to the scope when they are made from others of it.
 */
export function inScope<T>(work: () => T, keptCells: (result: Awaited<T>) => ReadonlySet<Cell>): T {
  const inner = new Scope(scope);
  scope = inner;
  let result: T;
  try {
    result = work();
  } catch (error) {
    inner.end(new Set());
    throw error;
  } finally {
    scope = inner.parent;
  }
  if (result instanceof Promise) {
    return result.then(
      (value) => {
        inner.end(keptCells(value));
        return value;
      },
      (error) => {
        inner.end(new Set());
        throw error;
      },
    ) as T;
  }
  inner.end(keptCells(result as Awaited<T>));
  return result;
}

/** The innermost scope of the present one and those of the inputs. */
function scopeFor(cells: readonly Cell[]): Scope | undefined {
  let innermost = scope;
  for (const { scope: own } of cells) {
    if (own && !own.ended && own.depth > (innermost?.depth ?? 0)) innermost = own;
  }
  return innermost;
}

/**
 * Applies an op. With numbers at hand it is a plan of its own, run at once; inside a traced function it adds a node.
 * @throws ShapeError at once, from the op's shape rule
 */
export function apply(args: readonly TensorLike[], build: (nodes: GraphNode[]) => GraphNode): Tensor {
  const trace = traceOf(args);
  if (trace) {
    const node = build(args.map((arg) => (typeof arg === 'number' ? fill([], arg) : nodeIn(trace, arg))));
    return new Tensor(node.shape, { trace, node });
  }
  const own = new Trace();
  // A number is an input too: a plan for each new number would fill the cache.
  const node = build(args.map((arg) => own.nodeOf(typeof arg === 'number' ? tensor(arg) : arg)));
  const [result] = execute(
    structureOf([node]),
    [node],
    own.inputs.flatMap((input) => input ?? []),
  );
  if (!result) throw new Error('The op has no result.');
  return result;
}

/** The trace that some of the arguments belong to. */
export function traceOf(args: readonly unknown[]): Trace | undefined {
  let trace: Trace | undefined;
  for (const arg of args) {
    if (!(arg instanceof Tensor) || arg.behind instanceof Cell) continue;
    if (trace && arg.behind.trace !== trace) {
      throw new Error('Tensors of two traced functions meet: one of them was kept after its function had ended.');
    }
    trace = arg.behind.trace;
  }
  return trace;
}

/** A tensor as a node of the trace; a concrete one becomes an input. */
export function nodeIn(trace: Trace, tensor: Tensor): GraphNode {
  if (tensor.behind instanceof Cell) return trace.nodeOf(tensor);
  if (tensor.behind.trace !== trace) {
    throw new Error('A tensor of a traced function was kept after the function had ended.');
  }
  return tensor.behind.node;
}

/** Runs a graph on concrete tensors; one result for each output. */
export function execute(key: string, outputs: readonly GraphNode[], inputs: readonly Tensor[]): Tensor[] {
  const device = tensorDevice();
  const cells = inputs.map(({ behind }) => {
    if (behind instanceof Cell) return behind;
    throw new Error('A function of tensors without numbers was asked for numbers.');
  });
  for (const cell of cells) cell.retain();
  const results = run(device, key, outputs, cells).finally(() => {
    for (const cell of cells) cell.release();
  });
  const owner = scopeFor(cells);
  return outputs.map((node, i) => {
    const stored = results.then((all) => {
      const own = all[i];
      if (!own) throw new Error('The computation gave too few results.');
      return own;
    });
    return new Tensor(node.shape, new Cell(device, stored, owner));
  });
}

async function run(
  device: Promise<TensorDevice>,
  key: string,
  outputs: readonly GraphNode[],
  cells: readonly Cell[],
): Promise<Stored[]> {
  const ready = await device;
  const computation = await computationFor(ready, key, outputs);
  const moved: Stored[] = [];
  const inputs: Stored[] = [];
  for (const cell of cells) {
    const stored = await cell.stored;
    if ((await cell.device) === ready) inputs.push(stored);
    else {
      let values: Float32Array;
      try {
        values = await stored.read();
      } catch (error) {
        throw await explained(cell, error);
      }
      const copy = ready.store(values);
      moved.push(copy);
      inputs.push(copy);
    }
  }
  const results = computation.run(inputs);
  for (const copy of moved) copy.free();
  return results;
}
