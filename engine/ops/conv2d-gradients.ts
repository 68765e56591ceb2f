// The two gradients of a convolution, which are each other's gradients too.

import inputGradientKernel from '../../shaders/conv2d_input_gradient.wgsl';
import kernelGradientKernel from '../../shaders/conv2d_kernel_gradient.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf, type WindowAttributes } from '../graph/node.ts';
import { type Shape, sizeOf } from '../graph/shape.ts';
import { convolve, pixels } from './conv2d.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { scratch } from './leaves.ts';
import { reduceCalls } from './reduce.ts';
import { windowOverrides } from './window.ts';

/** Cotangent of the images. */
export const inputGradient = (dy: GraphNode, w: GraphNode, attributes: WindowAttributes, shape: Shape) =>
  makeNode('conv2dInputGradient', conv2dInputGradientOp, [dy, w], shape, attributes);
/** Cotangent of the kernel. */
export const kernelGradient = (x: GraphNode, dy: GraphNode, attributes: WindowAttributes, shape: Shape) =>
  makeNode('conv2dKernelGradient', conv2dKernelGradientOp, [x, dy], shape, attributes);

/** Positions that one thread of the kernel gradient adds up, at least. */
const shortestPart = 64;
const wantedThreads = 32_768;

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
