// Three lines through the same points, each on its way down its own loss: gradients and steps are taken by the engine.

import { Random } from '../../../datasets/random.ts';
import {
  abs,
  add,
  compile,
  grad,
  mean,
  minimum,
  mul,
  slice,
  square,
  sub,
  type Tensor,
  tensor,
} from '../../../engine/index.ts';

export const lossNames = ['mse', 'mae', 'huber'] as const;
export type LineLoss = (typeof lossNames)[number];

/** The line a + b·u, where u is x centred and scaled: both numbers then want steps of the same size. */
export type Line = readonly [a: number, b: number];

export const scaled = (x: number): number => (x - 5) / 3;
export const said = ([a, b]: Line, x: number): number => a + b * scaled(x);

/** What one point costs, by its distance from the line. */
export function cost(loss: LineLoss, residual: number, delta: number): number {
  const size = Math.abs(residual);
  if (loss === 'mse') return residual ** 2;
  if (loss === 'mae') return size;
  const near = Math.min(size, delta);
  return near * (size - near / 2);
}

const COUNT = 14;

/** Points along y = 2 + 1.2 x with some noise; the outlier is not among them. */
export function linePoints(seed: number): { readonly x: readonly number[]; readonly y: readonly number[] } {
  const random = new Random(seed);
  const x = Array.from({ length: COUNT }, (_, i) => 0.4 + (9.2 * i) / (COUNT - 1));
  return { x, y: x.map((value) => 2 + 1.2 * value + 0.7 * random.normal()) };
}

const UPDATES_AT_ONCE = 5;
/** Updates of a whole fit. */
export const UPDATES = 300;

/** θ after some updates: a function of tensors, so that moving a point compiles nothing anew. */
function descent(loss: LineLoss): (theta: Tensor, u: Tensor, y: Tensor, delta: Tensor, rate: Tensor) => Tensor {
  const value = (theta: Tensor, u: Tensor, y: Tensor, delta: Tensor): Tensor => {
    const residual = sub(add(slice(theta, [0], [1]), mul(slice(theta, [1], [1]), u)), y);
    if (loss === 'mse') return mean(square(residual));
    if (loss === 'mae') return mean(abs(residual));
    const near = minimum(abs(residual), delta);
    return mean(mul(near, sub(abs(residual), mul(near, 0.5))));
  };
  const gradient = grad(value);
  return compile((theta: Tensor, u: Tensor, y: Tensor, delta: Tensor, rate: Tensor) => {
    let at = theta;
    for (let i = 0; i < UPDATES_AT_ONCE; i++) at = sub(at, mul(gradient(at, u, y, delta), rate));
    return at;
  });
}

/** The absolute error pulls equally hard from near and far: steps that never shrink would dance around its minimum. */
const rateAt = (update: number): number => Math.max(0.01, 0.25 * 0.985 ** update);

export class LineFits {
  lines: Record<LineLoss, Line> = { mse: [0, 0], mae: [0, 0], huber: [0, 0] };
  updates = 0;
  readonly #descents = { mse: descent('mse'), mae: descent('mae'), huber: descent('huber') };

  /** Some updates of each line. */
  async advance(x: readonly number[], y: readonly number[], delta: number): Promise<void> {
    const u = tensor(x.map(scaled));
    const target = tensor([...y]);
    const rate = tensor(rateAt(this.updates));
    const fitted = await Promise.all(
      lossNames.map(async (loss): Promise<[LineLoss, Line]> => {
        const theta = this.#descents[loss](tensor([...this.lines[loss]]), u, target, tensor(delta), rate);
        const [a = 0, b = 0] = await theta.data();
        return [loss, [a, b]];
      }),
    );
    this.lines = Object.fromEntries(fitted) as Record<LineLoss, Line>;
    this.updates += UPDATES_AT_ONCE;
  }

  /** The points moved: the lines go on from where they are. */
  goOn(): void {
    this.updates = Math.min(this.updates, UPDATES / 3);
  }

  reset(): void {
    this.lines = { mse: [0, 0], mae: [0, 0], huber: [0, 0] };
    this.updates = 0;
  }
}
