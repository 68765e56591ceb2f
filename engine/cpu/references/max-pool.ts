// Max-pooling and its gradient; of equal values in a window the first wins.

import { type GraphNode, inputOf, type WindowAttributes } from '../../graph/node.ts';
import { type Shape, sizeOf } from '../../graph/shape.ts';
import type { FloatArray, Reference } from '../reference.ts';
import { eachPlace } from './window.ts';

/** Position in x of the first maximum of each window and channel. */
function winners(node: GraphNode, attributes: WindowAttributes, x: FloatArray, images: Shape, output: Shape) {
  const channels = node.shape[3] ?? 0;
  const found = new Int32Array(sizeOf(output)).fill(-1);
  eachPlace(attributes, images, output, (position, pixel) => {
    for (let k = 0; k < channels; k++) {
      const [at, best] = [pixel * channels + k, found[position * channels + k] ?? -1];
      if (best < 0 || (x[at] ?? 0) > (x[best] ?? 0)) found[position * channels + k] = at;
    }
  });
  return found;
}

export const maxPool: Reference<'maxPool'> = (node, [x, values], y) => {
  if (!x) return;
  winners(node, node.attributes, x, inputOf(node, 0).shape, node.shape).forEach((at, i) => {
    y[i] = values?.[at] ?? 0;
  });
};

export const maxPoolGradient: Reference<'maxPoolGradient'> = (node, [x, dy], dx) => {
  dx.fill(0);
  if (!x) return;
  winners(node, node.attributes, x, node.shape, inputOf(node, 1).shape).forEach((at, i) => {
    dx[at] = (dx[at] ?? 0) + (dy?.[i] ?? 0);
  });
};
