// The normal equation XᵀX·θ = Xᵀy, solved by the engine's Cholesky factor.

import {
  choleskySolve,
  compile,
  matmul,
  scope,
  type Tensor,
  tensor,
  transpose,
  useBackend,
} from '../../engine/functional/index.ts';
import type { ExecutorName } from './experiment.ts';

const solve = compile((x: Tensor, y: Tensor) => choleskySolve(matmul(transpose(x), x), matmul(transpose(x), y)));

/** θ of the least |Xθ − y|², in f32. @param rows the rows of X. */
export function solveNormalEquation(
  rows: readonly (readonly number[])[],
  y: ArrayLike<number>,
  executor: ExecutorName,
): Promise<number[]> {
  useBackend(executor);
  return scope(async () => {
    const theta = solve(tensor(rows), tensor(Float32Array.from(y), [y.length, 1]));
    return Array.from(await theta.data());
  });
}
