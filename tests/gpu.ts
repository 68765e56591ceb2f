/** What GPU tests share: a device whose errors fail the test, and a way to run one kernel. */
import { cdp } from 'vitest/browser';
import type { BindingName, Bindings, KernelModule, Overrides, WorkgroupCount } from '../shaders/kernel.ts';

/** The GPU's adapter. A machine without one fails the tests: skipping would hide every kernel. */
export async function requestTestAdapter(): Promise<GPUAdapter> {
  const adapter = await navigator.gpu?.requestAdapter();
  if (!adapter) {
    throw new Error('This browser has no WebGPU adapter. The GPU tests need one; a software adapter will do.');
  }
  return adapter;
}

/** Kills the browser's GPU process: every device of this page is lost, for the reason `unknown`. */
export async function crashGpuProcess() {
  await cdp().send('Browser.crashGpuProcess');
}

let shared: Promise<GPUDevice> | undefined;

/** One device per test file. An error that no scope catches fails the run, with the device's message. */
export function requestTestDevice(): Promise<GPUDevice> {
  shared ??= requestTestAdapter().then(async (adapter) => {
    // As the engine's own device: the kernels with subgroups are tested where there are subgroups.
    const requiredFeatures = (['subgroups'] as const).filter((name) => adapter.features.has(name));
    const device = await adapter.requestDevice({ requiredFeatures });
    device.addEventListener('uncapturederror', ({ error }) => {
      throw error;
    });
    device.lost.then(() => {
      shared = undefined;
    });
    return device;
  });
  return shared;
}

type KernelData = Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer>;

type WrittenName<K extends KernelModule> = {
  [Name in BindingName<K>]: K['bindings'][Name] extends { readonly access: 'read_write' } ? Name : never;
}[BindingName<K>];

/** Fails with the compiler's message, line and column when the WGSL is not right. */
export async function compileKernel(device: GPUDevice, kernel: Pick<KernelModule, 'name' | 'code'>) {
  device.pushErrorScope('validation');
  const shaderModule = device.createShaderModule({ code: kernel.code, label: kernel.name });
  const { messages } = await shaderModule.getCompilationInfo();
  await device.popErrorScope();
  if (messages.length > 0) {
    const lines = messages.map((m) => `${kernel.name}.wgsl:${m.lineNum}:${m.linePos}: ${m.type}: ${m.message}`);
    throw new Error(lines.join('\n'));
  }
  return shaderModule;
}

/** Runs one kernel once, by itself, on the data given; returns what is in its `read_write` bindings afterwards. */
export async function runKernel<K extends KernelModule, D extends Bindings<K, KernelData>>(
  device: GPUDevice,
  kernel: K,
  launch: { readonly bindings: D; readonly overrides: Overrides<K>; readonly workgroups: WorkgroupCount },
): Promise<Pick<D, WrittenName<K>>> {
  const module = await compileKernel(device, kernel);
  const constants = Object.fromEntries(Object.entries(launch.overrides).map(([name, value]) => [name, Number(value)]));
  const pipeline = await device.createComputePipelineAsync({
    layout: 'auto',
    compute: { module, entryPoint: kernel.entryPoint, constants },
  });

  const data: Readonly<Record<string, KernelData>> = launch.bindings;
  const buffers = Object.entries(kernel.bindings).map(([name, { binding, access }]) => {
    const values = data[name] as KernelData;
    const kind = access === 'uniform' ? GPUBufferUsage.UNIFORM : GPUBufferUsage.STORAGE;
    const usage = kind | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
    // WebGPU has no empty buffers, and a uniform struct is padded to 16 bytes.
    const buffer = device.createBuffer({ size: Math.max(16, values.byteLength), usage, label: name });
    device.queue.writeBuffer(buffer, 0, values);
    return { name, binding, access, values, buffer };
  });

  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  const entries = buffers.map(({ binding, buffer, values, access }) => ({
    binding,
    resource: { buffer, size: access === 'uniform' ? buffer.size : Math.max(4, values.byteLength) },
  }));
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(...launch.workgroups);
  pass.end();
  const written = buffers
    .filter(({ access }) => access === 'read_write')
    .map((source) => {
      const { size } = source.buffer;
      const copy = device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
      encoder.copyBufferToBuffer(source.buffer, 0, copy, 0, size);
      return { ...source, copy };
    });
  device.queue.submit([encoder.finish()]);

  const results = written.map(async ({ name, values, copy }) => {
    await copy.mapAsync(GPUMapMode.READ);
    const bytes = copy.getMappedRange().slice(0, values.byteLength);
    copy.destroy();
    const TypedArray = values.constructor as new (buffer: ArrayBuffer) => KernelData;
    return [name, new TypedArray(bytes)] as const;
  });
  const output = Object.fromEntries(await Promise.all(results));
  for (const { buffer } of buffers) buffer.destroy();
  return output as Pick<D, WrittenName<K>>;
}
