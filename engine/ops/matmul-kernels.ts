// The family of matrix product kernels, and the table that picks one by shape and adapter.

import { dispatch, type WorkgroupCount } from '../../shaders/kernel.ts';
import matmulDirect from '../../shaders/matmul_direct.wgsl';
import matmulSmall from '../../shaders/matmul_small.wgsl';
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

const tiles = (m: number, rows: number, n: number, columns: number): WorkgroupCount => [
  Math.ceil(n / columns),
  Math.ceil(m / rows),
  1,
];

/** `matmul_direct` reads vec4s along the rows of both operands. */
const byFours = ({ m, n, k, transposeA, transposeB }: ProductShape) =>
  (transposeA ? m : k) % 4 === 0 && n % 4 === 0 && !(transposeA && transposeB);

/** Kernels that only one class of adapters takes; `loadMatmulKernels` fetches them. */
const fetched: {
  quads?: typeof import('../../shaders/matmul_quads.wgsl').default;
  tiled?: typeof import('../../shaders/matmul_tiled.wgsl').default;
  tiledLarge?: typeof import('../../shaders/matmul_tiled_large.wgsl').default;
} = {};

/** The kernels that this device will want: a page on a GPU never loads those for software adapters, nor the reverse. */
export async function loadMatmulKernels({ software, subgroups }: DeviceTraits): Promise<void> {
  if (software && !subgroups) return;
  if (software) {
    fetched.quads = (await import('../../shaders/matmul_quads.wgsl')).default;
    return;
  }
  const [tiled, large] = await Promise.all([
    import('../../shaders/matmul_tiled.wgsl'),
    import('../../shaders/matmul_tiled_large.wgsl'),
  ]);
  fetched.tiled = tiled.default;
  fetched.tiledLarge = large.default;
}

const notFetched = (name: string) => new Error(`The matrix product kernel ${name} was not fetched for this device.`);

interface Variant {
  readonly fits: (shape: ProductShape, traits: DeviceTraits) => boolean;
  readonly call: (shape: ProductShape, launch: ProductLaunch, traits: DeviceTraits) => KernelCall;
}

const variants = {
  small: {
    fits: () => true,
    call: ({ m, n }, launch) => dispatch(matmulSmall, { ...launch, workgroups: tiles(m, 8, n, 8) }),
  },
  direct: {
    fits: byFours,
    call: ({ m, n }, launch) => dispatch(matmulDirect, { ...launch, workgroups: tiles(m, 32, n, 32) }),
  },
  quads: {
    fits: (_shape, { subgroups }) => subgroups && fetched.quads !== undefined,
    call: ({ m, n }, { bindings, overrides }, { software }) => {
      if (!fetched.quads) throw notFetched('quads');
      // A software adapter runs a quad as one SIMD thread: a workgroup of one quad wastes none at the edges. A GPU
      // wants two subgroups of 32 at least.
      const [THREADS, ACROSS] = software ? [4, 1] : [64, 4];
      const workgroups = tiles(m, (2 * THREADS) / ACROSS, n, 16 * ACROSS);
      return dispatch(fetched.quads, { bindings, overrides: { ...overrides, THREADS, ACROSS }, workgroups });
    },
  },
  tiled: {
    fits: () => fetched.tiled !== undefined,
    call: ({ m, n }, launch) => {
      if (!fetched.tiled) throw notFetched('tiled');
      return dispatch(fetched.tiled, { ...launch, workgroups: tiles(m, 64, n, 64) });
    },
  },
  tiledLarge: {
    fits: () => fetched.tiledLarge !== undefined,
    call: ({ m, n }, launch) => {
      if (!fetched.tiledLarge) throw notFetched('tiledLarge');
      return dispatch(fetched.tiledLarge, { ...launch, workgroups: tiles(m, 128, n, 64) });
    },
  },
} as const satisfies Record<string, Variant>;

export type VariantName = keyof typeof variants;

/** Workgroups that occupy most GPUs: laptops have 8 to 40 cores, and 16 or more keep even these from idling. */
const fullGpu = 24;
/** Where the larger tile, with half the shared-memory traffic for each product, still leaves enough workgroups. */
const amplyFullGpu = 96;

/**
 * The table. Why, in order:
 * - A software adapter pays for barriers (`tiled` reaches a tenth of `direct` there) and for loads, not for registers:
 *   quads make the fewest loads, 1.5 to 2.3 times the rate of `direct` on SwiftShader, at every shape.
 * - On a GPU shared memory feeds the most multiply-adds for each load from the caches, if there are tiles enough to
 *   occupy the cores: 128 × 64, else 64 × 64.
 * - With fewer tiles, 4 × 4 outputs a thread without barriers give four times the workgroups.
 * - One output a thread gives the most threads, for any shape: logits, one neuron, single examples.
 */
export function chooseVariant(shape: ProductShape, traits: DeviceTraits): VariantName {
  const { m, n } = shape;
  if (traits.software) {
    if (traits.subgroups) return 'quads';
    return byFours(shape) ? 'direct' : 'small';
  }
  const groups = ([x, y]: WorkgroupCount) => x * y;
  if (n > 16 && m > 16) {
    if (groups(tiles(m, 128, n, 64)) >= amplyFullGpu) return 'tiledLarge';
    if (groups(tiles(m, 64, n, 64)) >= fullGpu) return 'tiled';
    if (byFours(shape) && groups(tiles(m, 32, n, 32)) >= fullGpu / 2) return 'direct';
  }
  return 'small';
}

/** Answers of `tune`, by adapter class of shape: they go before the table. */
const tuned = new Map<string, VariantName>();

/** Shapes for which the same kernel wins: sizes to the power of two, layouts, divisibility. */
export const shapeClass = (shape: ProductShape): string => {
  const { m, n, k, transposeA, transposeB } = shape;
  const power = (size: number) => Math.round(Math.log2(Math.max(1, size)));
  return `${power(m)} ${power(n)} ${power(k)} ${transposeA ? 'T' : 'N'}${transposeB ? 'T' : 'N'}${byFours(shape) ? 4 : ''}`;
};

export const rememberVariant = (shapes: string, name: VariantName): void => void tuned.set(shapes, name);

/** The variants that can compute this shape on this device. */
export const variantsFor = (shape: ProductShape, traits: DeviceTraits): VariantName[] =>
  (Object.keys(variants) as VariantName[]).filter((name) => (variants[name] as Variant).fits(shape, traits));

export function productCall(
  shape: ProductShape,
  launch: ProductLaunch,
  traits: DeviceTraits,
  name: VariantName = tuned.get(shapeClass(shape)) ?? chooseVariant(shape, traits),
): KernelCall {
  return variants[name].call(shape, launch, traits);
}
