// Layers on images [height, width, channels]: convolution and max pooling, with the defaults of Keras.

import { formatShape, type Shape, ShapeError } from '../graph/shape.ts';
import { add } from '../ops/binary.ts';
import { conv2d as convolve } from '../ops/conv2d.ts';
import { maxPool } from '../ops/max-pool.ts';
import { pair, slide } from '../ops/window.ts';
import { type Activation, checkedUnits, type Layer, type Size2d, type WeightOptions, weightsOf } from './layers.ts';

export interface WindowLayerOptions {
  /** Steps of the window: one number, or vertical and horizontal. */
  readonly strides?: number | Size2d;
  /** `valid` (default): whole windows only. `same`: padded, so that stride 1 keeps the size. */
  readonly padding?: 'valid' | 'same';
  readonly name?: string;
}

export interface Conv2dOptions extends WindowLayerOptions, WeightOptions {
  /** Default linear. */
  readonly activation?: Activation;
}

/** The size of what a window gives, one example. @throws ShapeError when the input is no image or the window does not fit. */
function slidOver(
  layer: string,
  inputShape: Shape,
  window: Size2d,
  options: { strides: Size2d; padding: 'valid' | 'same' },
) {
  if (inputShape.length !== 3) {
    throw new ShapeError(`${layer}: examples of shape ${formatShape(inputShape)}; images are [height×width×channels]`);
  }
  const { rows, columns } = slide(layer, [1, ...inputShape], window, options);
  return [rows, columns] as const;
}

/**
 * `filters` small linear maps that slide over the image: f(conv(x, W) + b), W [h, w, channels, filters], b [filters].
 * Defaults as in Keras: stride 1, valid padding, linear, with bias, Glorot uniform weights, zero bias.
 * @param kernelSize one number, or height and width. @throws RangeError when `filters` is no positive whole number.
 */
export function conv2d(filters: number, kernelSize: number | Size2d, options: Conv2dOptions = {}): Layer {
  const { strides = 1, padding = 'valid', activation = 'linear', name, ...weights } = options;
  checkedUnits('conv2d', filters, 'filters');
  const size = pair(kernelSize);
  const window = { strides: pair(strides), padding };
  return {
    type: 'Conv2D',
    name,
    activation,
    config: { layer: 'conv2d', filters, kernelSize: size, ...window, ...weights },
    outputShape: (inputShape) => [...slidOver('conv2d', inputShape, size, window), filters],
    parameters: (inputShape) => weightsOf([...size, inputShape[2] ?? 0, filters], [filters], weights),
    apply: (x, [kernel, bias]) => {
      if (!kernel) throw new ShapeError('conv2d: the kernel is missing');
      const product = convolve(x, kernel, window);
      return bias ? add(product, bias) : product;
    },
  };
}

/** The largest value of each window, channel by channel. Defaults as in Keras: windows of 2×2 side by side, valid padding. */
export function maxPooling2d(poolSize: number | Size2d = 2, options: WindowLayerOptions = {}): Layer {
  const size = pair(poolSize);
  const { strides = size, padding = 'valid', name } = options;
  const window = { strides: pair(strides), padding };
  return {
    type: 'MaxPooling2D',
    name,
    activation: 'linear',
    config: { layer: 'maxPooling2d', poolSize: size, ...window },
    outputShape: (inputShape) => [...slidOver('maxPooling2d', inputShape, size, window), inputShape[2] ?? 0],
    parameters: () => [],
    apply: (x) => maxPool(x, size, window),
  };
}
