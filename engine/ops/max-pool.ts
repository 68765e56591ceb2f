// Max-pooling and its gradient; of equal values in a window the first wins.

import { dispatch } from '../../shaders/kernel.ts';
import maxPoolKernel from '../../shaders/max_pool.wgsl';
import maxPoolGradientKernel from '../../shaders/max_pool_gradient.wgsl';
import { type GraphNode, inputOf, type WindowAttributes } from '../graph/node.ts';
import { type Shape, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { pair, slide, type WindowOptions, windowOverrides } from './window.ts';

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

export const maxPoolOp: OpDefinition<'maxPool'> = {
  gradient: ({ inputs: [x], attributes }, dy) =>
    x ? [undefined, makeNode('maxPoolGradient', maxPoolGradientOp, [x, dy], x.shape, attributes)] : [],
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
