// Matrix products, one or a batch of them.

import { sizesOf } from '../../ops/matmul-call.ts';
import { multiplyMatrices } from '../products.ts';
import type { FloatArray, Reference } from '../reference.ts';

export const matmul: Reference<'matmul'> = (node, [a, b], c) => {
  const { batch, m, n, k } = sizesOf(node);
  const { transposeA, transposeB } = node.attributes;
  for (let i = 0; a && b && i < batch; i++) {
    const part = (x: FloatArray, size: number) => x.subarray(i * size, (i + 1) * size);
    multiplyMatrices(part(a, m * k), part(b, k * n), part(c, m * n), m, n, k, transposeA, transposeB);
  }
};
