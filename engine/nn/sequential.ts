// A model as a chain of layers, in Keras's words: fit, evaluate, predict, summary.

import type { Dataset } from '../graph/dataset.ts';
import { formatShape, type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { clockAtStart, type Knobs } from '../graph/step-state.ts';
import { layoutParameters, type ParameterLayout } from '../plan/program.ts';
import { type Backend, prepareGpu } from '../training/backend.ts';
import { type Checkpoint, type NamedTensor, pack, snapshotOf, unpack } from '../training/checkpoint.ts';
import { meanScores, type Scores } from '../training/history.ts';
import { runSteps } from '../training/pacing.ts';
import { TrainingRun } from '../training/run.ts';
import type { Loaded } from '../training/run-plan.ts';
import { checkedCount, type EvaluateOptions, type FitOptions, partsOf } from './fit-options.ts';
import { initialValues } from './initializers.ts';
import type { Layer, ParameterSpec } from './layers.ts';
import type { Loss } from './losses.ts';
import { type Metric, planMetrics } from './metrics.ts';
import { type Optimizer, optimizersByName } from './optimizers.ts';
import { keptProgram, type Placement, Placements } from './placement.ts';
import { type Architecture, columnsOf, evaluationProgram, predictionProgram, trainingProgram } from './programs.ts';
import { type Summary, type SummaryRow, summarize } from './summary.ts';

export interface SequentialOptions {
  /** Shape of one example, without the batch. */
  readonly inputShape: Shape;
  /** Seed of the initial weights; the same seed gives the same weights. Default 0. */
  readonly seed?: number;
}

/** Examples that a prediction takes in one run. */
const predictionRows = 256;
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
  readonly #placements: Placements;
  #run: TrainingRun | undefined;

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
    this.#placements = new Placements(this.layout, this.#initialWeights(seed));
  }

  get seed(): number {
    return this.#seed;
  }

  get layout(): ParameterLayout {
    return this.#architecture.layout;
  }

  /** Layers with their output shapes and parameter counts. */
  summary(): Summary {
    return summarize(this.#rows);
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
    prepareGpu(options.backend, this.layout);
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
        const { executor, session } = await this.#placements.place(options.backend ?? 'auto', trial);
        const trained = await session.load(training, columnsOf(examples));
        if (!validation) return { executor, training: trained };
        const program = await session.load(validation.program, columnsOf(validation.dataset));
        return { executor, training: trained, validation: { ...validation, program } };
      },
      kept: ({ parameters }) => this.#placements.keep(parameters),
    });
    this.#run = run;
    this.#trained = { run, optimizer, batchSize, seed: knobs.seed };
    this.#loss = loss;
    this.#placements.training = true;
    void run.released.then(() => {
      if (this.#run === run) this.#placements.training = false;
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
    return this.#placements.use(options.backend, async ({ session }) => {
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
   * The outputs for each example, row-major: probabilities where the last layer is softmax or sigmoid.
   * @param inputs rows of the input shape, one after another. @throws ShapeError when they are no whole rows.
   */
  async predict(inputs: Float32Array, { backend }: { readonly backend?: Backend } = {}): Promise<Float32Array> {
    const width = sizeOf(this.inputShape);
    const count = exampleCount('predict', inputs, this.inputShape);
    const outputWidth = sizeOf(this.outputShape);
    const outputs = new Float32Array(count * outputWidth);
    const rows = count === 1 ? 1 : predictionRows;
    return this.#placements.use(backend, async (placement) => {
      const program = await keptProgram(placement, `${rows}`, () => predictionProgram(this.#architecture, rows));
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
  async predictLayers(inputs: Float32Array, options: { readonly backend?: Backend } = {}): Promise<Float32Array[]> {
    return (await import('./predict-layers.ts')).predictLayers(this, inputs, options.backend);
  }

  /** For functions beside the model that compute with it: does `work` where the parameters are. */
  onDevice<T>(
    backend: Backend | undefined,
    work: (placement: Placement, architecture: Architecture) => Promise<T>,
  ): Promise<T> {
    return this.#placements.use(backend, (placement) => work(placement, this.#architecture));
  }

  /** All parameters, in the order of the layers. */
  async getWeights(): Promise<NamedTensor[]> {
    return unpack(this.layout, await this.#placements.read());
  }

  /** @throws ShapeError when a name is unknown or a shape differs. */
  setWeights(weights: readonly NamedTensor[]): void {
    const flat = this.#placements.known.slice();
    pack(this.layout, weights, flat, { action: 'setWeights' });
    this.#trained = undefined;
    this.#placements.write(flat);
  }

  /** Back to the initial weights; the same seed gives the same weights. */
  resetWeights(seed = this.#seed): void {
    this.#seed = seed;
    this.#trained = undefined;
    this.#placements.write(this.#initialWeights(seed));
  }

  /** Gives the device memory back, when what is under way there has ended; the model can be used again afterwards. */
  dispose(): void {
    this.#run?.stop();
    // The last snapshot of the run keeps the weights.
    void Promise.resolve(this.#run?.released).then(() => this.#placements.leave());
  }

  #initialWeights(seed: number): Float32Array {
    const flat = new Float32Array(this.#architecture.layout.length);
    this.#architecture.layout.slots.forEach(({ shape, offset }, i) => {
      flat.set(initialValues(this.#specs[i]?.initializer ?? 'zeros', shape, seed, i), offset);
    });
    return flat;
  }
}

/** How many examples lie one after another in `inputs`. @throws ShapeError when they are no whole number. */
export function exampleCount(who: string, inputs: Float32Array, inputShape: Shape): number {
  const width = sizeOf(inputShape);
  const count = inputs.length / width;
  if (!Number.isInteger(count)) {
    throw new ShapeError(
      `${who}: ${inputs.length} values are no whole number of examples ${formatShape(inputShape)} (${width} values each)`,
    );
  }
  return count;
}
