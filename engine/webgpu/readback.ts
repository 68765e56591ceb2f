// Readback of buffers: weights, predictions and snapshots; the metrics of a step have a ring of their own.

export interface ReadRange {
  readonly buffer: GPUBuffer;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/**
 * Does `work`, which must not wait for anything: other models' scopes are on the same stack.
 * @throws Error with `name` and the browser's message when the device finds a call in it not valid.
 */
export async function watched(device: GPUDevice, name: string, work: () => void): Promise<void> {
  device.pushErrorScope('validation');
  let popped: Promise<GPUError | null>;
  try {
    work();
  } finally {
    popped = device.popErrorScope();
  }
  const error = await popped;
  if (error) throw new Error(`${name}: ${error.message}`);
}

/** A staging buffer that holds all ranges one after another. */
export function stagingFor(device: GPUDevice, ranges: readonly ReadRange[]): GPUBuffer {
  const size = ranges.reduce((total, { byteLength }) => total + byteLength, 0);
  return device.createBuffer({ label: 'readback', size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
}

/** Copies of the ranges as they are after all work submitted so far, through a staging buffer that is free. */
export async function readInto(
  device: GPUDevice,
  staging: GPUBuffer,
  ranges: readonly ReadRange[],
): Promise<ArrayBuffer[]> {
  const checked = watched(device, 'readback', () => {
    const encoder = device.createCommandEncoder({ label: 'readback' });
    let end = 0;
    for (const { buffer, byteOffset, byteLength } of ranges) {
      encoder.copyBufferToBuffer(buffer, byteOffset, staging, end, byteLength);
      end += byteLength;
    }
    device.queue.submit([encoder.finish()]);
  });
  await Promise.all([checked, staging.mapAsync(GPUMapMode.READ)]);
  const mapped = staging.getMappedRange();
  let start = 0;
  const copies = ranges.map(({ byteLength }) => {
    const bytes = mapped.slice(start, start + byteLength);
    start += byteLength;
    return bytes;
  });
  staging.unmap();
  return copies;
}

/** One-off readback with a staging buffer of its own. */
export async function readBuffers(device: GPUDevice, ranges: readonly ReadRange[]): Promise<ArrayBuffer[]> {
  const staging = stagingFor(device, ranges);
  try {
    return await readInto(device, staging, ranges);
  } finally {
    staging.destroy();
  }
}
