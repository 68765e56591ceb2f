// Compute pipelines: one per kernel and set of overrides, made asynchronously and kept as long as the device.

import type { KernelModule } from '../../shaders/kernel.ts';
import type { PlannedDispatch } from '../plan/plan.ts';

/** A kernel that the device refuses: its name and the compiler's sentence, with line and column where there is one. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
}

interface Cache {
  readonly modules: Map<KernelModule, Promise<GPUShaderModule>>;
  readonly pipelines: Map<string, Promise<GPUComputePipeline>>;
}

const caches = new WeakMap<GPUDevice, Cache>();

function cacheOf(device: GPUDevice): Cache {
  let cache = caches.get(device);
  if (!cache) {
    cache = { modules: new Map(), pipelines: new Map() };
    caches.set(device, cache);
  }
  return cache;
}

/** The pipeline of a dispatch. @throws KernelError */
export function pipelineFor(device: GPUDevice, { kernel, overrides }: PlannedDispatch): Promise<GPUComputePipeline> {
  const { modules, pipelines } = cacheOf(device);
  const key = `${kernel.name} ${JSON.stringify(overrides)}`;
  let pipeline = pipelines.get(key);
  if (!pipeline) {
    let module = modules.get(kernel);
    if (!module) {
      module = createModule(device, kernel);
      modules.set(kernel, module);
    }
    pipeline = createPipeline(device, module, kernel, overrides);
    pipelines.set(key, pipeline);
  }
  return pipeline;
}

async function createModule(device: GPUDevice, kernel: KernelModule): Promise<GPUShaderModule> {
  const code = kernel.fetchCode ? await kernel.fetchCode() : kernel.code;
  return device.createShaderModule({ label: kernel.name, code });
}

async function createPipeline(
  device: GPUDevice,
  pending: Promise<GPUShaderModule>,
  kernel: KernelModule,
  overrides: PlannedDispatch['overrides'],
): Promise<GPUComputePipeline> {
  const module = await pending;
  const constants = Object.fromEntries(Object.entries(overrides).map(([name, value]) => [name, Number(value)]));
  try {
    return await device.createComputePipelineAsync({
      label: kernel.name,
      layout: 'auto',
      compute: { module, entryPoint: kernel.entryPoint, constants },
    });
  } catch (error) {
    const { messages } = await module.getCompilationInfo();
    const first = messages.find(({ type }) => type === 'error');
    const where = first ? `${kernel.name}.wgsl:${first.lineNum}:${first.linePos}: ${first.message}` : String(error);
    throw new KernelError(`The kernel ${kernel.name} could not be built: ${where}`);
  }
}
