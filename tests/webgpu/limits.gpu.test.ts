// What the device cannot give is refused before anything is made, with the limit and the size wanted.

import { expect, onTestFinished, test, vi } from 'vitest';
import * as functional from '../../engine/functional/index.ts';
import type { Dataset } from '../../engine/graph/dataset.ts';
import type { FitOptions } from '../../engine/nn/fit-options.ts';
import { dense } from '../../engine/nn/layers.ts';
import { sequential } from '../../engine/nn/sequential.ts';
import { DeviceLimitError } from '../../engine/plan/executor.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { sharedDevice } from '../../engine/webgpu/device.ts';
import { checkLimits } from '../../engine/webgpu/limits.ts';
import scale from '../shaders/fixtures/scale.wgsl';
import { countApiCalls } from './api-calls.ts';

const options: FitOptions = { loss: 'meanSquaredError', backend: 'webgpu' };
const small: Dataset = {
  inputs: { shape: [4, 2], encoding: 'f32', data: new Float32Array(8), scale: 1, offset: 0 },
  targets: { shape: [4], encoding: 'f32', data: new Float32Array(4), scale: 1, offset: 0 },
};

test('a dataset that cannot be bound names the limit and the size, and no buffer was made for it', async () => {
  const { gpu } = await sharedDevice();
  const model = sequential([dense(1)], { inputShape: [2] });
  await model.predict(new Float32Array(2), { backend: 'webgpu' });
  const calls = countApiCalls();
  onTestFinished(calls.stop);
  const run = model.fit(small, { ...options, capacity: gpu.limits.maxStorageBufferBindingSize / 8 + 4 });
  await expect(run.finished).rejects.toThrow(DeviceLimitError);
  await expect(run.finished).rejects.toThrow(
    /wants a buffer of \d+\.\d MiB; this GPU's maxStorageBufferBindingSize is \d+/,
  );
  expect(run.state).toBe('failed');
  expect(calls.counts.createBuffer).toBe(0);
});

test('a model whose parameters cannot be bound is refused, not its first kernel', async () => {
  const { gpu } = await sharedDevice();
  const limit = vi.spyOn(GPUSupportedLimits.prototype, 'maxStorageBufferBindingSize', 'get').mockReturnValue(1024);
  onTestFinished(() => limit.mockRestore());
  expect(gpu.limits.maxStorageBufferBindingSize).toBe(1024);
  const run = sequential([dense(1000), dense(1)], { inputShape: [2] }).fit(small, options);
  await expect(run.finished).rejects.toThrow(/The model wants a buffer of 0\.0 MiB; .* is 0\.0 MiB/);
});

test('memory that runs out is said with the size, and the model can be used afterwards', async () => {
  const model = sequential([dense(1)], { inputShape: [2] });
  const outOfMemory = vi.spyOn(GPUDevice.prototype, 'popErrorScope');
  onTestFinished(() => outOfMemory.mockRestore());
  await model.predict(new Float32Array(2), { backend: 'webgpu' });
  // A software adapter has no memory to run out of: the scopes of the next load answer as a full GPU's would.
  outOfMemory.mockResolvedValueOnce(null).mockResolvedValueOnce(new GPUOutOfMemoryError('full'));
  const run = model.fit(small, options);
  await expect(run.finished).rejects.toThrow(/out of memory: training step wants \d+\.\d MiB\. Take a smaller batch/);
  const again = model.fit(small, options);
  expect((await again.finished).steps).toHaveLength(1);
});

test('a tensor of the functional API is refused with the limit and its size', async () => {
  functional.useBackend('webgpu');
  const limit = vi.spyOn(GPUSupportedLimits.prototype, 'maxStorageBufferBindingSize', 'get').mockReturnValue(2 ** 20);
  onTestFinished(() => limit.mockRestore());
  await expect(functional.tensor(new Float32Array(2 ** 19)).data()).rejects.toThrow(
    /A tensor wants a buffer of 2\.0 MiB; this GPU's maxStorageBufferBindingSize is 1\.0 MiB/,
  );
  expect(await functional.mul(functional.tensor([1, 2]), 3).data()).toEqual(Float32Array.of(3, 6));
});

/** A plan of one dispatch, for limits that no layer reaches. */
const planOf = (dispatch: Partial<Plan['dispatches'][number]>): Plan => ({
  name: 'probe',
  buffers: [],
  outputs: [],
  dispatches: [
    { label: 'scale', kernel: scale, bindings: {}, overrides: {}, workgroups: [1, 1, 1], ...dispatch } as never,
  ],
});

test('workgroups, storage buffers and invocations are checked against the limits too', () => {
  const limits = {
    maxBufferSize: 1,
    maxStorageBufferBindingSize: 1,
    maxStorageBuffersPerShaderStage: 8,
    maxComputeWorkgroupsPerDimension: 65_535,
    maxComputeInvocationsPerWorkgroup: 256,
  };
  expect(() => checkLimits(planOf({}), limits)).not.toThrow();
  expect(() => checkLimits(planOf({ workgroups: [65_536, 1, 1] }), limits)).toThrow(
    /65536 workgroups in one dimension; this GPU's maxComputeWorkgroupsPerDimension is 65535/,
  );
  expect(() => checkLimits(planOf({}), { ...limits, maxStorageBuffersPerShaderStage: 1 })).toThrow(
    /2 storage buffers; this GPU's maxStorageBuffersPerShaderStage is 1/,
  );
  expect(() => checkLimits(planOf({}), { ...limits, maxComputeInvocationsPerWorkgroup: 32 })).toThrow(
    /\d+ invocations; this GPU's maxComputeInvocationsPerWorkgroup is 32/,
  );
});
