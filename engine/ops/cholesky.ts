// Cholesky factor of a symmetric positive definite matrix, and the solution of its linear systems: the normal equation.

import choleskyKernel from '../../shaders/cholesky.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import lowerTriangleKernel from '../../shaders/lower_triangle.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sizeOf } from '../graph/shape.ts';
import { add, multiply } from './binary.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill } from './leaves.ts';
import { matmul } from './matmul.ts';
import { transpose } from './transpose.ts';
import { triangularSolve } from './triangular-solve.ts';

/**
 * L lower triangular with L·Lᵀ = A; NaN from the first pivot that is not positive. Reads A's lower triangle.
 * One workgroup computes it: meant for up to a few hundred rows. @throws ShapeError when A is not square.
 */
export const cholesky = (a: GraphNode): GraphNode =>
  makeNode('cholesky', choleskyOp, [square('cholesky', a)], a.shape, {});

/** X with A·X = B for symmetric positive definite A [n, n], B [n, m]. @throws ShapeError */
export function choleskySolve(a: GraphNode, b: GraphNode): GraphNode {
  const l = cholesky(a);
  return triangularSolve(l, triangularSolve(l, b), { transpose: true });
}

/** The lower triangle, its diagonal times `diagonal`, zeros above. @throws ShapeError when x is not square. */
export const lowerTriangle = (x: GraphNode, diagonal = 1): GraphNode =>
  makeNode('lowerTriangle', lowerTriangleOp, [square('lowerTriangle', x)], x.shape, { diagonal });

function square(op: string, x: GraphNode): GraphNode {
  if (x.shape.length !== 2 || x.shape[0] !== x.shape[1]) {
    throw new ShapeError(`${op}: ${formatShape(x.shape)} is no square matrix`);
  }
  return x;
}

export const choleskyOp: OpDefinition<'cholesky'> = {
  // ½(S + Sᵀ) with S = L⁻ᵀ·Φ(Lᵀ·dL)·L⁻¹, Φ the lower triangle with half its diagonal (Murray 2016, eq. 10).
  gradient: (node, dl) => {
    const p = lowerTriangle(matmul(node, dl, { transposeA: true }), 0.5);
    const left = triangularSolve(node, p, { transpose: true });
    const s = triangularSolve(node, transpose(left), { transpose: true });
    return [multiply(fill([], 0.5), add(s, transpose(s)))];
  },
  kernels: (node) => [
    dispatch(choleskyKernel, {
      bindings: { a: inputOf(node, 0), l: node },
      overrides: { N: node.shape[0] ?? 0 },
      workgroups: [1, 1, 1],
    }),
  ],
};

export const lowerTriangleOp: OpDefinition<'lowerTriangle'> = {
  gradient: ({ attributes: { diagonal } }, cotangent) => [lowerTriangle(cotangent, diagonal)],
  kernels: (node) => [
    dispatch(lowerTriangleKernel, {
      bindings: { x: inputOf(node, 0), y: node },
      overrides: { N: node.shape[0] ?? 0, DIAGONAL: node.attributes.diagonal },
      workgroups: workgroupsFor(sizeOf(node.shape), 64),
    }),
  ],
};
