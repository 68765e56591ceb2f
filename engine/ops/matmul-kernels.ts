// The family of matrix product kernels: which shapes each can compute, and its launch.

import { dispatch, type WorkgroupCount } from '../../shaders/kernel.ts';
import matmulDirect from '../../shaders/matmul_direct.wgsl';
import matmulQuads from '../../shaders/matmul_quads.wgsl';
import matmulQuadsLarge from '../../shaders/matmul_quads_large.wgsl';
import matmulSmall from '../../shaders/matmul_small.wgsl';
import matmulTiled from '../../shaders/matmul_tiled.wgsl';
import matmulTiledLarge from '../../shaders/matmul_tiled_large.wgsl';
import type { DeviceTraits, KernelCall, Operand } from './definition.ts';

/** A product [m, n] over k; A is stored [k, m] and B [n, k] where transposed. */
export interface ProductShape {
  readonly m: number;
  readonly n: number;
  readonly k: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Bindings and overrides that all kernels of the family share. */
export interface ProductLaunch {
  readonly bindings: {
    readonly [Name in 'a' | 'b' | 'bias' | 'activated' | 'product' | 'column_sums']: Operand;
  };
  readonly overrides: {
    readonly M: number;
    readonly N: number;
    readonly K: number;
    readonly TRANSPOSE_A: boolean;
    readonly TRANSPOSE_B: boolean;
    readonly ADD_BIAS: boolean;
    readonly ACTIVATION: number;
    readonly DERIVATIVE: number;
    readonly COLUMN_SUMS: boolean;
  };
}

export const tiles = (m: number, rows: number, n: number, columns: number): WorkgroupCount => [
  Math.ceil(n / columns),
  Math.ceil(m / rows),
  1,
];

/** `matmul_direct` and `matmul_quads_large` read vec4s along the rows of both operands. */
export const byFours = ({ m, n, k, transposeA, transposeB }: ProductShape) =>
  (transposeA ? m : k) % 4 === 0 && n % 4 === 0 && !(transposeA && transposeB);

export interface Variant {
  readonly fits: (shape: ProductShape, traits: DeviceTraits) => boolean;
  readonly call: (shape: ProductShape, launch: ProductLaunch, traits: DeviceTraits) => KernelCall;
}

export const variants = {
  small: {
    fits: () => true,
    call: ({ m, n }, launch) => dispatch(matmulSmall, { ...launch, workgroups: tiles(m, 8, n, 8) }),
  },
  direct: {
    fits: byFours,
    call: ({ m, n }, launch) => dispatch(matmulDirect, { ...launch, workgroups: tiles(m, 32, n, 32) }),
  },
  quads: {
    fits: (_shape, { subgroups }) => subgroups,
    call: ({ m, n }, { bindings, overrides }, { software }) => {
      // A software adapter runs a quad as one SIMD thread: a workgroup of one quad wastes none at the edges. A GPU
      // wants two subgroups of 32 at least.
      const [THREADS, ACROSS] = software ? [4, 1] : [64, 4];
      const workgroups = tiles(m, (2 * THREADS) / ACROSS, n, 16 * ACROSS);
      return dispatch(matmulQuads, { bindings, overrides: { ...overrides, THREADS, ACROSS }, workgroups });
    },
  },
  quadsLarge: {
    fits: (shape, { subgroups }) => subgroups && byFours(shape),
    call: ({ m, n }, launch) => dispatch(matmulQuadsLarge, { ...launch, workgroups: tiles(m, 32, n, 32) }),
  },
  tiled: {
    fits: () => true,
    call: ({ m, n }, launch) => dispatch(matmulTiled, { ...launch, workgroups: tiles(m, 64, n, 64) }),
  },
  tiledLarge: {
    fits: () => true,
    call: ({ m, n }, launch) => dispatch(matmulTiledLarge, { ...launch, workgroups: tiles(m, 128, n, 64) }),
  },
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof variants;
