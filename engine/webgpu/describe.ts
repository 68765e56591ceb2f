// What a dispatch of a plan writes, and how people call it.

import type { BufferSlice, Plan, PlannedDispatch } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';

/** The numbers that a dispatch writes: clock and ring hold counters, and are left out. */
export function writtenSlices(plan: Plan, { kernel, bindings }: PlannedDispatch): BufferSlice[] {
  return Object.entries(kernel.bindings).flatMap(([name, { access }]) => {
    const slice = bindings[name];
    const role = slice && plan.buffers[slice.buffer]?.role;
    return access === 'read_write' && slice && role && !['clock', 'ring', 'unused'].includes(role) ? [slice] : [];
  });
}

/** "dense relu (matmul_direct) of dense_1/kernel": the first parameter that it reads, or whose gradient it writes. */
export function describeDispatch(plan: Plan, { label, bindings }: PlannedDispatch, { layout }: Program): string {
  for (const { buffer, byteOffset, byteLength } of Object.values(bindings)) {
    const role = plan.buffers[buffer]?.role;
    if (role !== 'parameters' && role !== 'gradients') continue;
    // The optimizer binds all of them at once.
    if (byteLength >= layout.length * 4 && layout.slots.length > 1) continue;
    const slot = layout.slots.find(({ offset }) => offset * 4 === byteOffset);
    if (slot) return `${label} of ${slot.name}`;
  }
  return label;
}
