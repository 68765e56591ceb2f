// Tensors of the functional API on the GPU: buffers that are used again, and programs between them.

import type { BackendInfo } from '../plan/executor.ts';
import { paddedBytes } from '../plan/plan.ts';
import type { Stored, TensorDevice } from '../plan/tensors.ts';
import { sharedDevice } from './device.ts';
import { createSession } from './executor.ts';
import type { checkBufferSize } from './limits.ts';
import { readBuffers } from './readback.ts';

/** Free buffers beyond this are given back to the device. */
const maxPooledBytes = 64 * 2 ** 20;

/** Buffers by size, for values that come and go with every op. */
class Pool {
  readonly #gpu: GPUDevice;
  readonly #check: typeof checkBufferSize;
  readonly #free = new Map<number, GPUBuffer[]>();
  #pooledBytes = 0;

  constructor(gpu: GPUDevice, check: typeof checkBufferSize) {
    this.#gpu = gpu;
    this.#check = check;
  }

  take(size: number): GPUBuffer {
    const buffer = this.#free.get(size)?.pop();
    if (buffer) {
      this.#pooledBytes -= size;
      return buffer;
    }
    this.#check('A tensor', size, this.#gpu.limits);
    return this.#gpu.createBuffer({ label: 'tensor', size, usage: GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST });
  }

  /** The queue keeps order: work that was submitted before still finds the values. */
  give(buffer: GPUBuffer): void {
    if (this.#pooledBytes + buffer.size > maxPooledBytes) {
      buffer.destroy();
      return;
    }
    this.#pooledBytes += buffer.size;
    const same = this.#free.get(buffer.size);
    if (same) same.push(buffer);
    else this.#free.set(buffer.size, [buffer]);
  }
}

class GpuValues implements Stored {
  readonly buffer: GPUBuffer;
  /** Rejected when what computes the values is not valid; most have nothing to wait for. */
  computed: Promise<unknown> | undefined;
  readonly #gpu: GPUDevice;
  readonly #pool: Pool;
  readonly #elements: number;

  constructor(gpu: GPUDevice, pool: Pool, elements: number) {
    this.#gpu = gpu;
    this.#pool = pool;
    this.#elements = elements;
    this.buffer = pool.take(paddedBytes(elements));
  }

  async read(): Promise<Float32Array> {
    const { buffer } = this;
    await this.computed;
    const [bytes] = await readBuffers(this.#gpu, [{ buffer, byteOffset: 0, byteLength: buffer.size }]);
    return new Float32Array(bytes ?? new ArrayBuffer(0)).slice(0, this.#elements);
  }

  free(): void {
    this.#pool.give(this.buffer);
  }
}

const onGpu = (stored: Stored): GpuValues => {
  if (!(stored instanceof GpuValues)) throw new Error('The values are on another device.');
  return stored;
};
const bufferOf = ({ buffer }: GpuValues): GPUBuffer => buffer;

/** The results' readers wait, and only while there is something to wait for. Who never reads them hears of no failure. */
function waitFor(results: readonly GpuValues[], computed: Promise<unknown>): void {
  for (const result of results) result.computed = computed;
  computed.then(
    () => {
      for (const result of results) result.computed = undefined;
    },
    () => {},
  );
}

/** The page's GPU as a device for tensors. @throws WebGpuUnavailableError */
export async function createGpuTensors(reason: string): Promise<TensorDevice> {
  const device = await sharedDevice();
  const { gpu, adapter } = device;
  const session = await createSession(device, { slots: [], length: 64 }, new Float32Array(64));
  // Not imported: a page that only trains models would carry it.
  const pool = new Pool(gpu, (await import('./limits.ts')).checkBufferSize);
  const info: BackendInfo = { executor: 'webgpu', adapter: adapter.name, isSoftware: adapter.isSoftware, reason };
  return {
    info,
    loss: device.loss,
    store: (values) => {
      const stored = new GpuValues(gpu, pool, values.length);
      gpu.queue.writeBuffer(stored.buffer, 0, values as Float32Array<ArrayBuffer>);
      return stored;
    },
    prepare: async (program) => {
      const loaded = await session.load(program, {});
      let isValid = false;
      return {
        run: (stored) => {
          const inputs = stored.map(onGpu);
          const results = loaded.outputElements.map((elements) => new GpuValues(gpu, pool, elements));
          const checked = loaded.apply(inputs.map(bufferOf), results.map(bufferOf));
          const pending: Promise<unknown>[] = inputs.flatMap(({ computed }) => computed ?? []);
          if (!isValid) pending.push(checked.then(() => (isValid = true)));
          if (pending.length > 0) waitFor(results, Promise.all(pending));
          return results;
        },
        destroy: () => loaded.destroy(),
      };
    },
  };
}
