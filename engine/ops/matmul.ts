// Matrix product with either operand transposed.

import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape } from '../graph/shape.ts';
import { makeNode, type OpDefinition } from './definition.ts';
import { matmulCalls } from './matmul-call.ts';

interface Transposes {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/**
 * op(A)·op(B) of two matrices, or of as many pairs of matrices as the first of three axes counts.
 * @throws ShapeError naming both shapes and the inner sizes.
 */
export function matmul(
  a: GraphNode,
  b: GraphNode,
  { transposeA = false, transposeB = false }: Transposes = {},
): GraphNode {
  const [m, k] = matrixSize(a, transposeA);
  const [inner, n] = matrixSize(b, transposeB);
  const shown = `matmul: ${formatShape(a.shape)}${transposeA ? 'ᵀ' : ''}·${formatShape(b.shape)}${transposeB ? 'ᵀ' : ''}`;
  if (k !== inner) throw new ShapeError(`${shown}: inner dimensions ${k} and ${inner} differ`);
  const batch = a.shape.slice(0, -2);
  if (!sameShape(batch, b.shape.slice(0, -2))) throw new ShapeError(`${shown}: the numbers of matrices differ`);
  return makeNode('matmul', matmulOp, [a, b], [...batch, m, n], { transposeA, transposeB });
}

function matrixSize({ shape }: GraphNode, transposed: boolean): [number, number] {
  const [rows, columns] = shape.slice(-2);
  if (shape.length < 2 || shape.length > 3 || rows === undefined || columns === undefined) {
    throw new ShapeError(`matmul: ${formatShape(shape)} is no matrix and no batch of them; reshape it to 2 or 3 axes`);
  }
  return transposed ? [columns, rows] : [rows, columns];
}

export const matmulOp: OpDefinition<'matmul'> = {
  gradient: (node, dc) => {
    const [a, b] = [inputOf(node, 0), inputOf(node, 1)];
    const { transposeA, transposeB } = node.attributes;
    return [
      transposeA
        ? matmul(b, dc, { transposeA: transposeB, transposeB: true })
        : matmul(dc, b, { transposeB: !transposeB }),
      transposeB
        ? matmul(dc, a, { transposeA: true, transposeB: transposeA })
        : matmul(a, dc, { transposeA: !transposeA }),
    ];
  },
  kernels: (node, traits) => matmulCalls(node, { output: node }, traits),
};
