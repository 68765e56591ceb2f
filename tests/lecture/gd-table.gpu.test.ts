// The slide's table of gradient descent, on WebGPU and on the CPU in its worker.

import { expect, test } from 'vitest';
import { descentTable } from '../../bench/lecture/gd-table.ts';
import { gradientDescentTable } from '../../bench/lecture/presets.ts';

test.each(['webgpu', 'cpu'] as const)('on %s, all 55 numbers come out to the printed digit', async (executor) => {
  expect(await descentTable(executor)).toEqual(gradientDescentTable.rows);
});
