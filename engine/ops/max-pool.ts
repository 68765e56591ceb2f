// Max-pooling and its gradient; of equal values in a window the first wins.

import { dispatch } from '../../shaders/kernel.ts';
import maxPoolKernel from '../../shaders/max_pool.wgsl';
import maxPoolGradientKernel from '../../shaders/max_pool_gradient.wgsl';
import { type GraphNode, inputOf, type WindowAttributes } from '../graph/node.ts';
import { type Shape, sizeOf } from '../graph/shape.ts';
import { type FloatArray, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { eachPlace, pair, slide, type WindowOptions, windowOverrides } from './window.ts';

/**
 * The largest value of each window: images [B, H, W, C] → [B, rows, columns, C]. Strides are the window's by default.
 * @throws ShapeError naming the axis into which a window does not fit.
 */
export function maxPool(
  images: GraphNode,
  window: number | readonly [number, number],
  options: WindowOptions = {},
): GraphNode {
  const size = pair(window);
  const { attributes, rows, columns } = slide('maxPool', images.shape, size, { strides: size, ...options });
  return pick(images, images, attributes, [images.shape[0] ?? 0, rows, columns, images.shape[3] ?? 0]);
}

/** `values` where `x` is largest: only the values carry a gradient, the choice is flat. */
const pick = (x: GraphNode, values: GraphNode, attributes: WindowAttributes, shape: Shape): GraphNode =>
  makeNode('maxPool', maxPoolOp, [x, values], shape, attributes);

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

export const maxPoolOp: OpDefinition<'maxPool'> = {
  gradient: ({ inputs: [x], attributes }, dy) =>
    x ? [undefined, makeNode('maxPoolGradient', maxPoolGradientOp, [x, dy], x.shape, attributes)] : [],
  reference: (node, [x, values], y) => {
    if (!x) return;
    winners(node, node.attributes, x, inputOf(node, 0).shape, node.shape).forEach((at, i) => {
      y[i] = values?.[at] ?? 0;
    });
  },
  kernels: (node) => {
    const [x, values] = [inputOf(node, 0), inputOf(node, 1)];
    const count = sizeOf(node.shape);
    return [
      dispatch(maxPoolKernel, {
        bindings: { x, values, y: node },
        overrides: { COUNT: count, ...windowOverrides(node.attributes, x.shape, node.shape) },
        workgroups: workgroupsFor(count, 64),
      }),
    ];
  },
};

export const maxPoolGradientOp: OpDefinition<'maxPoolGradient'> = {
  gradient: ({ inputs: [x, dy], attributes }, cotangent) =>
    x && dy ? [undefined, pick(x, cotangent, attributes, dy.shape)] : [],
  reference: (node, [x, dy], dx) => {
    dx.fill(0);
    if (!x) return;
    winners(node, node.attributes, x, node.shape, inputOf(node, 1).shape).forEach((at, i) => {
      dx[at] = (dx[at] ?? 0) + (dy?.[i] ?? 0);
    });
  },
  kernels: (node) => {
    const [x, dy] = [inputOf(node, 0), inputOf(node, 1)];
    const count = sizeOf(node.shape);
    return [
      dispatch(maxPoolGradientKernel, {
        bindings: { x, dy, dx: node },
        overrides: { COUNT: count, ...windowOverrides(node.attributes, x.shape, dy.shape) },
        workgroups: workgroupsFor(count, 64),
      }),
    ];
  },
};
