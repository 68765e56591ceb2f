// The search for the first dispatch of a step whose result is not finite. Fetched by the runs that diverge.

import type { Origin } from '../plan/executor.ts';
import type { BufferSlice, Plan, PlannedDispatch } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import type { Parts } from './program.ts';
import { type ReadRange, readBuffers } from './readback.ts';

/**
 * Does a step dispatch by dispatch; the first that writes NaN or an infinity, if one does.
 * @param encode puts the plan's dispatch `i` into a pass
 */
export async function findNonFinite(
  { device, plan, buffers, program }: Parts,
  encode: (pass: GPUComputePassEncoder, i: number) => void,
): Promise<Origin | undefined> {
  const start = device.createCommandEncoder();
  // Padding behind a value must not show what the buffer held before.
  plan.buffers.forEach(({ role }, i) => {
    const buffer = buffers[i];
    if (buffer && role === 'temporary') start.clearBuffer(buffer);
  });
  device.queue.submit([start.finish()]);
  for (const [i, dispatch] of plan.dispatches.entries()) {
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    encode(pass, i);
    pass.end();
    device.queue.submit([encoder.finish()]);
    const written = writtenSlices(plan, dispatch).flatMap(({ buffer, byteOffset, byteLength }): ReadRange[] => {
      const found = buffers[buffer];
      return found ? [{ buffer: found, byteOffset, byteLength }] : [];
    });
    if (written.length === 0) continue;
    const values = await readBuffers(device, written);
    if (values.some((bytes) => !new Float32Array(bytes).every(Number.isFinite))) {
      return originOf(plan, dispatch, program);
    }
  }
  return undefined;
}

/** The numbers that a dispatch writes: clock and ring hold counters, and are left out. */
function writtenSlices(plan: Plan, { kernel, bindings }: PlannedDispatch): BufferSlice[] {
  return Object.entries(kernel.bindings).flatMap(([name, { access }]) => {
    const slice = bindings[name];
    const role = slice && plan.buffers[slice.buffer]?.role;
    return access === 'read_write' && slice && role && !['clock', 'ring', 'unused'].includes(role) ? [slice] : [];
  });
}

/** With the first parameter that the dispatch reads, or whose gradient it writes. */
function originOf(plan: Plan, { label, kernel, bindings }: PlannedDispatch, { layout }: Program): Origin {
  const does = { operation: label.replace(` (${kernel.name})`, ''), kernel: kernel.name };
  for (const { buffer, byteOffset, byteLength } of Object.values(bindings)) {
    const role = plan.buffers[buffer]?.role;
    if (role !== 'parameters' && role !== 'gradients') continue;
    // The optimizer binds all of them at once.
    if (byteLength >= layout.length * 4 && layout.slots.length > 1) continue;
    const slot = layout.slots.find(({ offset }) => offset * 4 === byteOffset);
    if (slot) return { ...does, parameter: slot.name, writesGradient: role === 'gradients' };
  }
  return { ...does, writesGradient: false };
}
