// What the engine makes of shapes: its rules are asked while a function is traced, so that no number is computed for them.

import {
  add,
  argmax,
  broadcastTo,
  compile,
  matmul,
  reshape,
  ShapeError,
  slice,
  softmax,
  type Tensor,
  tensor,
  transpose,
} from '../../../engine/index.ts';
import type { Operation } from './definition.ts';

export type Shape = readonly number[];

export const sizeOf = (shape: Shape): number => shape.reduce((size, n) => size * n, 1);

/** Tensors up to here are shown with their numbers. */
const SHOWN = 60;

const apply = (operation: Operation, x: Tensor, second: Tensor | Shape): Tensor => {
  if (operation === 'transpose') return transpose(x);
  if (operation === 'reshape') return reshape(x, second as Shape);
  return operation === 'matmul' ? matmul(x, second as Tensor) : add(x, second as Tensor);
};

/** The shape of the result, or the engine's own sentence on why there is none. */
export function resultShape(operation: Operation, a: Shape, b: Shape): Shape | ShapeError {
  let shape: Shape = [];
  try {
    compile((seed: Tensor) => {
      const second = operation === 'reshape' ? b : broadcastTo(seed, b);
      shape = apply(operation, broadcastTo(seed, a), second).shape;
      return seed;
    })(tensor(0));
  } catch (error) {
    if (error instanceof ShapeError) return error;
    throw error;
  }
  return shape;
}

/** The shapes on an image's way through the lecture's network, as the engine derives each from the one before. */
export function road(): readonly Shape[] {
  const shapes: Shape[] = [];
  compile((seed: Tensor) => {
    const on = (x: Tensor): Tensor => {
      shapes.push(x.shape);
      return x;
    };
    const weights = (...shape: number[]): Tensor => broadcastTo(seed, shape);
    const images = on(broadcastTo(seed, [60_000, 28, 28]));
    const flat = on(reshape(images, [60_000, -1]));
    const batch = on(slice(flat, [0, 0], [512, 784]));
    const first = on(add(matmul(batch, weights(784, 100)), weights(100)));
    const second = on(add(matmul(first, weights(100, 100)), weights(100)));
    const shares = on(softmax(add(matmul(second, weights(100, 10)), weights(10))));
    on(argmax(shares, [1]));
    return seed;
  })(tensor(0));
  return shapes;
}

export interface Worked {
  readonly a: readonly number[];
  readonly b: readonly number[] | undefined;
  readonly result: readonly number[];
}

const count = (shape: Shape): number[] => Array.from({ length: sizeOf(shape) }, (_, i) => i);

/** The numbers of a tensor that was never computed, for the picture of what does not fit. */
export const numbersOf = (shape: Shape): readonly number[] | undefined =>
  sizeOf(shape) > 0 && sizeOf(shape) <= SHOWN && shape.length <= 3 ? count(shape) : undefined;

/** The numbers themselves, computed by the engine, where they are few enough to be read. */
export async function work(operation: Operation, a: Shape, b: Shape, result: Shape): Promise<Worked | undefined> {
  const second = operation === 'matmul' || operation === 'add' ? b : undefined;
  if ([a, result, second ?? []].some((shape) => sizeOf(shape) > SHOWN || shape.length > 3)) return undefined;
  const values = count(a);
  // Tens beside ones: in a sum one sees which two met.
  const others = second && count(second).map((i) => (operation === 'add' ? 10 * (i + 1) : i));
  const made = apply(
    operation,
    tensor(Float32Array.from(values), [...a]),
    second && others ? tensor(Float32Array.from(others), [...second]) : b,
  );
  return { a: values, b: others, result: [...(await made.data())] };
}

/** The place of the element `index`, row-major. */
export function placeOf(index: number, shape: Shape): number[] {
  const place: number[] = [];
  let rest = index;
  for (const size of [...shape].reverse()) {
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return place;
}

export const indexOf = (place: readonly number[], shape: Shape): number =>
  place.reduce((index, at, axis) => index * (shape[axis] ?? 1) + at, 0);

/** Which elements of A and B the element `index` of the result is made of. */
export function sources(
  operation: Operation,
  index: number,
  a: Shape,
  b: Shape,
  result: Shape,
): { readonly a: readonly number[]; readonly b: readonly number[] } {
  const place = placeOf(index, result);
  if (operation === 'reshape') return { a: [index], b: [] };
  if (operation === 'transpose') return { a: [indexOf([...place].reverse(), a)], b: [] };
  const stretched = (shape: Shape): number =>
    indexOf(
      shape.map((size, axis) => (size === 1 ? 0 : (place[axis + result.length - shape.length] ?? 0))),
      shape,
    );
  if (operation === 'add') return { a: [stretched(a)], b: [stretched(b)] };
  const inner = Array.from({ length: a.at(-1) ?? 1 }, (_, k) => k);
  const column = b.length > 1;
  const batch = place.slice(0, Math.max(0, a.length - 2));
  const row = a.length > 1 ? [place[batch.length] ?? 0] : [];
  const last = column ? [place.at(-1) ?? 0] : [];
  return {
    a: inner.map((k) => indexOf([...batch, ...row, k], a)),
    b: inner.map((k) => indexOf([...(b.length > 2 ? batch : []), k, ...last], b)),
  };
}
