// Measures the product kernels on this GPU, once per adapter and class of shapes; plans built afterwards take the fastest.

import { productCall, rememberVariant, shapeClass, variantsFor } from '../ops/matmul-choice.ts';
import type { ProductShape, VariantName } from '../ops/matmul-kernels.ts';
import { sharedDevice } from './device.ts';
import { pipelineFor } from './pipelines.ts';

export interface TunedShape {
  readonly shape: ProductShape;
  readonly fastest: VariantName;
  /** Microseconds of one product by each kernel; empty where the answer was known. */
  readonly microseconds: Readonly<Partial<Record<VariantName, number>>>;
}

/** Submits of each kernel whose best time counts, and products in each. */
const submits = 5;
const products = 20;

const storageKey = 'slope:matmul';

function readKept(): Record<string, VariantName> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, VariantName>;
  } catch {
    // No storage here (Node), or a page that forbids it: measured again next time.
    return {};
  }
}

/**
 * Finds the fastest kernel for products of these shapes and makes plans use it.
 * @throws WebGpuUnavailableError
 */
export async function tune(shapes: readonly ProductShape[]): Promise<TunedShape[]> {
  const { gpu, adapter, traits } = await sharedDevice();
  const kept = readKept();
  const tuned: TunedShape[] = [];
  for (const shape of shapes) {
    const key = `${adapter.name} ${shapeClass(shape)}`;
    const known = kept[key];
    const candidates = variantsFor(shape, traits);
    const microseconds: Partial<Record<VariantName, number>> = {};
    if (!known || !candidates.includes(known)) {
      for (const name of candidates) microseconds[name] = await timeOf(gpu, shape, traits, name);
    }
    const byTime = Object.entries(microseconds).sort(([, a], [, b]) => a - b);
    const fastest = (byTime[0]?.[0] as VariantName | undefined) ?? known;
    if (!fastest) continue;
    rememberVariant(shapeClass(shape), fastest);
    kept[key] = fastest;
    tuned.push({ shape, fastest, microseconds });
  }
  try {
    localStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // As above.
  }
  return tuned;
}

async function timeOf(
  gpu: GPUDevice,
  shape: ProductShape,
  traits: Parameters<typeof variantsFor>[1],
  name: VariantName,
): Promise<number> {
  const { m, n, k, transposeA, transposeB } = shape;
  const launch = {
    bindings: {
      a: 'unused',
      b: 'unused',
      bias: 'unused',
      activated: 'unused',
      product: 'unused',
      column_sums: 'unused',
    },
    overrides: {
      M: m,
      N: n,
      K: k,
      TRANSPOSE_A: transposeA,
      TRANSPOSE_B: transposeB,
      ADD_BIAS: false,
      ACTIVATION: 0,
      DERIVATIVE: 0,
      COLUMN_SUMS: false,
    },
  } as const;
  const { kernel, overrides, workgroups } = productCall(shape, launch, traits, name);
  const pipeline = await pipelineFor(gpu, { kernel, overrides, workgroups, bindings: {}, label: name });
  const values: Readonly<Record<string, number>> = { a: m * k, b: k * n, product: m * n };
  const buffers = Object.entries(kernel.bindings).map(([binding, { binding: index }]) => ({
    index,
    // Zeros: how long a product takes does not depend on its values.
    buffer: gpu.createBuffer({ size: Math.ceil((values[binding] ?? 4) / 4) * 16, usage: GPUBufferUsage.STORAGE }),
  }));
  const entries = buffers.map(({ index, buffer }) => ({ binding: index, resource: { buffer } }));
  const bindGroup = gpu.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
  let best = Number.POSITIVE_INFINITY;
  for (let submit = 0; submit <= submits; submit++) {
    // The first submit is one product: it warms the kernel up.
    const count = submit === 0 ? 1 : products;
    const encoder = gpu.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    for (let i = 0; i < count; i++) pass.dispatchWorkgroups(workgroups[0], workgroups[1], workgroups[2]);
    pass.end();
    const started = performance.now();
    gpu.queue.submit([encoder.finish()]);
    await gpu.queue.onSubmittedWorkDone();
    if (submit > 0) best = Math.min(best, (1000 * (performance.now() - started)) / count);
  }
  for (const { buffer } of buffers) buffer.destroy();
  return best;
}
