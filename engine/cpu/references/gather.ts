// Rows of a table by index, and its adjoint, the sum of rows by index.

import { inputOf } from '../../graph/node.ts';
import { sizeOf } from '../../graph/shape.ts';
import type { Reference } from '../reference.ts';

export const gather: Reference<'gather'> = (node, [table, indices], y) => {
  const [rows = 0, ...row] = inputOf(node, 0).shape;
  const width = sizeOf(row);
  indices?.forEach((index, i) => {
    const inside = index >= 0 && index < rows;
    for (let c = 0; c < width; c++) y[i * width + c] = inside ? (table?.[Math.floor(index) * width + c] ?? 0) : 0;
  });
};

export const scatterAdd: Reference<'scatterAdd'> = (node, [updates, indices], y) => {
  const [rows = 0, ...rest] = node.shape;
  const width = sizeOf(rest);
  y.fill(0);
  indices?.forEach((index, i) => {
    if (index < 0 || index >= rows) return;
    const row = Math.floor(index) * width;
    for (let c = 0; c < width; c++) y[row + c] = (y[row + c] ?? 0) + (updates?.[i * width + c] ?? 0);
  });
};
