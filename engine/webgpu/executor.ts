// The WebGPU executor: builds a plan's buffers, pipelines and bind groups once, then only re-encodes and submits.

import type { BackendInfo, Executor, LoadedProgram, ProgramData, Session } from '../plan/executor.ts';
import { type Plan, type PlannedBuffer, plan } from '../plan/plan.ts';
import type { ParameterLayout, Program } from '../plan/program.ts';
import { type Device, sharedDevice } from './device.ts';
import { pipelineFor } from './pipelines.ts';
import { GpuProgram } from './program.ts';
import { readBuffers } from './readback.ts';

/** More memory than the device gives: names the limit and the size wanted. */
export class DeviceLimitError extends Error {
  override readonly name = 'DeviceLimitError';
}

/** An executor on the page's GPU device. @throws WebGpuUnavailableError */
export async function createWebGpuExecutor(reason = 'WebGPU was asked for.'): Promise<Executor> {
  const device = await sharedDevice();
  const { name, isSoftware } = device.adapter;
  const info: BackendInfo = { executor: 'webgpu', adapter: name, isSoftware, reason };
  return {
    info,
    lost: device.gpu.lost.then(({ message, reason }) => message || reason),
    createSession: async (layout, parameters) => new GpuSession(device, layout, parameters),
    // The device belongs to the page: other models use it.
    destroy: () => {},
  };
}

const storage = () => GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;

class GpuSession implements Session {
  readonly #device: Device;
  readonly #parameters: GPUBuffer;
  readonly #programs = new Set<LoadedProgram>();
  /** Dataset columns by the array they came from: programs of one model share them. */
  readonly #columns = new Map<Float32Array | Uint8Array, GPUBuffer>();

  constructor(device: Device, layout: ParameterLayout, parameters: Float32Array) {
    this.#device = device;
    this.#parameters = device.gpu.createBuffer({ label: 'parameters', size: layout.length * 4, usage: storage() });
    this.writeParameters(parameters);
  }

  async load(program: Program, data: ProgramData): Promise<GpuProgram> {
    const { gpu, traits } = this.#device;
    const planned = plan(program, traits);
    checkLimits(planned, gpu.limits);
    const pipelines = await Promise.all(planned.dispatches.map((dispatch) => pipelineFor(gpu, dispatch)));
    // Pushed and popped in one task: other models load at the same time, and scopes are one stack.
    gpu.pushErrorScope('out-of-memory');
    gpu.pushErrorScope('validation');
    const buffers = planned.buffers.map((buffer) => this.#buffer(buffer, data));
    const loaded = new GpuProgram({
      device: gpu,
      program,
      plan: planned,
      pipelines,
      buffers,
      parameters: this.#parameters,
    });
    const [validation, memory] = await Promise.all([gpu.popErrorScope(), gpu.popErrorScope()]);
    if (memory) {
      const bytes = planned.buffers.reduce((total, { byteLength }) => total + byteLength, 0);
      throw new DeviceLimitError(
        `The GPU is out of memory: ${program.name} wants ${megabytes(bytes)}. Take a smaller batch or fewer examples, or close other tabs.`,
      );
    }
    if (validation) throw new Error(`${program.name}: ${validation.message}`);
    this.#programs.add(loaded);
    return loaded;
  }

  #buffer(planned: PlannedBuffer, data: ProgramData): GPUBuffer {
    const { gpu } = this.#device;
    const size = planned.byteLength;
    switch (planned.role) {
      case 'parameters':
        return this.#parameters;
      case 'data': {
        const values = data[planned.name];
        if (!values) throw new Error(`The program reads the dataset column "${planned.name}", which was not given.`);
        let column = this.#columns.get(values);
        if (!column) {
          column = gpu.createBuffer({ label: planned.name, size, usage: storage() });
          const whole = values.byteLength - (values.byteLength % 4);
          gpu.queue.writeBuffer(column, 0, values.buffer as ArrayBuffer, values.byteOffset, Math.min(whole, size));
          this.#columns.set(values, column);
        }
        return column;
      }
      case 'constant': {
        const constant = gpu.createBuffer({ label: 'constant', size, usage: storage(), mappedAtCreation: true });
        new Float32Array(constant.getMappedRange()).fill(planned.value);
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
    for (const program of this.#programs) program.destroy();
    for (const column of this.#columns.values()) column.destroy();
    this.#parameters.destroy();
  }
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

/** @throws DeviceLimitError before anything is made. */
function checkLimits(planned: Plan, limits: GPUSupportedLimits): void {
  const largest = Math.max(...planned.buffers.map(({ byteLength }) => byteLength));
  for (const name of ['maxStorageBufferBindingSize', 'maxBufferSize'] as const) {
    if (largest > limits[name]) {
      throw new DeviceLimitError(
        `${planned.name} wants a buffer of ${megabytes(largest)}, this GPU's ${name} is ${megabytes(limits[name])}. Take a smaller batch or fewer examples.`,
      );
    }
  }
}
