// Trees of tensors: what functions take and return may be tensors in arrays and plain objects.

import { Tensor } from './tensor.ts';

/** A tensor, or tensors in arrays and objects. Other values are passed on as they are. */
export type Tree = unknown;

/** The tensors of a tree, in order. */
export function leavesOf(tree: Tree): Tensor[] {
  if (tree instanceof Tensor) return [tree];
  if (Array.isArray(tree)) return tree.flatMap(leavesOf);
  if (isPlain(tree)) return Object.values(tree).flatMap(leavesOf);
  return [];
}

/** The same tree with each tensor replaced. */
export function mapTree(tree: Tree, replace: (leaf: Tensor) => unknown): Tree {
  if (tree instanceof Tensor) return replace(tree);
  if (Array.isArray(tree)) return tree.map((part) => mapTree(part, replace));
  if (isPlain(tree))
    return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, mapTree(part, replace)]));
  return tree;
}

/** The tree's form and shapes as text; values that are no tensors count too. */
export function formOf(tree: Tree): string {
  return JSON.stringify(
    mapTree(tree, ({ shape }) => ({ tensor: shape })),
    (_key, value: unknown) =>
      value === undefined || typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value))
        ? `#${String(value)}`
        : value,
  );
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
