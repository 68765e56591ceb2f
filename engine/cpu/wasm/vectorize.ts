// Which nodes the kernels compute, and with which numbers; all others run as their references, on the same memory.

import { type GraphNode, inputOf, type WindowAttributes } from '../../graph/node.ts';
import { type Shape, sameShape, sizeOf } from '../../graph/shape.ts';
import { hash } from '../../graph/shuffle.ts';
import { activationCode } from '../../ops/activation-gradient.ts';
import { extentsOf } from '../../ops/axes.ts';
import { wordsPerRow } from '../../ops/batch.ts';
import { thresholdOf } from '../../ops/dropout.ts';
import { sizesOf } from '../../ops/matmul-call.ts';
import type { CpuState } from '../reference.ts';
import { clipScale } from '../references/optimizer-update.ts';
import type { KernelName } from './module.ts';

/** How a kernel's work may be cut: so many items, each of so many nanoseconds or so, in parts of multiples of `multiple`. */
export interface Extent {
  readonly items: number;
  readonly itemNs: number;
  readonly multiple?: number;
}

/** Memory as a node's work sees it. */
export interface Place {
  /** Byte address of a node's values. */
  readonly addressOf: (node: GraphNode) => number;
  /** Byte address of what this node's work has for itself. */
  readonly own: number;
  readonly parameters: number;
  readonly gradients: number;
  readonly state: number;
  readonly values: Float32Array;
  readonly run: (kernel: KernelName, numbers: readonly number[], extent: Extent) => void;
  readonly cpu: CpuState;
}

/** A node's work on the kernels. */
export interface VectorWork {
  /** Bytes of memory for itself, and of each thread's scratch. */
  readonly ownBytes: number;
  readonly scratchBytes: number;
  readonly bind: (place: Place) => () => void;
}

const plain = (bind: VectorWork['bind']): VectorWork => ({ ownBytes: 0, scratchBytes: 0, bind });
/** Elements of `columns` columns packed in panels of 8. */
const panelSize = (columns: number, length: number) => Math.ceil(columns / 8) * 8 * length;
const tileBytes = 128;
/** 64 rows of A at the depth of a block, after a tile. */
const productScratch = tileBytes + 4 * 64 * 320;
/** Measured on an EPYC at 2.6 GHz: 35 GFLOP/s in products, 4 elements a nanosecond that lie in a cache. */
const multiplyAddNs = 2 / 35;
const elementNs = 0.3;

/** The extent of an elementwise pass in fours; memory is padded to them. */
const fours = (node: GraphNode): Extent => ({ items: Math.ceil(sizeOf(node.shape) / 4), itemNs: 4 * elementNs });

/** The node's work on the kernels; undefined where its reference must do. */
export function vectorize(node: GraphNode): VectorWork | undefined {
  if (node.op !== 'optimizerUpdate' && sizeOf(node.shape) === 0) return undefined;
  switch (node.op) {
    case 'matmul':
      return product(node);
    case 'binary':
      return addition(node);
    case 'unary':
      return activation(node);
    case 'activationGradient': {
      const inputs = [inputOf(node, 0), inputOf(node, 1)];
      return elementwise(node, 'activationGradient', inputs, activationCode[node.attributes.function]);
    }
    case 'sum':
      return columnSums(node);
    case 'gatherRows':
      return unpacking(node);
    case 'dropout':
      return dropping(node);
    case 'conv2d':
      return convolution(node);
    case 'conv2dInputGradient':
      return inputGradient(node);
    case 'conv2dKernelGradient':
      return kernelGradient(node);
    case 'maxPool':
      return pooling(node, 'maxPool', node.attributes, inputOf(node, 0).shape, node.shape);
    case 'maxPoolGradient':
      return pooling(node, 'maxPoolGradient', node.attributes, node.shape, inputOf(node, 1).shape);
    case 'optimizerUpdate':
      return update(node);
    default:
      return undefined;
  }
}

function product(node: GraphNode<'matmul'>): VectorWork | undefined {
  const { batch, m, n, k } = sizesOf(node);
  if (k === 0) return undefined;
  const { transposeA, transposeB } = node.attributes;
  return {
    ownBytes: 4 * panelSize(n, k),
    scratchBytes: productScratch,
    bind: ({ addressOf, own, run }) => {
      const [a, b, c] = [addressOf(inputOf(node, 0)), addressOf(inputOf(node, 1)), addressOf(node)];
      const packing: Extent = { items: Math.ceil(n / 8), itemNs: 8 * k * elementNs };
      const rows: Extent = { items: m, itemNs: n * k * multiplyAddNs, multiple: 4 };
      return () => {
        for (let i = 0; i < batch; i++) {
          run('packColumns', [b + 4 * i * k * n, own, k, n, Number(transposeB)], packing);
          run('product', [a + 4 * i * m * k, own, c + 4 * i * m * n, m, n, k, Number(transposeA)], rows);
        }
      };
    },
  };
}

function activation(node: GraphNode<'unary'>): VectorWork | undefined {
  const { function: name } = node.attributes;
  if (name !== 'relu' && name !== 'sigmoid' && name !== 'tanh') return undefined;
  return elementwise(node, name, [inputOf(node, 0)]);
}

/** Equal shapes, or a bias along the last axis. */
function addition(node: GraphNode<'binary'>): VectorWork | undefined {
  const [a, b] = [inputOf(node, 0), inputOf(node, 1)];
  if (node.attributes.function !== 'add' || !sameShape(a.shape, node.shape)) return undefined;
  if (sameShape(b.shape, node.shape)) return elementwise(node, 'addValues', [a, b]);
  const columns = node.shape.at(-1) ?? 0;
  if (!sameShape(b.shape, [columns])) return undefined;
  const rows: Extent = { items: sizeOf(node.shape) / columns, itemNs: columns * elementNs };
  return plain(({ addressOf, run }) => {
    const numbers = [addressOf(a), addressOf(b), addressOf(node), columns];
    return () => run('addBias', numbers, rows);
  });
}

function elementwise(node: GraphNode, kernel: KernelName, inputs: readonly GraphNode[], ...more: number[]): VectorWork {
  return plain(({ addressOf, run }) => {
    const numbers = [...inputs.map(addressOf), addressOf(node), ...more];
    const extent = fours(node);
    return () => run(kernel, numbers, extent);
  });
}

/** Rows that one part of a long sum adds up, at least. */
const shortestPart = 512;
const mostParts = 16;

/** Sums over the first axes. */
function columnSums(node: GraphNode<'sum'>): VectorWork | undefined {
  const x = inputOf(node, 0);
  const { outer, reduced, inner } = extentsOf(x.shape, node.attributes.axes);
  if (outer !== 1 || reduced === 0) return undefined;
  const parts = Math.max(1, Math.min(mostParts, Math.floor(reduced / shortestPart)));
  return {
    ownBytes: 4 * parts * inner,
    scratchBytes: 0,
    bind: ({ addressOf, own, run }) => {
      const [from, to] = [addressOf(x), addressOf(node)];
      const target = parts > 1 ? own : to;
      const extent: Extent = { items: parts, itemNs: (reduced / parts) * inner * elementNs };
      return () => {
        run('columnSums', [from, target, reduced, inner, parts], extent);
        if (parts > 1) run('columnSums', [own, to, parts, inner, 1], { items: 1, itemNs: 0 });
      };
    },
  };
}

const bitsOf = { f32: 32, u8: 8, u4: 4 } as const;

/** A batch of a dataset. */
function unpacking(node: GraphNode<'gatherRows'>): VectorWork | undefined {
  const [source, indices] = [inputOf(node, 0), inputOf(node, 1)];
  if (source.op !== 'data') return undefined;
  const { encoding, scale, offset } = source.attributes;
  const width = sizeOf(source.shape.slice(1));
  return plain(({ addressOf, run }) => {
    const rowBytes = 4 * wordsPerRow(width, encoding);
    const numbers = [
      addressOf(source),
      addressOf(indices),
      addressOf(node),
      width,
      rowBytes,
      bitsOf[encoding],
      scale,
      offset,
    ];
    const rows: Extent = { items: node.shape[0] ?? 0, itemNs: width * elementNs };
    return () => run('unpackRows', numbers, rows);
  });
}

function dropping(node: GraphNode<'dropout'>): VectorWork {
  const { rate, stream } = node.attributes;
  return plain(({ addressOf, run, cpu: { clock, knobs } }) => {
    const [x, y] = [addressOf(inputOf(node, 0)), addressOf(node)];
    // Five times an addition's time: the random number.
    const extent: Extent = { items: sizeOf(node.shape), itemNs: 5 * elementNs };
    return () => {
      const key = hash(clock.step, hash(stream, knobs.seed));
      run('dropout', [x, y, key, thresholdOf(rate), 1 / (1 - rate)], extent);
    };
  });
}

/** Bytes of a frame that holds all windows, with a vector to read beyond its end. */
const frameBytes = (
  rows: number,
  columns: number,
  [h, w]: readonly [number, number],
  strides: readonly [number, number],
  channels: number,
) => 4 * ((rows - 1) * strides[0] + h) * ((columns - 1) * strides[1] + w) * channels + 64;

function convolution(node: GraphNode<'conv2d'>): VectorWork | undefined {
  const [x, w] = [inputOf(node, 0), inputOf(node, 1)];
  const { window, strides, padding } = node.attributes;
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
  const [, rows = 0, columns = 0, filters = 0] = node.shape;
  const length = window[0] * window[1] * channels;
  if (length === 0) return undefined;
  return {
    ownBytes: 4 * panelSize(filters, length),
    scratchBytes: tileBytes + frameBytes(rows, columns, window, strides, channels),
    bind: ({ addressOf, own, run }) => {
      const sizes = [height, width, channels, rows, columns, filters, ...window, ...strides, 1, 1, ...padding];
      const numbers = [addressOf(x), own, addressOf(node), ...sizes];
      const images: Extent = { items: batch, itemNs: rows * columns * panelSize(filters, length) * multiplyAddNs };
      return () => {
        run('packColumns', [addressOf(w), own, length, filters, 0], { items: Math.ceil(filters / 8), itemNs: 0 });
        run('convolve', numbers, images);
      };
    },
  };
}

/** A convolution of the cotangents, spread by the strides, with the kernel turned. */
function inputGradient(node: GraphNode<'conv2dInputGradient'>): VectorWork | undefined {
  const [dy, w] = [inputOf(node, 0), inputOf(node, 1)];
  const { window, strides, padding } = node.attributes;
  const [batch = 0, height = 0, width = 0, channels = 0] = node.shape;
  const [, rows = 0, columns = 0, filters = 0] = dy.shape;
  const places = window[0] * window[1];
  const before = [window[0] - 1 - padding[0], window[1] - 1 - padding[1]] as const;
  if (before[0] < 0 || before[1] < 0 || filters === 0) return undefined;
  const turned = 4 * places * channels * filters;
  return {
    ownBytes: turned + 64 + 4 * panelSize(channels, places * filters),
    scratchBytes: tileBytes + frameBytes(height, width, window, [1, 1], filters),
    bind: ({ addressOf, own, run }) => {
      const packed = own + Math.ceil(turned / 64) * 64;
      const sizes = [rows, columns, filters, height, width, channels, ...window, 1, 1, ...strides, ...before];
      const numbers = [addressOf(dy), packed, addressOf(node), ...sizes];
      const itemNs = height * width * panelSize(channels, places * filters) * multiplyAddNs;
      return () => {
        run('turnKernel', [addressOf(w), own, places, channels, filters], { items: 1, itemNs: 0 });
        run('packColumns', [own, packed, places * filters, channels, 0], { items: Math.ceil(channels / 8), itemNs: 0 });
        run('convolve', numbers, { items: batch, itemNs });
      };
    },
  };
}

function kernelGradient(node: GraphNode<'conv2dKernelGradient'>): VectorWork | undefined {
  const [x, dy] = [inputOf(node, 0), inputOf(node, 1)];
  const { window, strides, padding } = node.attributes;
  const [batch = 0, height = 0, width = 0, channels = 0] = x.shape;
  const [, rows = 0, columns = 0, filters = 0] = dy.shape;
  const weights = sizeOf(node.shape);
  const parts = Math.max(1, Math.min(mostParts, batch));
  return {
    ownBytes: 4 * parts * weights,
    scratchBytes: tileBytes + frameBytes(rows, columns, window, strides, channels) + 128 + 32 * rows * columns,
    bind: ({ addressOf, own, run }) => {
      const sizes = [batch, height, width, channels, rows, columns, filters, ...window, ...strides, ...padding, parts];
      const numbers = [addressOf(x), addressOf(dy), own, ...sizes];
      const itemNs =
        (batch / parts) * rows * columns * panelSize(filters, window[0] * window[1] * channels) * multiplyAddNs;
      return () => {
        run('kernelGradient', numbers, { items: parts, itemNs });
        run('columnSums', [own, addressOf(node), parts, weights, 1], { items: 1, itemNs: 0 });
      };
    },
  };
}

function pooling(
  node: GraphNode,
  kernel: 'maxPool' | 'maxPoolGradient',
  { window, strides, padding }: WindowAttributes,
  [batch = 0, height = 0, width = 0, channels = 0]: Shape,
  [, rows = 0, columns = 0]: Shape,
): VectorWork {
  return plain(({ addressOf, run }) => {
    const addresses = [addressOf(inputOf(node, 0)), addressOf(inputOf(node, 1)), addressOf(node)];
    const numbers = [...addresses, height, width, channels, rows, columns, ...window, ...strides, ...padding];
    const images: Extent = { items: batch, itemNs: rows * columns * channels * window[0] * window[1] * elementNs };
    return () => run(kernel, numbers, images);
  });
}

function update(node: GraphNode<'optimizerUpdate'>): VectorWork | undefined {
  const { attributes, shape } = node;
  if ('momentum' in attributes && attributes.momentum !== 0) return undefined;
  if (attributes.optimizer === 'adagrad') return undefined;
  const [count = 0] = shape;
  const extent: Extent = { items: count / 4, itemNs: 12 * elementNs };
  return plain(({ addressOf, parameters, gradients, state, values, run, cpu: { clock, knobs } }) => {
    const squares = attributes.clipNorm === 0 ? undefined : addressOf(inputOf(node, 0)) / 4;
    const clip = () => (squares === undefined ? 1 : clipScale(attributes.clipNorm, values[squares] ?? 0));
    const rate = () => knobs.learningRate * clock.scheduleFactor;
    switch (attributes.optimizer) {
      case 'sgd':
        return () => run('sgd', [parameters, gradients, rate(), clip()], extent);
      case 'rmsprop': {
        const { rho, epsilon } = attributes;
        return () => run('rmsprop', [parameters, gradients, state, rate(), rho, 1 - rho, epsilon, clip()], extent);
      }
      case 'adam': {
        const { beta1, beta2, epsilon, weightDecay } = attributes;
        return () => {
          const corrections = [1 / (1 - clock.beta1Power), 1 / (1 - clock.beta2Power)];
          const constants = [beta1, beta2, 1 - beta1, 1 - beta2, ...corrections, epsilon, weightDecay, clip()];
          run('adam', [parameters, gradients, state, state + 4 * count, rate(), ...constants], extent);
        };
      }
      default:
        return attributes satisfies never;
    }
  });
}
