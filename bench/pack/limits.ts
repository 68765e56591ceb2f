// What the GPU can do at most: multiply-adds in registers, and copies of memory.

import { pipelineFor } from '../../engine/webgpu/pipelines.ts';
import fmaCeiling from './fma_ceiling.wgsl';

/** Best of several submits, in seconds. */
async function bestOf(device: GPUDevice, encode: (encoder: GPUCommandEncoder) => void): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let submit = 0; submit < 8; submit++) {
    const encoder = device.createCommandEncoder();
    encode(encoder);
    const started = performance.now();
    device.queue.submit([encoder.finish()]);
    await device.queue.onSubmittedWorkDone();
    best = Math.min(best, (performance.now() - started) / 1000);
  }
  return best;
}

/** GFLOP/s; a software adapter is given a hundredth of the work. */
export async function multiplyAddCeiling(device: GPUDevice, isSoftware: boolean): Promise<number> {
  const [groups, rounds] = isSoftware ? [64, 512] : [4096, 4096];
  const workgroups = [groups, 1, 1] as const;
  const launch = { kernel: fmaCeiling, overrides: { ROUNDS: rounds, FACTOR: 0.5 }, workgroups };
  const pipeline = await pipelineFor(device, { ...launch, bindings: {}, label: 'ceiling' });
  const sums = device.createBuffer({ size: groups * 1024, usage: GPUBufferUsage.STORAGE });
  const entries = [{ binding: 0, resource: { buffer: sums } }];
  const bindGroup = device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries });
  const seconds = await bestOf(device, (encoder) => {
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(0, bindGroup);
    pass.dispatchWorkgroups(groups);
    pass.end();
  });
  sums.destroy();
  return (1e-9 * groups * 256 * rounds * 64) / seconds;
}

/** GB/s, bytes read and bytes written counted. */
export async function copyBandwidth(device: GPUDevice): Promise<number> {
  const size = 2 ** 26;
  const copies = 8;
  const make = () => device.createBuffer({ size, usage: GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST });
  const [source, target] = [make(), make()];
  const seconds = await bestOf(device, (encoder) => {
    for (let i = 0; i < copies; i++) encoder.copyBufferToBuffer(source, 0, target, 0, size);
  });
  source.destroy();
  target.destroy();
  return (1e-9 * 2 * size * copies) / seconds;
}
