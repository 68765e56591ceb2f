// The launch of a matrix product: its sizes, and what a dense layer adds to it in the same kernel.

import { dispatch } from '../../shaders/kernel.ts';
import matmulSmall from '../../shaders/matmul_small.wgsl';
import { type FusedActivation, type GraphNode, inputOf } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { activationCode } from './activation-gradient.ts';
import type { DeviceTraits, KernelCall } from './definition.ts';
import { productCall } from './matmul-choice.ts';

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

/** The kernel calls of a product with its epilogue; `matmul-choice.ts` has the table of choices. */
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
