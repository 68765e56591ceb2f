// Matrix product with either operand transposed, and the choice of its kernel.

import { dispatch } from '../../shaders/kernel.ts';
import matmulDirect from '../../shaders/matmul_direct.wgsl';
import matmulSmall from '../../shaders/matmul_small.wgsl';
import { type FusedActivation, type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError } from '../graph/shape.ts';
import { activationCode } from './activation-gradient.ts';
import { type DeviceTraits, type FloatArray, type KernelCall, makeNode, type OpDefinition } from './definition.ts';

interface Transposes {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/**
 * op(A)·op(B) of rank 2.
 * @throws ShapeError naming both shapes and the inner sizes.
 */
export function matmul(
  a: GraphNode,
  b: GraphNode,
  { transposeA = false, transposeB = false }: Transposes = {},
): GraphNode {
  const [m, k] = matrixSize(a, transposeA);
  const [inner, n] = matrixSize(b, transposeB);
  if (k !== inner) {
    const shown = `${formatShape(a.shape)}${transposeA ? 'ᵀ' : ''}·${formatShape(b.shape)}${transposeB ? 'ᵀ' : ''}`;
    throw new ShapeError(`matmul: ${shown}: inner dimensions ${k} and ${inner} differ`);
  }
  return makeNode('matmul', matmulOp, [a, b], [m, n], { transposeA, transposeB });
}

function matrixSize({ shape }: GraphNode, transposed: boolean): [number, number] {
  const [rows, columns] = shape;
  if (shape.length !== 2 || rows === undefined || columns === undefined) {
    throw new ShapeError(`matmul: ${formatShape(shape)} is no matrix; reshape it to two dimensions`);
  }
  return transposed ? [columns, rows] : [rows, columns];
}

/** What a dense layer adds to its product, fused into the product's kernel. */
export interface Epilogue {
  readonly output: GraphNode;
  readonly bias?: GraphNode;
  readonly activation?: FusedActivation;
  /** Multiply by f'(activated). */
  readonly derivative?: { readonly function: FusedActivation; readonly activated: GraphNode };
  /** Also the column sums of B: the bias gradient beside a weight gradient. */
  readonly columnSums?: GraphNode;
}

/** The kernel calls of a product with its epilogue; the table of choices. */
export function matmulCalls(
  node: GraphNode<'matmul'>,
  epilogue: Epilogue,
  _traits: DeviceTraits,
): readonly KernelCall[] {
  const [a, b] = [inputOf(node, 0), inputOf(node, 1)];
  const { transposeA, transposeB } = node.attributes;
  const [m = 0, n = 0] = node.shape;
  const k = (transposeA ? a.shape[0] : a.shape[1]) ?? 0;
  const launch = {
    bindings: {
      a,
      b,
      bias: epilogue.bias ?? a,
      activated: epilogue.derivative?.activated ?? a,
      product: epilogue.output,
      column_sums: epilogue.columnSums ?? ('unused' as const),
    },
    overrides: {
      M: m,
      N: n,
      K: k,
      TRANSPOSE_A: transposeA,
      TRANSPOSE_B: transposeB,
      ADD_BIAS: epilogue.bias !== undefined,
      ACTIVATION: epilogue.activation ? activationCode[epilogue.activation] : 0,
      DERIVATIVE: epilogue.derivative ? activationCode[epilogue.derivative.function] : 0,
      COLUMN_SUMS: epilogue.columnSums !== undefined,
    },
  };
  const byFours = (transposeA ? m : k) % 4 === 0 && n % 4 === 0 && !(transposeA && transposeB);
  return byFours
    ? [dispatch(matmulDirect, { ...launch, workgroups: [Math.ceil(n / 32), Math.ceil(m / 32), 1] })]
    : [dispatch(matmulSmall, { ...launch, workgroups: [Math.ceil(n / 8), Math.ceil(m / 8), 1] })];
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
  reference: (node, [a, b], c) => {
    const [m = 0, n = 0] = node.shape;
    const { transposeA, transposeB } = node.attributes;
    if (a && b) multiplyMatrices(a, b, c, m, n, a.length / Math.max(m, 1), transposeA, transposeB);
  },
  kernels: (node, traits) => matmulCalls(node, { output: node }, traits),
};

/** Loop orders that walk rows: NN and TN add scaled rows of B, NT takes dot products of rows. */
function multiplyMatrices(
  a: FloatArray,
  b: FloatArray,
  c: FloatArray,
  m: number,
  n: number,
  k: number,
  transposeA: boolean,
  transposeB: boolean,
): void {
  const [rowA, stepA] = transposeA ? [1, m] : [k, 1];
  if (transposeB) {
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let p = 0; p < k; p++) sum += (a[i * rowA + p * stepA] as number) * (b[j * k + p] as number);
        c[i * n + j] = sum;
      }
    return;
  }
  c.fill(0);
  for (let i = 0; i < m; i++) {
    const row = c.subarray(i * n, (i + 1) * n);
    for (let p = 0; p < k; p++) {
      const factor = a[i * rowA + p * stepA] as number;
      // Half of an MNIST image, and of a ReLU layer, is zero.
      if (factor === 0) continue;
      const from = p * n;
      for (let j = 0; j < n; j++) row[j] = (row[j] as number) + factor * (b[from + j] as number);
    }
  }
}
