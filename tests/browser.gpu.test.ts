/** The ground the GPU tests stand on: a WebGPU adapter, a page that is isolated, a kernel that runs. */
import { expect, test } from 'vitest';
import { crashGpuProcess, requestTestAdapter, requestTestDevice, runKernel } from './gpu.ts';
import scale from './shaders/fixtures/scale.wgsl';

test('there is a WebGPU adapter, and it has a name', async () => {
  const { info } = await requestTestAdapter();
  const name = [info.vendor, info.architecture, info.device, info.description].filter(Boolean).join(' ');
  console.info(`WebGPU adapter: ${name}`);
  expect(name).not.toBe('');
});

test('test pages are cross-origin isolated', () => {
  expect(crossOriginIsolated).toBe(true);
});

test('a kernel imported from a .wgsl file runs', async () => {
  const device = await requestTestDevice();
  const a = Float32Array.from({ length: 100 }, (_, i) => i - 50);
  const out = await runKernel(device, scale, {
    bindings: { a, knobs: new Float32Array([3]), out: new Float32Array(100).fill(7) },
    overrides: { N: 99, HALVE: true },
    workgroups: [2, 1, 1],
  });
  expect(out.out).toBeAllClose([...a.map((value) => value * 1.5).slice(0, 99), 7]);
});

test('a test can crash the GPU process, more often than a page normally may, and get a new device', async () => {
  for (let crash = 0; crash < 3; crash++) {
    const device = await (await requestTestAdapter()).requestDevice();
    await crashGpuProcess();
    expect((await device.lost).reason).toBe('unknown');
  }
  await expect(requestTestAdapter()).resolves.toBeDefined();
});
