// Matrix product with either operand transposed, and the choice of its kernel.

import { dispatch } from '../../shaders/kernel.ts';
import matmulSmall from '../../shaders/matmul_small.wgsl';
import { type FusedActivation, type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { activationCode } from './activation-gradient.ts';
import { type DeviceTraits, type KernelCall, makeNode, type OpDefinition } from './definition.ts';
import { productCall } from './matmul-kernels.ts';

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

/** Matrices, rows, columns and inner size of a product. */
export function sizesOf({ inputs: [a], shape, attributes: { transposeA } }: GraphNode<'matmul'>) {
  const [m = 0, n = 0] = shape.slice(-2);
  return { batch: sizeOf(shape.slice(0, -2)), m, n, k: a?.shape.at(transposeA ? -2 : -1) ?? 0 };
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

/** Along each dimension of a dispatch. */
const mostWorkgroups = 65_535;

/** The kernel calls of a product with its epilogue; `matmul-kernels.ts` has the table of choices. */
export function matmulCalls(
  node: GraphNode<'matmul'>,
  epilogue: Epilogue,
  traits: DeviceTraits,
): readonly KernelCall[] {
  const [a, b] = [inputOf(node, 0), inputOf(node, 1)];
  const { transposeA, transposeB } = node.attributes;
  const { batch, m, n, k } = sizesOf(node);
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
  // Batches, and more rows or columns than WebGPU dispatches workgroups of the other kernels for.
  if (node.shape.length === 3 || Math.max(m, n) > 8 * mostWorkgroups) {
    const capped = (count: number) => Math.min(count, mostWorkgroups);
    const workgroups = [capped(Math.ceil(n / 8)), capped(Math.ceil(m / 8)), capped(batch)] as const;
    return [dispatch(matmulSmall, { ...launch, overrides: { ...launch.overrides, BATCH: batch }, workgroups })];
  }
  return [productCall({ m, n, k, transposeA, transposeB }, launch, traits)];
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
