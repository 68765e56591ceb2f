// Saving and loading a model: weights, optimizer state and step as one safetensors file.

import { isNormalization, type Statistics } from '../nn/normalization.ts';
import type { Sequential } from '../nn/sequential.ts';
import type { Checkpoint, TrainingState } from '../training/checkpoint.ts';
import { decodeSafetensors, encodeSafetensors, SafetensorsError } from './safetensors.ts';

const version = '1';
/** Optimizer state stands under this name, so that other programs find the weights by theirs. */
const statePrefix = 'optimizer/';

/**
 * The model as a safetensors file: its weights as they are now, and, if it was trained, what `fit` needs to go on bit for bit.
 * Statistics of normalization layers stand in its metadata. May be called while a run goes on. Tensors are named `dense_1/kernel`, their optimizer state `optimizer/m/dense_1/kernel`.
 */
export async function save(model: Sequential): Promise<Uint8Array<ArrayBuffer>> {
  const { weights, training } = await model.checkpoint();
  const metadata: Record<string, string> = { format: 'slope', version };
  const statistics = model.layers.filter(isNormalization).map(({ mean = [], variance = [] }) => ({
    mean: [...mean],
    variance: [...variance],
  }));
  if (statistics.length > 0) metadata.statistics = JSON.stringify(statistics);
  if (!training) return encodeSafetensors({ tensors: weights, metadata });
  const { state, ...rest } = training;
  metadata.training = JSON.stringify(rest);
  const moments = state.map((tensor) => ({ ...tensor, name: statePrefix + tensor.name }));
  return encodeSafetensors({ tensors: [...weights, ...moments], metadata });
}

/**
 * What a file holds: set its weights with `model.setWeights(loaded.weights)`, or go on training with
 * `model.fit(dataset, { …, resume: loaded })`; both check names and shapes against the model.
 * @param model given, it gets the weights and, to be there before it is first used, the statistics of its normalization layers
 * @throws SafetensorsError when the file is cut or altered, of a later version, or not of such a model; ShapeError.
 */
export function load(file: Uint8Array, model?: Sequential): Checkpoint {
  const { tensors, metadata } = decodeSafetensors(file);
  if (metadata.format === 'slope' && metadata.version !== version) {
    throw new SafetensorsError(`The file has version ${metadata.version}; this program reads version ${version}.`);
  }
  const weights = tensors.filter(({ name }) => !name.startsWith(statePrefix));
  if (model) {
    adaptLayers(model, metadata.statistics);
    model.setWeights(weights);
  }
  if (metadata.training === undefined) return { weights };
  const state = tensors.flatMap((tensor) =>
    tensor.name.startsWith(statePrefix) ? [{ ...tensor, name: tensor.name.slice(statePrefix.length) }] : [],
  );
  return { weights, training: { ...trainingOf(metadata.training), state } };
}

/** Gives a model's normalization layers the statistics of the file, in the order of the layers. */
function adaptLayers(model: Sequential, text = '[]'): void {
  const layers = model.layers.filter(isNormalization);
  let statistics: Statistics[] = [];
  try {
    statistics = JSON.parse(text);
  } catch {
    // Said below.
  }
  if (!Array.isArray(statistics) || statistics.length !== layers.length || !statistics.every(isStatistics)) {
    throw new SafetensorsError(`The file does not hold the statistics of ${layers.length} normalization layers.`);
  }
  layers.forEach((layer, i) => {
    const own = statistics[i];
    if (own && own.mean.length > 0) layer.adapt(own);
  });
}

const isStatistics = (value: Partial<Statistics> | null) =>
  Array.isArray(value?.mean) && Array.isArray(value.variance) && value.mean.length === value.variance.length;

type Progress = Omit<TrainingState, 'state'>;

function trainingOf(text: string): Progress {
  let training: Partial<Progress> = {};
  try {
    training = JSON.parse(text) ?? {};
  } catch {
    // Said below.
  }
  const { clock, learningRate, seed, batchSize, optimizer } = training;
  const numbers = [learningRate, seed, batchSize, clock?.step, clock?.epoch, clock?.batch, clock?.scheduleFactor];
  if (!clock || !optimizer || !numbers.every((value) => typeof value === 'number')) {
    throw new SafetensorsError('The state of training in the metadata cannot be read.');
  }
  return { clock, learningRate, seed, batchSize, optimizer } as Progress;
}
