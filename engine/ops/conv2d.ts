// Convolution of images with a bank of filters.

import conv2dKernel from '../../shaders/conv2d.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf, type WindowAttributes } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { inputGradient, kernelGradient } from './conv2d-gradients.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { slide, type WindowOptions, windowOverrides } from './window.ts';

/**
 * images [B, H, W, C] with kernel [h, w, C, F] → [B, rows, columns, F]. A bias is added with `add`.
 * @throws ShapeError naming shapes and axis when channels differ or a window does not fit.
 */
export function conv2d(images: GraphNode, kernel: GraphNode, options: WindowOptions = {}): GraphNode {
  const [height = 0, width = 0, channels, filters = 0] = kernel.shape;
  const shown = `conv2d: images ${formatShape(images.shape)} with kernel ${formatShape(kernel.shape)}`;
  if (kernel.shape.length !== 4) throw new ShapeError(`${shown}: a kernel is [height×width×channels×filters]`);
  const { attributes, rows, columns } = slide('conv2d', images.shape, [height, width], options);
  if (images.shape[3] !== channels)
    throw new ShapeError(`${shown}: ${images.shape[3]} and ${channels} channels differ`);
  return convolve(images, kernel, attributes, [images.shape[0] ?? 0, rows, columns, filters]);
}

/** As `conv2d`, with windows and shape worked out. */
export const convolve = (x: GraphNode, w: GraphNode, attributes: WindowAttributes, shape: Shape) =>
  makeNode('conv2d', conv2dOp, [x, w], shape, attributes);
export const pixels = (shape: Shape) => sizeOf(shape.slice(0, 3));
export const conv2dOp: OpDefinition<'conv2d'> = {
  gradient: ({ inputs: [x, w], attributes }, dy) =>
    x && w ? [inputGradient(dy, w, attributes, x.shape), kernelGradient(x, dy, attributes, w.shape)] : [],
  kernels: (node) => {
    const [x, w] = [inputOf(node, 0), inputOf(node, 1)];
    const [count, filters = 0] = [pixels(node.shape), node.shape[3]];
    return [
      dispatch(conv2dKernel, {
        bindings: { x, w, y: node },
        overrides: { COUNT: count, FILTERS: filters, ...windowOverrides(node.attributes, x.shape, node.shape) },
        workgroups: workgroupsFor(count * Math.ceil(filters / 4), 64),
      }),
    ];
  },
};
