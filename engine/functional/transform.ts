// Functions of functions: gradients, compilation, scopes. All work on the graph that the function traces.

import { vectorJacobianProduct } from '../autodiff.ts';
import type { GraphNode } from '../graph/node.ts';
import { formatShape, ShapeError, sizeOf } from '../graph/shape.ts';
import { fill, reshape } from '../ops/leaves.ts';
import { Cell } from './cell.ts';
import { execute, inScope, nodeIn, Tensor, tensor, traceOf } from './tensor.ts';
import { structureOf, Trace } from './trace.ts';
import { formOf, leavesOf, mapTree } from './tree.ts';

/** A tree with a tensor for each number and each tensor. */
export type TensorsOf<T> = T extends Tensor | number
  ? Tensor
  : T extends readonly unknown[] | Record<string, unknown>
    ? { -readonly [K in keyof T]: TensorsOf<T[K]> }
    : T;

/** The trace whose function is running now: gradients taken in it are part of it, whatever they are taken at. */
let running: Trace | undefined;

function withinTrace<T>(trace: Trace, work: () => T): T {
  const outer = running;
  running = trace;
  try {
    return work();
  } finally {
    running = outer;
  }
}

/** Numbers become scalars. */
function lifted(tree: unknown): unknown {
  if (typeof tree === 'number') return tensor(tree);
  if (Array.isArray(tree)) return tree.map(lifted);
  if (tree instanceof Tensor || typeof tree !== 'object' || tree === null) return tree;
  return Object.getPrototypeOf(tree) === Object.prototype
    ? Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, lifted(part)]))
    : tree;
}

/**
 * The function's value and its gradient by one argument (the first by default), which may be a tree of tensors.
 * `fn` must return a scalar. Works inside `compile`, and inside itself: gradients of gradients.
 * @throws ShapeError when the value is no scalar
 */
export function valueAndGrad<A extends readonly unknown[], N extends number = 0>(
  fn: (...args: A) => Tensor,
  { argument }: { readonly argument?: N } = {},
): (...args: A) => [value: Tensor, gradient: TensorsOf<A[N]>] {
  const position = argument ?? 0;
  return (...args) => {
    const wanted = lifted(args[position]);
    const given = args.map((arg, i) => (i === position ? wanted : arg));
    const outer = traceOf(leavesOf(given)) ?? running;
    const trace = outer ?? new Trace();
    // Nodes of their own: what the function closes over may depend on the same tensors and stays constant.
    const sources: GraphNode[] = [];
    const variable = mapTree(wanted, (leaf) => {
      const node = reshape(nodeIn(trace, leaf), leaf.shape);
      sources.push(node);
      return new Tensor(leaf.shape, { trace, node });
    });
    const rest = (arg: unknown) => mapTree(arg, (leaf) => new Tensor(leaf.shape, { trace, node: nodeIn(trace, leaf) }));
    const inner = given.map((arg, i) => (i === position ? variable : rest(arg))) as unknown as A;
    const value = withinTrace(trace, () => fn(...inner));
    if (!(value instanceof Tensor) || sizeOf(value.shape) !== 1) {
      const shown = value instanceof Tensor ? formatShape(value.shape) : typeof value;
      throw new ShapeError(`grad: the function must return one number, not ${shown}; sum it, or take its mean`);
    }
    const node = nodeIn(trace, value);
    const gradients = vectorJacobianProduct([node], [fill(node.shape, 1)], sources);
    const results = finish(trace, outer !== undefined, [node, ...gradients]);
    const [first = value] = results;
    let next = 1;
    return [first, mapTree(wanted, () => results[next++]) as TensorsOf<A[N]>];
  };
}

/** The gradient of a scalar function by one argument, the first by default. @see valueAndGrad */
export function grad<A extends readonly unknown[], N extends number = 0>(
  fn: (...args: A) => Tensor,
  options: { readonly argument?: N } = {},
): (...args: A) => TensorsOf<A[N]> {
  const both = valueAndGrad(fn, options);
  return (...args) => both(...args)[1];
}

/** Inside another trace the nodes are the result; else they are run. */
function finish(trace: Trace, traced: boolean, nodes: readonly GraphNode[]): Tensor[] {
  return traced
    ? nodes.map((node) => new Tensor(node.shape, { trace, node }))
    : execute(
        structureOf(nodes),
        nodes,
        trace.inputs.flatMap((input) => input ?? []),
      );
}

/** What a function traced for arguments of one form: its graph, and the form of its result. */
interface Compiled {
  readonly key: string;
  readonly nodes: readonly GraphNode[];
  /** Tensors that the function closes over, by the number of their input. */
  readonly captured: ReadonlyMap<number, Tensor>;
  readonly result: unknown;
}

/**
 * The function as one plan: traced once for each form and shapes of its arguments (trees of tensors), then only run.
 * Numbers among the arguments are scalars; other values (text, truth values) are constants of the trace. It must be pure: what it
 * does beside its result happens while it is traced.
 */
export function compile<A extends readonly unknown[], R>(fn: (...args: A) => R): (...args: A) => R {
  const traced = new Map<string, Compiled>();
  return (...given) => {
    const args = lifted([...given]) as unknown as A;
    const leaves = leavesOf(args);
    // Inside another trace there is nothing to gain: the outer one compiles it all.
    if (running ?? traceOf(leaves)) return fn(...args);
    const form = formOf(args);
    let compiled = traced.get(form);
    if (!compiled) {
      compiled = traceFunction(fn, args);
      traced.set(form, compiled);
    }
    const { key, nodes, captured, result } = compiled;
    const inputs: Tensor[] = [...leaves];
    for (const [i, tensor] of captured) inputs[i] = tensor;
    const results = execute(key, nodes, inputs);
    let next = 0;
    return mapTree(result, () => results[next++]) as R;
  };
}

function traceFunction<A extends readonly unknown[]>(fn: (...args: A) => unknown, args: A): Compiled {
  const trace = new Trace();
  const placeholders = mapTree(args, ({ shape }) => new Tensor(shape, { trace, node: trace.placeholder(shape) }));
  const result = lifted(withinTrace(trace, () => fn(...(placeholders as A))));
  const nodes = leavesOf(result).map((leaf) => nodeIn(trace, leaf));
  const captured = new Map<number, Tensor>();
  trace.inputs.forEach((tensor, i) => {
    if (tensor) captured.set(i, tensor);
  });
  return { key: structureOf(nodes), nodes, captured, result };
}

/**
 * Runs a function, async or not, and gives back the memory of all tensors made in it, except those in its result.
 * Without it, memory goes back when the garbage collector finds the handles dropped.
 */
export function scope<T>(work: () => T): T {
  return inScope(
    work,
    (result) => new Set(leavesOf(result).flatMap(({ behind }) => (behind instanceof Cell ? [behind] : []))),
  );
}
