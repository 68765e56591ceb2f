/** Every kernel file is WGSL that a browser takes without a warning, as written and as shipped. */
import { expect, test } from 'vitest';
import type { KernelModule } from '../../shaders/kernel.ts';
import { minifyWgsl } from '../../shaders/minify.ts';
import { compileKernel, requestTestDevice } from '../gpu.ts';

const kernels = Object.values(
  import.meta.glob<KernelModule>('../../shaders/*.wgsl', { eager: true, import: 'default' }),
);

test('there are kernels', () => {
  expect(kernels).not.toEqual([]);
});

test.for(kernels)('$name compiles', async (kernel) => {
  const device = await requestTestDevice();
  await compileKernel(device, kernel);
  await compileKernel(device, { ...kernel, code: minifyWgsl(kernel.code) });
});
