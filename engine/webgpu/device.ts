// The adapter and the device: one per page, shared by all models; found again after it was lost.

import type { DeviceTraits } from '../ops/definition.ts';
import { Loss } from '../plan/loss.ts';

/** No WebGPU here: the message says what is missing and what to do. */
export class WebGpuUnavailableError extends Error {
  override readonly name = 'WebGpuUnavailableError';
}

export interface AdapterDescription {
  /** As the browser names it: "nvidia lovelace", "google swiftshader". */
  readonly name: string;
  readonly isSoftware: boolean;
}

export interface Device {
  readonly gpu: GPUDevice;
  readonly adapter: AdapterDescription;
  readonly traits: DeviceTraits;
  readonly loss: Loss;
}

const softwareNames = /swiftshader|llvmpipe|lavapipe|warp|basic render/i;

function describe({ info }: GPUAdapter): AdapterDescription {
  const parts = [info.vendor, info.architecture, info.description].filter((part) => part !== '');
  const name = parts.join(' ') || 'unnamed adapter';
  return { name, isSoftware: info.isFallbackAdapter || softwareNames.test(name) };
}

/** @throws WebGpuUnavailableError with a sentence for people. */
export async function requestAdapter(): Promise<{ adapter: GPUAdapter; description: AdapterDescription }> {
  const gpu = typeof navigator === 'undefined' ? undefined : navigator.gpu;
  if (!gpu) {
    throw new WebGpuUnavailableError(
      'This browser offers no WebGPU here. Use a recent Chrome, Edge, Safari or Firefox, over https or localhost.',
    );
  }
  let adapter: GPUAdapter | null = null;
  // A browser whose GPU process has just crashed may need a moment to start another.
  for (const delayMs of anyLost ? [0, 100, 400] : [0]) {
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (adapter) break;
  }
  if (!adapter) {
    throw new WebGpuUnavailableError(
      'The browser has WebGPU but gives no adapter: its GPU or driver is unsupported, or the GPU process crashed twice. Reload the page or update the driver.',
    );
  }
  return { adapter, description: describe(adapter) };
}

async function requestDevice(): Promise<Device> {
  const { adapter, description } = await requestAdapter();
  const optional = (['subgroups', 'timestamp-query'] as const).filter((name) => adapter.features.has(name));
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  const wanted = { requiredFeatures: optional, requiredLimits: { maxBufferSize, maxStorageBufferBindingSize } };
  const gpu = await adapter.requestDevice(wanted).catch((error: unknown) => {
    const cause = error instanceof Error ? error.message : String(error);
    throw new WebGpuUnavailableError(
      `The browser gives an adapter (${description.name}) but no device: ${cause} Reload the page.`,
    );
  });
  const traits = { software: description.isSoftware, subgroups: gpu.features.has('subgroups') };
  const loss = new Loss();
  void gpu.lost.then(({ message, reason }) => loss.report(message || reason));
  return { gpu, adapter: description, traits, loss };
}

let shared: Promise<Device> | undefined;
/** A device of this page was lost. */
let anyLost = false;

/** The page's device; a new one when the last was lost. @throws WebGpuUnavailableError */
export function sharedDevice(): Promise<Device> {
  if (!shared) {
    const requested = requestDevice();
    shared = requested;
    const forget = () => {
      if (shared === requested) shared = undefined;
    };
    requested.then(({ loss }) => {
      loss.listen(() => {
        anyLost = true;
        forget();
      });
    }, forget);
  }
  return shared;
}
