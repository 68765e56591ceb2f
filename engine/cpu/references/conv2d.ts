// Convolution of images with a bank of filters, and its two gradients.

import { inputOf } from '../../graph/node.ts';
import type { Reference } from '../reference.ts';
import { eachPlace } from './window.ts';

export const conv2d: Reference<'conv2d'> = (node, [x, w], y) => {
  const { shape } = inputOf(node, 0);
  const [channels = 0, filters = 0] = [shape[3], node.shape[3]];
  y.fill(0);
  eachPlace(node.attributes, shape, node.shape, (position, pixel, place) => {
    for (let k = 0; k < channels; k++) {
      const value = x?.[pixel * channels + k] ?? 0;
      const from = (place * channels + k) * filters;
      for (let f = 0, at = position * filters; f < filters; f++, at++)
        y[at] = (y[at] ?? 0) + value * (w?.[from + f] ?? 0);
    }
  });
};

export const conv2dInputGradient: Reference<'conv2dInputGradient'> = (node, [dy, w], dx) => {
  const { shape } = inputOf(node, 0);
  const [channels = 0, filters = 0] = [node.shape[3], shape[3]];
  dx.fill(0);
  eachPlace(node.attributes, node.shape, shape, (position, pixel, place) => {
    for (let k = 0; k < channels; k++) {
      const from = (place * channels + k) * filters;
      let sum = 0;
      for (let f = 0; f < filters; f++) sum += (dy?.[position * filters + f] ?? 0) * (w?.[from + f] ?? 0);
      dx[pixel * channels + k] = (dx[pixel * channels + k] ?? 0) + sum;
    }
  });
};

export const conv2dKernelGradient: Reference<'conv2dKernelGradient'> = (node, [x, dy], dw) => {
  const [, , channels = 0, filters = 0] = node.shape;
  dw.fill(0);
  eachPlace(node.attributes, inputOf(node, 0).shape, inputOf(node, 1).shape, (position, pixel, place) => {
    for (let k = 0; k < channels; k++) {
      const value = x?.[pixel * channels + k] ?? 0;
      const first = (place * channels + k) * filters;
      for (let f = 0; f < filters; f++)
        dw[first + f] = (dw[first + f] ?? 0) + value * (dy?.[position * filters + f] ?? 0);
    }
  });
};
