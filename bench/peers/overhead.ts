// What following every loss costs Slope: the rate with all losses read against the same dispatches without any readback.
// `measure-overhead.ts` calls it through the browser's protocol.

import { ringRowWords } from '../../engine/graph/step-state.ts';
import { trainer } from './slope.ts';
import { trainingData, workloads } from './workloads.ts';

interface Launch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly workgroups: readonly number[];
}

export interface Overhead {
  /** The performance mark at which a snapshot of the run has come back. */
  readonly snapshotMark: string;
  /** Trains so many steps, every loss read; resolves with milliseconds. */
  train(steps: number): Promise<number>;
  /**
   * The same dispatches in submits of as many steps, by a bare loop; resolves with milliseconds. Where it `reads`, it copies and maps as
   * many bytes as the ring's rows have, and looks at none.
   */
  replay(steps: number, reads: boolean): Promise<number>;
}

/** @param stepsPerSubmit K, fixed. */
export async function prepareOverhead(group: string, variant: string, stepsPerSubmit: number): Promise<Overhead> {
  const named = workloads.find((workload) => workload.group === group && workload.variant === variant);
  if (named?.workload.kind !== 'train') throw new Error(`${group} ${variant} trains nothing`);
  const { spec } = named.workload;
  const recorder = recordLaunches();
  const { run } = await trainer('webgpu', spec, trainingData(spec), stepsPerSubmit);
  await run(4 * stepsPerSubmit, 1);
  recorder.launches.length = 0;
  await run(stepsPerSubmit, 1);
  const { device } = recorder;
  const launches = [...recorder.launches];
  recorder.stop();
  if (!device) throw new Error('No device was made.');

  const timed = async (work: () => Promise<unknown>) => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };
  const size = stepsPerSubmit * ringRowWords * 4;
  const rows = device.createBuffer({ size, usage: GPUBufferUsage.COPY_SRC });
  const free = Array.from({ length: 3 }, () =>
    device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ }),
  );
  const submit = async (reads: boolean) => {
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    for (const { pipeline, bindGroup, workgroups } of launches) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(workgroups[0] ?? 1, workgroups[1], workgroups[2]);
    }
    pass.end();
    const staging = reads ? free.pop() : undefined;
    if (staging) encoder.copyBufferToBuffer(rows, 0, staging, 0, size);
    device.queue.submit([encoder.finish()]);
    if (!staging) return device.queue.onSubmittedWorkDone();
    await staging.mapAsync(GPUMapMode.READ, 0, size);
    staging.getMappedRange(0, size);
    staging.unmap();
    free.push(staging);
  };
  const snapshotMark = 'slope-snapshot';
  markSnapshots(snapshotMark);
  return {
    snapshotMark,
    train: (steps) => timed(() => run(steps, 1)),
    replay: (steps, reads) =>
      timed(async () => {
        // Two submits in flight, as in training.
        const inFlight: Promise<undefined>[] = [];
        for (let done = 0; done < steps; done += stepsPerSubmit) {
          inFlight.push(submit(reads));
          if (inFlight.length >= 2) await inFlight.shift();
        }
        await Promise.all(inFlight);
      }),
  };
}

/** From now on a mark comes with each snapshot, in the turn in which it has come back. */
function markSnapshots(name: string) {
  const { mapAsync } = GPUBuffer.prototype;
  GPUBuffer.prototype.mapAsync = function (...range) {
    const mapped = mapAsync.apply(this, range);
    if (this.label === 'readback') void mapped.then(() => performance.mark(name));
    return mapped;
  };
}

/** Notes the device and every dispatch until `stop`. */
function recordLaunches() {
  const pass = GPUComputePassEncoder.prototype;
  const { setPipeline, setBindGroup, dispatchWorkgroups } = pass;
  const { requestDevice } = GPUAdapter.prototype;
  const recorded: { device: GPUDevice | undefined; launches: Launch[]; stop(): void } = {
    device: undefined,
    launches: [],
    stop: () => {
      Object.assign(pass, { setPipeline, setBindGroup, dispatchWorkgroups });
      GPUAdapter.prototype.requestDevice = requestDevice;
    },
  };
  let pipeline: GPUComputePipeline | undefined;
  let bindGroup: GPUBindGroup | undefined;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await requestDevice.call(this, descriptor);
    recorded.device = device;
    return device;
  };
  Object.assign(pass, {
    setPipeline(this: GPUComputePassEncoder, next: GPUComputePipeline) {
      pipeline = next;
      setPipeline.call(this, next);
    },
    setBindGroup(this: GPUComputePassEncoder, index: number, next: GPUBindGroup) {
      bindGroup = next;
      Reflect.apply(setBindGroup, this, [index, next]);
    },
    dispatchWorkgroups(this: GPUComputePassEncoder, x: number, y = 1, z = 1) {
      if (pipeline && bindGroup) recorded.launches.push({ pipeline, bindGroup, workgroups: [x, y, z] });
      dispatchWorkgroups.call(this, x, y, z);
    },
  });
  return recorded;
}
