// Training a preset: the model that it describes, its run, and what came out.

import {
  adam,
  conv2d,
  cosineDecay,
  type Dataset,
  dense,
  dropout,
  flatten,
  type History,
  type Layer,
  maxPooling2d,
  type Optimizer,
  rmsprop,
  type Sequential,
  sequential,
  sgd,
  type TrainingRun,
} from '../../engine/index.ts';
import type { ExecutorName } from './experiment.ts';
import type { LayerPreset, TrainingPreset } from './presets.ts';

export interface TrainingOptions {
  readonly backend: ExecutorName;
  /** Of the initial weights and of the order of the examples. */
  readonly seed: number;
  /** In place of the preset's. */
  readonly epochs?: number | undefined;
  readonly validation?: Dataset;
  readonly paused?: boolean;
  readonly stepsPerSubmit?: number;
}

export interface Trained {
  readonly model: Sequential;
  readonly history: History;
  readonly adapter: string;
}

type OptimizerPreset = TrainingPreset['optimizer'];

const optimizers = { sgd, adam, rmsprop } as const;

/** The preset's optimizer for a run of so many steps. */
function optimizerOf({ name, learningRate, momentum, schedule }: OptimizerPreset, steps: number): Optimizer {
  return optimizers[name]({
    learningRate,
    ...(momentum !== undefined && { momentum }),
    ...(schedule && { schedule: cosineDecay(steps) }),
  });
}

function layerOf(preset: LayerPreset, start: TrainingPreset['start']): Layer {
  switch (preset.layer) {
    case 'dense':
      return dense(preset.units, { activation: preset.activation, ...(start && { kernelInitializer: start }) });
    case 'conv2d':
      return conv2d(preset.filters, preset.kernelSize, { padding: preset.padding, activation: preset.activation });
    case 'maxPooling2d':
      return maxPooling2d();
    case 'dropout':
      return dropout(preset.rate);
    case 'flatten':
      return flatten();
    default:
      return preset satisfies never;
  }
}

/** The preset's model for such examples. */
export const modelOf = ({ layers, start }: TrainingPreset, { inputs }: Dataset, seed: number): Sequential =>
  sequential(
    layers.map((layer) => layerOf(layer, start)),
    { inputShape: inputs.shape.slice(1), seed },
  );

/** Begins the preset's run. */
export function startTraining(
  model: Sequential,
  preset: TrainingPreset,
  train: Dataset,
  { backend, seed, epochs = preset.epochs, validation, paused, stepsPerSubmit }: TrainingOptions,
): TrainingRun {
  const count = train.inputs.shape[0] ?? 0;
  const { optimizer, loss, metrics } = preset;
  const batchSize = preset.batchSize === 'all' ? count : preset.batchSize;
  return model.fit(train, {
    epochs,
    batchSize,
    optimizer: optimizerOf(optimizer, epochs * Math.ceil(count / batchSize)),
    loss,
    metrics,
    ...(validation && { validationData: validation }),
    // A full batch holds all examples in any order; kept, its sums are the same at every step.
    shuffle: preset.batchSize !== 'all',
    seed,
    backend,
    ...(paused !== undefined && { paused }),
    ...(stepsPerSubmit !== undefined && { stepsPerSubmit }),
  });
}

/** Trains a new model to the end. The caller disposes of it. */
export async function train(preset: TrainingPreset, data: Dataset, options: TrainingOptions): Promise<Trained> {
  const model = modelOf(preset, data, options.seed);
  const run = startTraining(model, preset, data, options);
  const history = await run.finished;
  if (run.state !== 'completed')
    throw new Error(`The training ended as "${run.state}" at step ${history.steps.length}.`);
  return { model, history, adapter: run.backend?.adapter ?? 'unknown' };
}
