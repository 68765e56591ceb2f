// The WebGPU executor: builds a plan's buffers, pipelines and bind groups once, then only re-encodes and submits.

import { type BackendInfo, DeviceLostError, type Executor, type ProgramData, type Session } from '../plan/executor.ts';
import { type Plan, type PlannedBuffer, plan } from '../plan/plan.ts';
import { isSmall, type ParameterLayout, type Program } from '../plan/program.ts';
import { Columns } from './columns.ts';
import { type Device, sharedDevice } from './device.ts';
import { pipelineFor } from './pipelines.ts';
import { GpuProgram } from './program.ts';
import { readBuffers, watched } from './readback.ts';

/** An executor on the page's GPU device. @throws WebGpuUnavailableError */
export async function createWebGpuExecutor(reason = 'WebGPU was chosen.'): Promise<Executor> {
  const device = await sharedDevice();
  const { name, isSoftware } = device.adapter;
  const info: BackendInfo = { executor: 'webgpu', adapter: name, isSoftware, reason };
  return {
    info,
    loss: device.loss,
    createSession: (layout, parameters) => createSession(device, layout, parameters),
    // The device belongs to the page: other models use it.
    destroy: () => {},
  };
}

const storage = () => GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;

const largestBuffer = ({ maxBufferSize, maxStorageBufferBindingSize }: GPUSupportedLimits) =>
  Math.min(maxBufferSize, maxStorageBufferBindingSize);

/** Whether the plan wants more than the device gives; what that is, and the sentence about it, are fetched then. */
const exceeds = ({ buffers, dispatches }: Plan, limits: GPUSupportedLimits): boolean =>
  buffers.some(({ byteLength }) => byteLength > largestBuffer(limits)) ||
  dispatches.some(({ workgroups }) => Math.max(...workgroups) > limits.maxComputeWorkgroupsPerDimension);

/** Makes buffers with the device's errors caught. @throws DeviceLimitError when memory runs out. */
async function withinMemory<T>(gpu: GPUDevice, name: string, bytes: number, make: () => T): Promise<T> {
  const made: T[] = [];
  gpu.pushErrorScope('out-of-memory');
  const checked = watched(gpu, name, () => made.push(make()));
  const [memory, failure] = await Promise.all([
    gpu.popErrorScope(),
    checked.then(
      () => undefined,
      (error: unknown) => error,
    ),
  ]);
  // A buffer that is filled as it is made throws a RangeError instead.
  if (memory || failure instanceof RangeError) throw (await import('./limits.ts')).outOfMemory(name, bytes);
  if (failure) throw failure;
  return made[0] as T;
}

/** Memory for one model's parameters. @throws DeviceLimitError */
export async function createSession(
  device: Device,
  layout: ParameterLayout,
  values: Float32Array,
): Promise<GpuSession> {
  const { gpu } = device;
  const size = layout.length * 4;
  if (size > largestBuffer(gpu.limits)) (await import('./limits.ts')).checkBufferSize('The model', size, gpu.limits);
  const parameters = await withinMemory(gpu, 'the model', size, () =>
    gpu.createBuffer({ label: 'parameters', size, usage: storage() }),
  );
  const session = new GpuSession(device, parameters);
  session.writeParameters(values);
  return session;
}

/** Small chains have a kernel that runs whole loops. It is fetched when a program might be one: most are not. */
const mayLoop = ({ effects: [update, tick], layout }: Program): boolean =>
  isSmall(layout) && update?.op === 'optimizerUpdate' && tick?.inputs[1]?.op === 'rowLoss';

class GpuSession implements Session {
  readonly #device: Device;
  readonly #parameters: GPUBuffer;
  readonly #programs = new Set<GpuProgram>();
  readonly #columns: Columns;

  constructor(device: Device, parameters: GPUBuffer) {
    this.#device = device;
    this.#parameters = parameters;
    this.#columns = new Columns(device.gpu);
  }

  async load(program: Program, data: ProgramData): Promise<GpuProgram> {
    try {
      return await this.#load(program, data);
    } catch (error) {
      const { message } = this.#device.loss;
      if (message !== undefined) throw new DeviceLostError(message);
      throw error;
    }
  }

  async #load(program: Program, data: ProgramData, whole = true): Promise<GpuProgram> {
    const { gpu, traits } = this.#device;
    const loop = whole && mayLoop(program) && (await import('../plan/loop.ts')).planLoop(program, traits);
    const planned = loop || plan(program, traits);
    if (exceeds(planned, gpu.limits)) (await import('./limits.ts')).checkLimits(planned, gpu.limits);
    const pipelines = await Promise.all(planned.dispatches.map((dispatch) => pipelineFor(gpu, dispatch)));
    const bytes = planned.buffers.reduce((total, { byteLength }) => total + byteLength, 0);
    const owned: GPUBuffer[] = [];
    const columns: ReturnType<Columns['take']>[] = [];
    const make = (buffer: PlannedBuffer): GPUBuffer => {
      if (buffer.role === 'parameters') return this.#parameters;
      if (buffer.role === 'data') {
        const column = this.#columns.take(buffer.name, columnOf(data, buffer.name), buffer.byteLength);
        columns.push(column);
        return column.buffer;
      }
      const made = this.#buffer(buffer);
      owned.push(made);
      return made;
    };
    try {
      return await withinMemory(gpu, program.name, bytes, () => {
        const buffers = planned.buffers.map(make);
        const parts = {
          device: gpu,
          program,
          plan: planned,
          pipelines,
          buffers,
          owned,
          parameters: this.#parameters,
          loadSteps: () => this.#load(program, data, false),
        };
        const loaded = new GpuProgram(parts, () => {
          this.#programs.delete(loaded);
          for (const column of columns.splice(0)) this.#columns.release(column);
        });
        this.#programs.add(loaded);
        return loaded;
      });
    } catch (error) {
      for (const column of columns) this.#columns.release(column, true);
      for (const buffer of owned) buffer.destroy();
      throw error;
    }
  }

  #buffer(planned: PlannedBuffer): GPUBuffer {
    const { gpu } = this.#device;
    const size = planned.byteLength;
    switch (planned.role) {
      case 'constant': {
        const constant = gpu.createBuffer({ label: 'constant', size, usage: storage(), mappedAtCreation: true });
        const mapped = new Float32Array(constant.getMappedRange());
        if (typeof planned.values === 'number') mapped.fill(planned.values);
        else mapped.set(planned.values);
        constant.unmap();
        return constant;
      }
      case 'knobs':
        return gpu.createBuffer({ label: 'knobs', size, usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST });
      default:
        return gpu.createBuffer({ label: planned.role, size, usage: storage() });
    }
  }

  async readParameters(): Promise<Float32Array> {
    const [bytes] = await readBuffers(this.#device.gpu, [
      { buffer: this.#parameters, byteOffset: 0, byteLength: this.#parameters.size },
    ]);
    return new Float32Array(bytes ?? new ArrayBuffer(0));
  }

  writeParameters(values: Float32Array): void {
    this.#device.gpu.queue.writeBuffer(
      this.#parameters,
      0,
      values.buffer as ArrayBuffer,
      values.byteOffset,
      values.byteLength,
    );
  }

  destroy(): void {
    for (const program of [...this.#programs]) program.destroy();
    this.#columns.destroy();
    this.#parameters.destroy();
  }
}

function columnOf(data: ProgramData, name: string): Float32Array | Uint8Array {
  const values = data[name];
  if (!values) throw new Error(`The program reads the dataset column "${name}", which was not given.`);
  return values;
}
