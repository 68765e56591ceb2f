// The scalars of a running program: the clock that its last kernel advances, and the knobs that the host writes.
// Both executors hold them in these shapes; on the GPU they are the structs `Clock` and `Knobs` of the kernels.

import { shuffleColumns } from './shuffle.ts';

/** Where training stands. */
export interface Clock {
  /** Steps done. */
  step: number;
  epoch: number;
  /** Batch of the epoch. */
  batch: number;
  /** What the schedule multiplies the learning rate by at this step. */
  scheduleFactor: number;
  /** β₁ and β₂ to the power step + 1, as running products: WGSL's `pow` is inexact. */
  beta1Power: number;
  beta2Power: number;
}

/** What the host may change between two submits. */
export interface Knobs {
  learningRate: number;
  /** Examples in the dataset: it may grow while shards arrive. */
  exampleCount: number;
  /** Seed of shuffling and dropout, a u32. */
  seed: number;
}

/** One row of the metrics ring: the weighted sums of one step, the loss first. */
export interface MetricsRow {
  /** 1 for the first step. */
  step: number;
  /** 0 for the first epoch. */
  epoch: number;
  loss: number;
  /** In the order of the program's metrics. */
  metrics: number[];
  /** Examples in the batch. */
  count: number;
  /** All parameters are finite after the step: NaN in them may hide behind a ReLU, where no loss shows it. */
  finite: boolean;
}

export const clockWords = 8;
export const knobWords = 4;
export const ringRowWords = 8;
/** Steps that the ring holds: more than two submits in flight ever run. */
export const ringRows = 2048;
/** Metrics beside the loss that a tick can carry; storage bindings set the bound. */
export const maxMetrics = 3;

export const clockAtStart = (beta1 = 0, beta2 = 0): Clock => ({
  step: 0,
  epoch: 0,
  batch: 0,
  scheduleFactor: 1,
  beta1Power: beta1,
  beta2Power: beta2,
});

// Written and read as arrays: every machine with WebGPU or WebAssembly is little-endian, as GPUs are.

export function encodeClock({ step, epoch, batch, scheduleFactor, beta1Power, beta2Power }: Clock): ArrayBuffer {
  const words = new Uint32Array(clockWords);
  words.set([step, epoch, batch]);
  new Float32Array(words.buffer).set([scheduleFactor, beta1Power, beta2Power], 3);
  return words.buffer;
}

export function decodeClock(buffer: ArrayBuffer): Clock {
  const [step = 0, epoch = 0, batch = 0] = new Uint32Array(buffer);
  const [, , , scheduleFactor = 0, beta1Power = 0, beta2Power = 0] = new Float32Array(buffer);
  return { step, epoch, batch, scheduleFactor, beta1Power, beta2Power };
}

export function encodeKnobs({ learningRate, exampleCount, seed }: Knobs): ArrayBuffer {
  const words = new Uint32Array(knobWords);
  words.set([0, exampleCount, seed, shuffleColumns(exampleCount)]);
  new Float32Array(words.buffer)[0] = learningRate;
  return words.buffer;
}

export function decodeRingRow(words: DataView, row: number, metricCount: number): MetricsRow {
  const start = row * ringRowWords * 4;
  return {
    step: words.getUint32(start, true),
    epoch: words.getUint32(start + 4, true),
    count: words.getUint32(start + 8, true),
    loss: words.getFloat32(start + 12, true),
    metrics: Array.from({ length: metricCount }, (_, i) => words.getFloat32(start + 16 + 4 * i, true)),
    finite: words.getUint32(start + 28, true) === 0,
  };
}
