// The choice of kernels for sums and maxima: one thread or one workgroup for each result, long axes in two stages.

import { dispatch } from '../../shaders/kernel.ts';
import reduceAxis from '../../shaders/reduce_axis.wgsl';
import reduceRows from '../../shaders/reduce_rows.wgsl';
import type { GraphNode } from '../graph/node.ts';
import type { Extents } from './axes.ts';
import { type DeviceTraits, type KernelCall, workgroupsFor } from './definition.ts';
import { scratch } from './leaves.ts';

/** Axes shorter than this are reduced in one stage: a second dispatch costs more than it saves. */
const longAxis = 1024;
const longRow = 8192;
/** Results that are worked on at once before a long axis is cut: some waves of a large GPU, or of a few CPU cores. */
const wantedThreads = { gpu: 16_384, software: 1024 };
const wantedWorkgroups = 4096;

/** Reduces x [outer, reduced, inner] to y [outer, inner]. */
export function reduceCalls(
  x: GraphNode,
  y: GraphNode,
  { outer, reduced, inner }: Extents,
  reduction: 'sum' | 'max',
  { software }: DeviceTraits,
): KernelCall[] {
  const MAXIMUM = reduction === 'max';
  // Contiguous rows read by one thread each would not be coalesced; a software adapter pays for barriers instead.
  const byRows = inner === 1 && reduced > 32 && !software;
  const wanted = byRows ? wantedWorkgroups : wantedThreads[software ? 'software' : 'gpu'];
  const parts = reduced < (byRows ? longRow : longAxis) ? 1 : partsOf(reduced, wanted / (outer * inner));
  const target = parts > 1 ? scratch([outer, parts, inner]) : y;
  const first = byRows
    ? dispatch(reduceRows, {
        bindings: { x, y: target },
        overrides: { ROWS: outer, REDUCED: reduced, PARTS: parts, MAXIMUM },
        workgroups: workgroupsFor(outer * parts, 1),
      })
    : dispatch(reduceAxis, {
        bindings: { x, y: target },
        overrides: { OUTER: outer, REDUCED: reduced, INNER: inner, PARTS: parts, MAXIMUM },
        workgroups: workgroupsFor(outer * parts * inner, 64),
      });
  if (parts === 1) return [first];
  const rest = reduceCalls(target, y, { outer, reduced: parts, inner }, reduction, { software, subgroups: false });
  return [first, ...rest];
}

/** About `wanted` parts of 256 elements at least, whole vec4s, none of them empty when all but the last have the same length. */
function partsOf(reduced: number, wanted: number): number {
  const length = 4 * Math.max(64, Math.ceil(reduced / Math.max(1, Math.floor(wanted)) / 4));
  return Math.ceil(reduced / length);
}
