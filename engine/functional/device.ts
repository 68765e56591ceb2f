// Where tensors are computed: chosen once for the page, found again when the GPU was lost; and the programs kept there.

import type { GraphNode } from '../graph/node.ts';
import { type Computation, computation, type TensorDevice } from '../plan/tensors.ts';
import { requestAdapter, WebGpuUnavailableError } from '../webgpu/device.ts';

type Backend = 'auto' | 'webgpu' | 'cpu';

let wanted: Backend = 'auto';
let current: Promise<TensorDevice> | undefined;

/**
 * Where tensors are computed from now on; those that exist move when they are used. `auto`, the default, takes the GPU
 * unless there is none or only a software one.
 */
export function useBackend(backend: Backend): void {
  if (backend === wanted) return;
  wanted = backend;
  current = undefined;
}

async function createGpu(reason: string): Promise<TensorDevice> {
  const { createGpuTensors } = await import('../webgpu/tensors.ts');
  return createGpuTensors(reason);
}

async function createCpu(reason: string): Promise<TensorDevice> {
  const { createCpuTensors } = await import('../cpu/tensors.ts');
  return createCpuTensors(reason);
}

async function create(backend: Backend): Promise<TensorDevice> {
  if (backend === 'cpu') return createCpu('The CPU was chosen.');
  if (backend === 'webgpu') return createGpu('WebGPU was chosen.');
  try {
    const { description } = await requestAdapter();
    if (!description.isSoftware) return await createGpu(`WebGPU adapter ${description.name}.`);
    return await createCpu(`The only WebGPU adapter (${description.name}) is software; the CPU computes directly.`);
  } catch (error) {
    if (!(error instanceof WebGpuUnavailableError)) throw error;
    return createCpu(`${error.message} The CPU computes instead, more slowly.`);
  }
}

export function tensorDevice(): Promise<TensorDevice> {
  if (!current) {
    const created = create(wanted);
    current = created;
    const forget = () => {
      if (current === created) current = undefined;
    };
    created.then(({ loss }) => loss.listen(forget), forget);
  }
  return current;
}

/** Programs kept for their next use. Each holds its buffers on the device. */
const maxComputations = 512;
const computations = new WeakMap<TensorDevice, Map<string, Promise<Computation>>>();

/**
 * The program of a graph, found by the graph's structure. A full cache loses its least recently used program and no other.
 * @param key `structureOf(outputs)`
 */
export function computationFor(device: TensorDevice, key: string, outputs: readonly GraphNode[]): Promise<Computation> {
  let kept = computations.get(device);
  if (!kept) {
    kept = new Map();
    computations.set(device, kept);
  }
  const found = kept.get(key);
  // A map keeps its order of insertion: the one used last goes to the end.
  kept.delete(key);
  const prepared = found ?? device.prepare(computation(outputs));
  kept.set(key, prepared);
  if (!found) {
    const cache = kept;
    prepared.catch(() => cache.delete(key));
    const [oldest] = kept;
    if (kept.size > maxComputations && oldest) {
      kept.delete(oldest[0]);
      oldest[1].then(
        (computation) => computation.destroy(),
        () => {},
      );
    }
  }
  return prepared;
}
