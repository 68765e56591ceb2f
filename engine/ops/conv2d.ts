// Convolution of images with a bank of filters, and its two gradients, which are each other's gradients too.

import conv2dKernel from '../../shaders/conv2d.wgsl';
import inputGradientKernel from '../../shaders/conv2d_input_gradient.wgsl';
import kernelGradientKernel from '../../shaders/conv2d_kernel_gradient.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf, type WindowAttributes } from '../graph/node.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { scratch } from './leaves.ts';
import { reduceCalls } from './reduce.ts';
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

const convolve = (x: GraphNode, w: GraphNode, attributes: WindowAttributes, shape: Shape) =>
  makeNode('conv2d', conv2dOp, [x, w], shape, attributes);
const inputGradient = (dy: GraphNode, w: GraphNode, attributes: WindowAttributes, shape: Shape) =>
  makeNode('conv2dInputGradient', conv2dInputGradientOp, [dy, w], shape, attributes);
const kernelGradient = (x: GraphNode, dy: GraphNode, attributes: WindowAttributes, shape: Shape) =>
  makeNode('conv2dKernelGradient', conv2dKernelGradientOp, [x, dy], shape, attributes);

const pixels = (shape: Shape) => sizeOf(shape.slice(0, 3));
/** Positions that one thread of the kernel gradient adds up, at least. */
const shortestPart = 64;
const wantedThreads = 32_768;

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

export const conv2dInputGradientOp: OpDefinition<'conv2dInputGradient'> = {
  gradient: ({ inputs: [dy, w], attributes }, cotangent) =>
    dy && w ? [convolve(cotangent, w, attributes, dy.shape), kernelGradient(cotangent, dy, attributes, w.shape)] : [],
  kernels: (node) => {
    const [dy, w] = [inputOf(node, 0), inputOf(node, 1)];
    const [count, channels = 0] = [pixels(node.shape), node.shape[3]];
    return [
      dispatch(inputGradientKernel, {
        bindings: { dy, w, dx: node },
        overrides: {
          COUNT: count,
          FILTERS: dy.shape[3] ?? 0,
          ...windowOverrides(node.attributes, node.shape, dy.shape),
        },
        workgroups: workgroupsFor(count * Math.ceil(channels / 4), 64),
      }),
    ];
  },
};

export const conv2dKernelGradientOp: OpDefinition<'conv2dKernelGradient'> = {
  gradient: ({ inputs: [x, dy], attributes }, cotangent) =>
    x && dy ? [inputGradient(dy, cotangent, attributes, x.shape), convolve(x, cotangent, attributes, dy.shape)] : [],
  kernels: (node, traits) => {
    const [x, dy] = [inputOf(node, 0), inputOf(node, 1)];
    const [count, weights] = [pixels(dy.shape), sizeOf(node.shape)];
    const wanted = Math.min(Math.ceil(wantedThreads / weights), Math.ceil(count / shortestPart));
    const parts = Math.max(1, wanted);
    const target = parts > 1 ? scratch([parts, ...node.shape]) : node;
    const first = dispatch(kernelGradientKernel, {
      bindings: { x, dy, dw: target },
      overrides: {
        COUNT: count,
        PARTS: parts,
        FILTERS: node.shape[3] ?? 0,
        ...windowOverrides(node.attributes, x.shape, dy.shape),
      },
      workgroups: workgroupsFor(parts * weights, 64),
    });
    if (parts === 1) return [first];
    return [first, ...reduceCalls(target, node, { outer: 1, reduced: parts, inner: weights }, 'sum', traits)];
  },
};
