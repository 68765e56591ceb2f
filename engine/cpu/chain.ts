// The training step of a chain of dense layers as plain loops, without the graph: no allocation, no call per node.
// A tiny model does millions of steps a second here, where any GPU does thousands.

import { shuffled } from '../graph/shuffle.ts';
import type { ChainMetric, DenseChain } from '../plan/dense-chain.ts';
import { allFinite } from '../plan/finite.ts';
import type { Program } from '../plan/program.ts';
import { accumulate, activate, derivative, descend, type LayerMemory, multiplyAdd, propagate } from './dense-loops.ts';
import type { CpuState } from './reference.ts';
import { optimizerUpdate } from './references/optimizer-update.ts';
import { rowLossFormulas } from './references/row-loss.ts';
import { advance } from './references/tick.ts';

/** Multiply-adds of a forward pass up to which these loops are faster than the WebAssembly kernels (200 of a line: 20 times; 2,800: ½). */
export const tinyStep = 1_000;
/** … and than the references, where there are no kernels. */
const largestStep = 2_000_000;

export class ChainLoop {
  /** Weighted sums of the step: the loss, then the metrics. */
  readonly sums: Float64Array;
  /** The parameters after the step are. */
  finite = true;
  readonly #chain: DenseChain;
  readonly #state: CpuState;
  readonly #inputs: Float64Array;
  readonly #targets: Float64Array;
  readonly #layers: readonly LayerMemory[];
  readonly #update: () => void;
  readonly #tick: Parameters<typeof advance>[1];
  readonly #loss: (typeof rowLossFormulas)[keyof typeof rowLossFormulas];
  readonly #metrics: readonly ((p: number, t: number) => number)[];
  /** The rows that lie in `#inputs`: a whole dataset in order need not be read again. */
  #loaded = '';
  #present = 0;

  constructor(program: Program, chain: DenseChain, state: CpuState) {
    this.#chain = chain;
    this.#state = state;
    const { layers, batchSize, metrics } = chain;
    this.sums = new Float64Array(1 + metrics.length);
    this.#inputs = new Float64Array(batchSize * (layers[0]?.inputs ?? 0));
    this.#targets = new Float64Array(batchSize * (layers.at(-1)?.units ?? 0));
    this.#layers = layers.map((layer) => ({
      ...layer,
      outputs: new Float64Array(batchSize * layer.units),
      deltas: new Float64Array(batchSize * layer.units),
    }));
    this.#loss = rowLossFormulas[chain.loss];
    this.#metrics = metrics.map(metricFunction);
    const [updateNode, tick] = program.effects;
    if (updateNode?.op !== 'optimizerUpdate' || tick?.op !== 'tick')
      throw new Error('a chain ends in an update and a tick');
    this.#tick = tick.attributes;
    this.#update =
      chain.update.optimizer === 'sgd' && chain.update.momentum === 0
        ? () => this.#descend()
        : () => {
            optimizerUpdate(updateNode, [], new Float32Array(0), state);
            this.finite = allFinite(state.parameters);
          };
  }

  static fits({ layers, batchSize }: DenseChain, largest = largestStep): boolean {
    return batchSize * layers.reduce((total, { inputs, units }) => total + inputs * units, 0) <= largest;
  }

  /** Whether data that changed must be read again. */
  forget(): void {
    this.#loaded = '';
  }

  step(): void {
    const { clock, knobs } = this.#state;
    this.#load();
    const [first] = this.#layers;
    if (first && this.#layers.length === 1 && first.inputs === 1 && first.units === 1 && this.#isPlainLine(first)) {
      this.#fitLine(first);
    } else {
      this.#forward();
      this.#judge();
      this.#backward();
      this.#gradients();
    }
    this.#update();
    advance(clock, this.#tick, knobs.exampleCount);
  }

  #load(): void {
    const { clock, knobs } = this.#state;
    const { batchSize, shuffle, inputs, targets, layers } = this.#chain;
    const first = clock.batch * batchSize;
    const present = Math.min(batchSize, knobs.exampleCount - first);
    this.#present = present;
    if (!shuffle && batchSize >= knobs.exampleCount) {
      if (this.#loaded === 'all') return;
      this.#loaded = 'all';
    }
    const width = layers[0]?.inputs ?? 0;
    const targetWidth = layers.at(-1)?.units ?? 0;
    const [from, to] = [this.#state.data(inputs.attributes.name), this.#state.data(targets.attributes.name)];
    const { scale, offset } = inputs.attributes;
    const [x, t] = [this.#inputs, this.#targets];
    for (let row = 0; row < batchSize; row++) {
      const position = first + Math.min(row, present - 1);
      const example = shuffle ? shuffled(position, knobs.exampleCount, knobs.seed, clock.epoch) : position;
      for (let i = 0; i < width; i++) x[row * width + i] = (from[example * width + i] as number) * scale + offset;
      for (let i = 0; i < targetWidth; i++) t[row * targetWidth + i] = to[example * targetWidth + i] as number;
    }
  }

  #isPlainLine({ activation }: LayerMemory): boolean {
    return activation === 'linear' && this.#chain.loss === 'squaredError' && this.#metrics.length === 0;
  }

  /** One neuron on a line: w·x + b with squared errors, all in registers. */
  #fitLine({ kernel, bias }: LayerMemory): void {
    const { parameters, gradients } = this.#state;
    const [x, t] = [this.#inputs, this.#targets];
    const present = this.#present;
    const w = parameters[kernel] as number;
    const b = parameters[bias] as number;
    // Two sums of each, that the additions need not wait for each other.
    let [loss, dw, db, loss1, dw1, db1] = [0, 0, 0, 0, 0, 0];
    const even = present - (present % 2);
    for (let row = 0; row < even; row += 2) {
      const value = x[row] as number;
      const error = w * value + b - (t[row] as number);
      const value1 = x[row + 1] as number;
      const error1 = w * value1 + b - (t[row + 1] as number);
      loss += error * error;
      loss1 += error1 * error1;
      dw += error * value;
      dw1 += error1 * value1;
      db += error;
      db1 += error1;
    }
    if (even < present) {
      const value = x[even] as number;
      const error = w * value + b - (t[even] as number);
      loss += error * error;
      dw += error * value;
      db += error;
    }
    loss += loss1;
    dw += dw1;
    db += db1;
    gradients[kernel] = (2 * dw) / present;
    gradients[bias] = (2 * db) / present;
    this.sums[0] = loss / present;
  }

  #forward(): void {
    const { parameters } = this.#state;
    let x = this.#inputs;
    for (const layer of this.#layers) {
      multiplyAdd(x, parameters, layer.outputs, this.#chain.batchSize, layer);
      activate(layer.outputs, layer.activation);
      x = layer.outputs;
    }
  }

  /** Loss, metrics, and the deltas of the last layer. */
  #judge(): void {
    const last = this.#layers.at(-1);
    if (!last) return;
    const { outputs, deltas, units, activation } = last;
    const targets = this.#targets;
    const present = this.#present;
    const { value, slope } = this.#loss;
    const weight = 1 / (present * units);
    const filled = present * units;
    let loss = 0;
    for (let i = 0; i < filled; i++) {
      const p = outputs[i] as number;
      const t = targets[i] as number;
      loss += value(p, t);
      deltas[i] = weight * slope(p, t) * derivative(activation, p);
    }
    deltas.fill(0, filled);
    this.sums[0] = loss * weight;
    for (let m = 0; m < this.#metrics.length; m++) {
      const metric = this.#metrics[m];
      let total = 0;
      if (metric) for (let i = 0; i < filled; i++) total += metric(outputs[i] as number, targets[i] as number);
      this.sums[m + 1] = total * weight;
    }
  }

  #backward(): void {
    const { parameters } = this.#state;
    for (let l = this.#layers.length - 1; l > 0; l--) {
      const [above, below] = [this.#layers[l], this.#layers[l - 1]];
      if (above && below) propagate(above, below, parameters, this.#chain.batchSize);
    }
  }

  #gradients(): void {
    const { gradients } = this.#state;
    let x = this.#inputs;
    for (const layer of this.#layers) {
      accumulate(x, layer, gradients, this.#chain.batchSize);
      x = layer.outputs;
    }
  }

  #descend(): void {
    const { parameters, gradients, knobs, clock } = this.#state;
    const rate = knobs.learningRate * clock.scheduleFactor;
    let zeros = 0;
    for (const { kernel, bias, inputs, units } of this.#layers) {
      zeros += descend(parameters, gradients, rate, kernel, kernel + inputs * units);
      zeros += descend(parameters, gradients, rate, bias, bias + units);
    }
    this.finite = zeros === 0;
  }
}

function metricFunction(name: ChainMetric): (p: number, t: number) => number {
  return name === 'hit' ? (p, t) => Number(Number(p > 0) === t) : rowLossFormulas[name].value;
}
