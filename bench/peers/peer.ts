// What a library must do to be measured, and the measuring that is the same for all.

import {
  type MatmulSpec,
  type NamedWorkload,
  randomMatrix,
  type TrainingData,
  type TrainingSpec,
  trainingData,
} from './workloads.ts';

/** An operation on data that lies on the device. */
export interface Repeatable {
  /** Runs it `times` times; resolves when the device has finished. */
  run(times: number): Promise<void>;
  result(): Promise<Float32Array>;
}

export interface Trainer {
  /** How it is driven, where a library can be driven in several ways. */
  readonly how: string;
  /** Trains; the losses are those of every `lossEvery`-th step, or the last one's for 0. Resolves when all are read. */
  run(steps: number, lossEvery: number): Promise<number[]>;
}

export interface Peer {
  readonly adapter: string;
  matmul(spec: MatmulSpec, a: Float32Array<ArrayBuffer>, b: Float32Array<ArrayBuffer>): Promise<Repeatable>;
  softmax(x: Float32Array<ArrayBuffer>, rows: number, width: number): Promise<Repeatable>;
  sum(x: Float32Array<ArrayBuffer>): Promise<Repeatable>;
  /** One for each way of driving the library; each starts from the data's weights. */
  trainers(spec: TrainingSpec, data: TrainingData): readonly (() => Promise<Trainer>)[];
}

/** The best of the ways to drive the library, and whether its results are right. */
export interface Measurement {
  readonly value: number;
  readonly how: string;
  readonly ok: boolean;
  /** What is wrong. */
  readonly message: string;
}

export interface MeasureOptions {
  /** How long the timed part lasts, roughly. */
  readonly seconds: number;
  /** The reference's first losses. */
  readonly losses: readonly number[];
}

const isClose = (value: number, expected: number, relative: number, absolute: number) =>
  Math.abs(value - expected) <= absolute + relative * Math.abs(expected);

/** The rate of `run` in runs per second: lengthened until it lasts long enough to tell. `times` are whole multiples. */
async function rateOf(run: (times: number) => Promise<unknown>, seconds: number, multiple = 1): Promise<number> {
  let times = multiple;
  while (true) {
    const started = performance.now();
    await run(times);
    const elapsed = (performance.now() - started) / 1000;
    if (elapsed >= seconds / 2) return times / elapsed;
    const wanted = elapsed > seconds / 50 ? Math.ceil((times * seconds) / elapsed) : times * 4;
    times = Math.ceil(Math.min(wanted, times * 20) / multiple) * multiple;
  }
}

export async function measure(peer: Peer, named: NamedWorkload, options: MeasureOptions): Promise<Measurement> {
  const { workload } = named;
  switch (workload.kind) {
    case 'matmul':
      return measureMatmul(peer, workload.spec, options);
    case 'softmax':
      return measureSoftmax(peer, workload.rows, workload.width, options);
    case 'sum': {
      const x = randomMatrix(workload.length, 3).map((value) => value + 0.5) as Float32Array<ArrayBuffer>;
      const repeatable = await peer.sum(x);
      await repeatable.run(1);
      const [total = Number.NaN] = await repeatable.result();
      const expected = x.reduce((sum, value) => sum + value, 0);
      const ok = isClose(total, expected, 1e-3, 0);
      const rate = await rateOf((times) => repeatable.run(times), options.seconds);
      return { value: rate * 4e-9 * x.length, how: '', ok, message: ok ? '' : `${total}, expected ${expected}` };
    }
    case 'train':
      return measureTraining(peer, workload.spec, workload.lossEvery, options);
    default:
      return workload satisfies never;
  }
}

async function measureMatmul(peer: Peer, spec: MatmulSpec, { seconds }: MeasureOptions): Promise<Measurement> {
  const { m, n, k, transposeA = false, transposeB = false } = spec;
  const [a, b] = [randomMatrix(m * k, 1), randomMatrix(k * n, 2)];
  const repeatable = await peer.matmul(spec, a, b);
  await repeatable.run(1);
  const c = await repeatable.result();
  let message = c.length === m * n ? '' : `${c.length} values, expected ${m * n}`;
  for (let sample = 0; sample < 1000 && message === ''; sample++) {
    const at = (sample * 7919) % (m * n);
    const [row, column] = [Math.floor(at / n), at % n];
    let expected = 0;
    for (let p = 0; p < k; p++) {
      const left = a[transposeA ? p * m + row : row * k + p] as number;
      expected += left * (b[transposeB ? column * k + p : p * n + column] as number);
    }
    const value = c[at] as number;
    if (!isClose(value, expected, 1e-4, 1e-4 * Math.sqrt(k)))
      message = `[${row}, ${column}]: ${value}, expected ${expected}`;
  }
  const rate = await rateOf((times) => repeatable.run(times), seconds);
  return { value: rate * 2e-9 * m * n * k, how: '', ok: message === '', message };
}

async function measureSoftmax(
  peer: Peer,
  rows: number,
  width: number,
  { seconds }: MeasureOptions,
): Promise<Measurement> {
  const x = randomMatrix(rows * width, 4).map((value) => 8 * value) as Float32Array<ArrayBuffer>;
  const repeatable = await peer.softmax(x, rows, width);
  await repeatable.run(1);
  const y = await repeatable.result();
  let message = '';
  for (let row = 0; row < rows; row += 97) {
    const values = Float64Array.from(x.subarray(row * width, (row + 1) * width));
    const largest = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    const total = values.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    for (let i = 0; i < width; i++) {
      const expected = Math.exp((values[i] as number) - largest) / total;
      const value = y[row * width + i] as number;
      if (!isClose(value, expected, 1e-4, 1e-8)) message = `[${row}, ${i}]: ${value}, expected ${expected}`;
    }
  }
  const rate = await rateOf((times) => repeatable.run(times), seconds);
  // Read once and written once: the least that softmax can move.
  return { value: rate * 8e-9 * rows * width, how: '', ok: message === '', message };
}

async function measureTraining(
  peer: Peer,
  spec: TrainingSpec,
  lossEvery: number,
  { seconds, losses }: MeasureOptions,
): Promise<Measurement> {
  const data = trainingData(spec);
  let best: Measurement | undefined;
  for (const make of peer.trainers(spec, data)) {
    const trainer = await make();
    const first = await trainer.run(losses.length, 1);
    const wrong = losses.findIndex((loss, i) => !isClose(first[i] ?? Number.NaN, loss, 2e-3, 1e-5));
    const message = wrong === -1 ? '' : `loss of step ${wrong + 1}: ${first[wrong]}, expected ${losses[wrong]}`;
    const rate = await rateOf((steps) => trainer.run(steps, lossEvery), seconds, lossEvery || 1);
    const measured = { value: rate, how: trainer.how, ok: message === '', message };
    if (!best || (measured.ok && measured.value > best.value) || !best.ok) best = measured;
  }
  if (!best) throw new Error('The library has no way to train.');
  return best;
}
