// A model as a chain of layers, in Keras's words: fit, evaluate, predict, summary.

import type { Dataset } from '../graph/dataset.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { clockAtStart, type Knobs } from '../graph/step-state.ts';
import type { Executor, LoadedProgram, Session } from '../plan/executor.ts';
import { layoutParameters, type ParameterLayout } from '../plan/program.ts';
import { type Backend, createExecutor } from '../training/backend.ts';
import type { Callbacks } from '../training/callbacks.ts';
import { type Checkpoint, type NamedTensor, pack, snapshotOf, unpack } from '../training/checkpoint.ts';
import { meanScores, type Scores } from '../training/history.ts';
import { runSteps } from '../training/pacing.ts';
import { type Loaded, TrainingRun } from '../training/run.ts';
import { splitLast } from '../training/split.ts';
import type { Trial } from '../training/trial.ts';
import { initialValues } from './initializers.ts';
import type { Layer, ParameterSpec } from './layers.ts';
import type { Loss } from './losses.ts';
import { type Metric, planMetrics } from './metrics.ts';
import { type Optimizer, type OptimizerName, optimizersByName } from './optimizers.ts';
import {
  type Architecture,
  type BatchOutputs,
  batchProgram,
  type ClassWeights,
  evaluationProgram,
  layersProgram,
  predictionProgram,
  trainingProgram,
} from './programs.ts';

export interface SequentialOptions {
  /** Shape of one example, without the batch. */
  readonly inputShape: Shape;
  /** Seed of the initial weights; the same seed gives the same weights. Default 0. */
  readonly seed?: number;
}

export interface FitOptions {
  /** Default 1. */
  readonly epochs?: number;
  /** Default 32, at most the number of examples. */
  readonly batchSize?: number;
  /** Default Adam with its defaults. */
  readonly optimizer?: Optimizer | OptimizerName;
  readonly loss: Loss;
  readonly metrics?: readonly Metric[];
  readonly validationData?: Dataset;
  /** This share of the examples, the last ones, is validated with instead of trained on; as in Keras, before any shuffling. */
  readonly validationSplit?: number;
  /** Validation after each so many epochs; default 1. */
  readonly validationFrequency?: number;
  /** What the loss of a row is multiplied by, for each class: `{ 0: 1, 1: 5 }`. Classes not named have 1. Metrics are not weighted. */
  readonly classWeights?: ClassWeights;
  /** Hooks; `earlyStopping()` makes one. */
  readonly callbacks?: Callbacks | readonly Callbacks[];
  /**
   * Goes on where a checkpoint was made, bit for bit: its weights, optimizer state, learning rate, seed and step. `epochs` counts
   * from the beginning of the first run.
   */
  readonly resume?: Checkpoint;
  /** A new order each epoch; default true. */
  readonly shuffle?: boolean;
  /** Seed of the order; default the model's. */
  readonly seed?: number;
  readonly backend?: Backend;
  readonly signal?: AbortSignal;
  /** Begin paused. */
  readonly paused?: boolean;
  /** Examples that may arrive later by `addExamples`; default those of the dataset. */
  readonly capacity?: number;
  /** A fixed number of steps per submit, for measurements; results do not depend on it. */
  readonly stepsPerSubmit?: number;
}

export interface EvaluateOptions {
  /** Default that of the last `fit`. */
  readonly loss?: Loss;
  readonly metrics?: readonly Metric[];
  /** Default 1000. */
  readonly batchSize?: number;
  readonly backend?: Backend;
}

export interface SummaryRow {
  readonly name: string;
  readonly type: string;
  /** With `null` for the batch. */
  readonly outputShape: readonly (number | null)[];
  readonly parameterCount: number;
}

export interface Summary {
  readonly rows: readonly SummaryRow[];
  readonly parameterCount: number;
  toString(): string;
}

/** Examples that a prediction takes in one run. */
const predictionRows = 256;
/** The same for every layer's outputs: a map of 64 × 64 points is one run. */
const layerRows = 4096;

/** A model's parameters on one executor. */
interface Placement {
  readonly executor: Executor;
  readonly session: Session;
  readonly predictors: Map<number, Promise<LoadedProgram>>;
  readonly layerPredictors: Map<number, Promise<LoadedProgram>>;
}

/** A chain of layers. @throws ShapeError when a layer cannot follow the one before it. */
export const sequential = (layers: readonly Layer[], options: SequentialOptions): Sequential =>
  new Sequential(layers, options);

export class Sequential {
  readonly layers: readonly Layer[];
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly parameterCount: number;
  readonly #rows: readonly SummaryRow[];
  readonly #specs: readonly ParameterSpec[];
  readonly #architecture: Architecture;
  #seed: number;
  /** Weights as they are while no device holds newer ones. */
  #weights: Float32Array;
  #placed: Placement | undefined;
  #run: TrainingRun | undefined;
  /** The run has not ended. */
  #training = false;

  constructor(layers: readonly Layer[], { inputShape, seed = 0 }: SequentialOptions) {
    if (layers.length === 0) throw new RangeError('sequential: give at least one layer');
    this.layers = layers;
    this.inputShape = inputShape;
    this.#seed = seed;
    const specs: ParameterSpec[] = [];
    const slotsOf: number[][] = [];
    const rows: SummaryRow[] = [];
    const used = new Map<string, number>();
    let shape = inputShape;
    for (const layer of layers) {
      const kind = layer.type.toLowerCase();
      const number = (used.get(kind) ?? 0) + 1;
      used.set(kind, number);
      const name = layer.name ?? `${kind}_${number}`;
      const outputShape = layer.outputShape(shape);
      const own = layer.parameters(shape);
      slotsOf.push(own.map((_, i) => specs.length + i));
      specs.push(...own.map((spec) => ({ ...spec, name: `${name}/${spec.name}` })));
      const parameterCount = own.reduce((total, spec) => total + sizeOf(spec.shape), 0);
      rows.push({ name, type: layer.type, outputShape: [null, ...outputShape], parameterCount });
      shape = outputShape;
    }
    this.outputShape = shape;
    this.#rows = rows;
    this.#specs = specs;
    this.parameterCount = rows.reduce((total, row) => total + row.parameterCount, 0);
    this.#architecture = { layers, inputShape, layout: layoutParameters(specs), slotsOf };
    this.#weights = this.#initialWeights(seed);
  }

  /** Where the parameters are, unless their device was lost. */
  get #placement(): Placement | undefined {
    return this.#placed?.executor.loss.message === undefined ? this.#placed : undefined;
  }

  set #placement(placement: Placement | undefined) {
    this.#placed = placement;
  }

  get seed(): number {
    return this.#seed;
  }

  get layout(): ParameterLayout {
    return this.#architecture.layout;
  }

  /** Layers with their output shapes and parameter counts. */
  summary(): Summary {
    const { parameterCount } = this;
    const rows = this.#rows;
    const cells = [
      ['Layer', 'Output shape', 'Parameters'],
      ...rows.map((row) => [
        `${row.name} (${row.type})`,
        `(${row.outputShape.map((n) => n ?? 'None').join(', ')})`,
        `${row.parameterCount}`,
      ]),
    ];
    const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
    const text = cells.map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    return { rows, parameterCount, toString: () => [...text, `Total: ${parameterCount} parameters`].join('\n') };
  }

  /**
   * Trains on the dataset. The run begins at once; iterate it, subscribe to it, or await `finished`.
   * Training a second time goes on from the present weights.
   * @throws ShapeError, TypeError or RangeError when dataset, loss and layers do not fit together.
   */
  fit(dataset: Dataset, options: FitOptions): TrainingRun {
    const { epochs = 1, optimizer: wanted = 'adam', metrics = [], shuffle = true, loss, callbacks = [] } = options;
    const { training: examples, validation: validationData } = partsOf(dataset, options);
    const count = examples.inputs.shape[0] ?? 0;
    const capacity = Math.max(options.capacity ?? count, count);
    const batchSize = Math.min(checkedCount('batchSize', options.batchSize ?? 32), capacity);
    checkedCount('epochs', epochs);
    const validationFrequency = checkedCount('validationFrequency', options.validationFrequency ?? 1);
    const optimizer = typeof wanted === 'string' ? optimizersByName[wanted]() : wanted;
    const { update, stateNames } = optimizer;
    const plan = planMetrics(metrics, examples.targets);
    const { classWeights, resume } = options;
    const step = { batchSize, loss, metrics: plan, optimizer, shuffle, capacity, classWeights };
    const training = trainingProgram(this.#architecture, examples, step);
    const validation = validationData && this.#validation(validationData, loss, metrics);
    const start = resume && snapshotOf(resume, this.layout, { optimizer: update, stateNames, batchSize });
    const knobs: Knobs = {
      learningRate: resume?.training?.learningRate ?? optimizer.learningRate,
      exampleCount: count,
      seed: options.seed ?? resume?.training?.seed ?? this.#seed,
    };

    this.#run?.stop();
    const before = this.#run?.released;
    const betas = update.optimizer === 'adam' ? ([update.beta1, update.beta2] as const) : ([0, 0] as const);
    const trial = { program: training, data: columnsOf(examples), knobs, clock: clockAtStart(...betas) };
    const run = new TrainingRun({
      knobs,
      betas,
      batchSize,
      epochs,
      metrics: plan,
      validationMetrics: validation?.metrics,
      validationFrequency,
      callbacks: Array.isArray(callbacks) ? callbacks : [callbacks],
      start,
      paused: options.paused ?? false,
      stepsPerSubmit: options.stepsPerSubmit,
      signal: options.signal,
      load: async (): Promise<Loaded> => {
        await before;
        const { executor, session } = await this.#place(options.backend ?? 'auto', trial);
        const trained = await session.load(training, columnsOf(examples));
        if (!validation) return { executor, training: trained };
        const program = await session.load(validation.program, columnsOf(validation.dataset));
        return { executor, training: trained, validation: { ...validation, program } };
      },
      kept: ({ parameters }) => {
        this.#weights = parameters;
      },
    });
    this.#run = run;
    this.#trained = { run, optimizer, batchSize, seed: knobs.seed };
    this.#loss = loss;
    this.#training = true;
    void run.released.then(() => {
      if (this.#run === run) this.#training = false;
    });
    return run;
  }

  #validation(dataset: Dataset, loss: Loss, wanted: readonly Metric[]) {
    const count = dataset.inputs.shape[0] ?? 0;
    const batchSize = Math.min(1000, count);
    const metrics = planMetrics(
      wanted.filter((metric) => metric !== 'gradientNorm'),
      dataset.targets,
    );
    const knobs: Knobs = { learningRate: 0, exampleCount: count, seed: 0 };
    const program = evaluationProgram(this.#architecture, dataset, { batchSize, loss, metrics });
    return { dataset, program, knobs, batches: Math.ceil(count / batchSize), metrics };
  }

  /** Weights, and where training stands if the model was trained since they were set: what `save` writes and `fit` resumes. */
  async checkpoint(): Promise<Checkpoint> {
    const trained = this.#trained;
    if (!trained) return { weights: await this.getWeights() };
    const { run, optimizer, batchSize, seed } = trained;
    const { parameters, state, clock } = await run.snapshot();
    return {
      weights: unpack(this.layout, parameters),
      training: {
        clock,
        learningRate: run.learningRate,
        seed,
        batchSize,
        optimizer: optimizer.update,
        state: optimizer.stateNames.flatMap((name, i) =>
          unpack(this.layout, state, i * this.layout.length, `${name}/`),
        ),
      },
    };
  }
  #loss: Loss | undefined;
  #trained:
    | { readonly run: TrainingRun; readonly optimizer: Optimizer; readonly batchSize: number; readonly seed: number }
    | undefined;

  /** Mean loss and metrics over a dataset. @throws TypeError when no loss is given and none was trained with. */
  async evaluate(dataset: Dataset, options: EvaluateOptions = {}): Promise<Scores> {
    const loss = options.loss ?? this.#loss;
    if (loss === undefined) throw new TypeError('evaluate: give a loss; the model was not trained with one');
    const count = dataset.inputs.shape[0] ?? 0;
    const batchSize = Math.min(options.batchSize ?? 1000, count);
    const metrics = planMetrics(options.metrics ?? [], dataset.targets);
    const program = evaluationProgram(this.#architecture, dataset, { batchSize, loss, metrics });
    return this.#onDevice(options.backend, async ({ session }) => {
      const loaded = await session.load(program, columnsOf(dataset));
      try {
        loaded.setKnobs({ learningRate: 0, exampleCount: count, seed: 0 });
        loaded.setClock(clockAtStart());
        return meanScores(await runSteps(loaded, Math.ceil(count / batchSize)), metrics);
      } finally {
        loaded.destroy();
      }
    });
  }

  /**
   * Sums over a dataset, batch by batch, of what `outputs` makes of the model's predictions; for `confusionMatrix` and its like.
   * Batches are added on the host in double precision.
   */
  async sumOver(
    dataset: Dataset,
    outputs: BatchOutputs,
    { batchSize: wanted = 1000, backend }: Pick<EvaluateOptions, 'batchSize' | 'backend'> = {},
  ): Promise<Float64Array[]> {
    const count = dataset.inputs.shape[0] ?? 0;
    const batchSize = Math.min(wanted, count);
    const program = batchProgram(this.#architecture, dataset, batchSize, outputs);
    return this.#onDevice(backend, async ({ session }) => {
      const loaded = await session.load(program, columnsOf(dataset));
      try {
        loaded.setKnobs({ learningRate: 0, exampleCount: count, seed: 0 });
        loaded.setClock(clockAtStart());
        const totals = program.outputs.map(({ shape }) => new Float64Array(sizeOf(shape)));
        for (let first = 0; first < count; first += batchSize) {
          const read = await loaded.compute({});
          totals.forEach((total, i) => {
            for (let j = 0; j < total.length; j++) total[j] = (total[j] ?? 0) + (read[i]?.[j] ?? Number.NaN);
          });
        }
        return totals;
      } finally {
        loaded.destroy();
      }
    });
  }

  /**
   * The outputs for each example, row-major: probabilities where the last layer is softmax or sigmoid.
   * @param inputs rows of the input shape, one after another. @throws ShapeError when they are no whole rows.
   */
  async predict(inputs: Float32Array, { backend }: { readonly backend?: Backend } = {}): Promise<Float32Array> {
    const width = sizeOf(this.inputShape);
    const count = inputs.length / width;
    if (!Number.isInteger(count)) {
      throw new ShapeError(
        `predict: ${inputs.length} values are no whole number of examples ${formatShape(this.inputShape)} (${width} values each)`,
      );
    }
    const outputWidth = sizeOf(this.outputShape);
    const outputs = new Float32Array(count * outputWidth);
    const rows = count === 1 ? 1 : predictionRows;
    return this.#onDevice(backend, async (placement) => {
      const program = await this.#predictor(placement, rows);
      for (let first = 0; first < count; first += rows) {
        const chunk = new Float32Array(rows * width);
        chunk.set(inputs.subarray(first * width, (first + rows) * width));
        const [result] = await program.compute({ inputs: chunk });
        const present = Math.min(rows, count - first) * outputWidth;
        if (result) outputs.set(result.subarray(0, present), first * outputWidth);
      }
      return outputs;
    });
  }

  /**
   * What every neuron says: the outputs of each layer, after its activation, for each example; one array per layer, row-major.
   * @throws ShapeError when the inputs are no whole rows of the input shape.
   */
  async predictLayers(inputs: Float32Array, { backend }: { readonly backend?: Backend } = {}): Promise<Float32Array[]> {
    const width = sizeOf(this.inputShape);
    const count = inputs.length / width;
    if (!Number.isInteger(count)) {
      throw new ShapeError(`predictLayers: ${inputs.length} values are no whole number of examples of ${width} values`);
    }
    const widths = this.#rows.map(({ outputShape }) => sizeOf(outputShape.slice(1).map((size) => size ?? 1)));
    const outputs = widths.map((units) => new Float32Array(count * units));
    const rows = Math.min(layerRows, count);
    return this.#onDevice(backend, async ({ session, layerPredictors }) => {
      let program = layerPredictors.get(rows);
      if (!program) {
        program = session.load(layersProgram(this.#architecture, rows), {});
        layerPredictors.set(rows, program);
      }
      const loaded = await program;
      for (let first = 0; first < count; first += rows) {
        const chunk = new Float32Array(rows * width);
        chunk.set(inputs.subarray(first * width, (first + rows) * width));
        const results = await loaded.compute({ inputs: chunk });
        const present = Math.min(rows, count - first);
        widths.forEach((units, layer) => {
          outputs[layer]?.set(results[layer]?.subarray(0, present * units) ?? [], first * units);
        });
      }
      return outputs;
    });
  }

  /** Does `work` where the parameters are; once more when the device was lost under it. */
  async #onDevice<T>(backend: Backend | undefined, work: (placement: Placement) => Promise<T>): Promise<T> {
    const placement = await this.#place(backend);
    try {
      return await work(placement);
    } catch (error) {
      if ((await placement.executor.loss.soon()) === undefined) throw error;
      return work(await this.#place(backend));
    }
  }

  #predictor(placement: Placement, rows: number): Promise<LoadedProgram> {
    let predictor = placement.predictors.get(rows);
    if (!predictor) {
      predictor = placement.session.load(predictionProgram(this.#architecture, rows), {});
      placement.predictors.set(rows, predictor);
    }
    return predictor;
  }

  /** All parameters, in the order of the layers. */
  async getWeights(): Promise<NamedTensor[]> {
    const flat = this.#placement
      ? await this.#onDevice(undefined, ({ session }) => session.readParameters())
      : this.#weights;
    return unpack(this.layout, flat);
  }

  /** @throws ShapeError when a name is unknown or a shape differs. */
  setWeights(weights: readonly NamedTensor[]): void {
    const flat = this.#weights.slice();
    pack(this.layout, weights, flat, { action: 'setWeights' });
    this.#trained = undefined;
    this.#weights = flat;
    this.#placement?.session.writeParameters(flat);
  }

  /** Back to the initial weights; the same seed gives the same weights. */
  resetWeights(seed = this.#seed): void {
    this.#seed = seed;
    this.#trained = undefined;
    this.#weights = this.#initialWeights(seed);
    this.#placement?.session.writeParameters(this.#weights);
  }

  /** Gives the device memory back; the model can be used again afterwards. */
  dispose(): void {
    const placement = this.#placement;
    this.#placement = undefined;
    this.#run?.stop();
    // What the run has in flight ends first; its last snapshot keeps the weights.
    void (this.#run?.released ?? Promise.resolve()).then(() => placement?.session.destroy());
  }

  #initialWeights(seed: number): Float32Array {
    const flat = new Float32Array(this.#architecture.layout.length);
    this.#architecture.layout.slots.forEach(({ shape, offset }, i) => {
      flat.set(initialValues(this.#specs[i]?.initializer ?? 'zeros', shape, seed, i), offset);
    });
    return flat;
  }

  /**
   * The parameters on an executor of this backend; undefined takes the one in use. One at a time: a prediction and a run that
   * begin together would otherwise each place the weights, and the prediction would never see what the run learns.
   */
  #place(backend: Backend | undefined, trial?: Omit<Trial, 'parameters'>): Promise<Placement> {
    const placed = this.#placing.then(() => this.#placeNow(backend, trial));
    this.#placing = placed.then(
      () => {},
      () => {},
    );
    return placed;
  }
  #placing: Promise<void> = Promise.resolve();
  /** What was asked for last: where the model goes again after its device was lost. */
  #backend: Backend = 'auto';

  async #placeNow(backend: Backend | undefined, trial: Omit<Trial, 'parameters'> | undefined): Promise<Placement> {
    const current = this.#placement;
    if (current && (backend === undefined || backend === 'auto' || backend === current.executor.info.executor)) {
      return current;
    }
    if (current) {
      if (this.#training && !trial) {
        const { executor } = current.executor.info;
        throw new Error(`The model is being trained (${executor}): use it there, or stop the run first.`);
      }
      this.#weights = await current.session.readParameters();
      current.session.destroy();
    }
    const executor = await createExecutor(backend ?? this.#backend, trial && { ...trial, parameters: this.#weights });
    if (backend) this.#backend = backend;
    const session = await executor.createSession(this.layout, this.#weights);
    const placement = { executor, session, predictors: new Map(), layerPredictors: new Map() };
    this.#placement = placement;
    return placement;
  }
}

const columnsOf = ({ inputs, targets }: Dataset) => ({ inputs: inputs.data, targets: targets.data });

/** What is trained on and what is validated with. */
function partsOf(dataset: Dataset, { validationData, validationSplit, capacity }: FitOptions) {
  if ((dataset.inputs.shape[0] ?? 0) === 0) throw new RangeError('fit: the dataset has no examples');
  if (validationSplit === undefined) return { training: dataset, validation: validationData };
  if (validationData || capacity !== undefined) {
    throw new RangeError('validationSplit: not together with validationData or capacity');
  }
  return splitLast(dataset, validationSplit);
}

function checkedCount(name: string, value: number): number {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${name} is ${value}; give a whole number of at least 1`);
  }
  return value;
}
