// The table that picks a matrix product kernel by shape and adapter.

import type { WorkgroupCount } from '../../shaders/kernel.ts';
import type { DeviceTraits, KernelCall } from './definition.ts';
import {
  byFours,
  type ProductLaunch,
  type ProductShape,
  tiles,
  type Variant,
  type VariantName,
  variants,
} from './matmul-kernels.ts';

/** Workgroups that occupy most GPUs: laptops have 8 to 40 cores, and 16 or more keep even these from idling. */
const fullGpu = 24;
/** Where the larger tile, with half the shared-memory traffic for each product, still leaves enough workgroups. */
const amplyFullGpu = 96;
/** Multiply-adds that repay a kernel whose pipeline takes 0.3 s to compile on a software adapter: some ms of them a product. */
const heavyProduct = 4e6;

/**
 * The table. Why, in order:
 * - A software adapter pays for barriers (`tiled` reaches a tenth of `direct` there) and for loads, not for registers:
 *   quads make the fewest loads, 1.5 to 2.3 times the rate of `direct` on SwiftShader, at every shape. Blocks four times as
 *   large halve the loads once more, 1.7 to 2 times as fast, and compile twice as long: for heavy products. A GPU has too few
 *   registers for their 128 sums a thread, and takes tiles.
 * - On a GPU shared memory feeds the most multiply-adds for each load from the caches, if there are tiles enough to
 *   occupy the cores: 128 × 64, else 64 × 64.
 * - With fewer tiles, 4 × 4 outputs a thread without barriers give four times the workgroups.
 * - One output a thread gives the most threads, for any shape: logits, one neuron, single examples.
 */
export function chooseVariant(shape: ProductShape, traits: DeviceTraits): VariantName {
  const { m, n, k } = shape;
  if (traits.software) {
    if (traits.subgroups)
      return m * n * k >= heavyProduct && m >= 32 && n >= 32 && byFours(shape) ? 'quadsLarge' : 'quads';
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
