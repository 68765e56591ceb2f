// Solution of a lower triangular system by substitution.

import { dispatch } from '../../shaders/kernel.ts';
import triangularSolveKernel from '../../shaders/triangular_solve.wgsl';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError } from '../graph/shape.ts';
import { lowerTriangle } from './cholesky.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { matmul } from './matmul.ts';
import { negate } from './unary.ts';

/**
 * X with L·X = B, or Lᵀ·X = B when `transpose`: L [n, n] lower triangular, B [n, m].
 * @throws ShapeError naming both shapes.
 */
export function triangularSolve(
  l: GraphNode,
  b: GraphNode,
  { transpose = false }: { readonly transpose?: boolean } = {},
): GraphNode {
  if (l.shape.length !== 2 || l.shape[0] !== l.shape[1] || b.shape.length !== 2 || b.shape[0] !== l.shape[0]) {
    throw new ShapeError(
      `triangularSolve: ${formatShape(l.shape)} and ${formatShape(b.shape)}: a square matrix and as many rows are needed`,
    );
  }
  return makeNode('triangularSolve', triangularSolveOp, [l, b], b.shape, { transpose });
}

export const triangularSolveOp: OpDefinition<'triangularSolve'> = {
  // dB = L⁻ᵀ·dX;  dL = −lower(dB·Xᵀ), of Lᵀ·X = B: −lower(X·dBᵀ)
  gradient: (node, dx) => {
    const { transpose } = node.attributes;
    const db = triangularSolve(inputOf(node, 0), dx, { transpose: !transpose });
    const outer = transpose ? matmul(node, db, { transposeB: true }) : matmul(db, node, { transposeB: true });
    return [negate(lowerTriangle(outer)), db];
  },
  kernels: (node) => {
    const [n = 0, m = 0] = node.shape;
    return [
      dispatch(triangularSolveKernel, {
        bindings: { l: inputOf(node, 0), b: inputOf(node, 1), x: node },
        overrides: { N: n, M: m, TRANSPOSE: node.attributes.transpose },
        workgroups: workgroupsFor(m, 64),
      }),
    ];
  },
};
