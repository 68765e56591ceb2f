// Saving and loading a model: weights, optimizer state and step as one safetensors file.

import type { Sequential } from '../nn/sequential.ts';
import type { Checkpoint, TrainingState } from '../training/checkpoint.ts';
import { decodeSafetensors, encodeSafetensors, SafetensorsError } from './safetensors.ts';

const version = '1';
/** Optimizer state stands under this name, so that other programs find the weights by theirs. */
const statePrefix = 'optimizer/';

/**
 * The model as a safetensors file: its weights as they are now, and, if it was trained, what `fit` needs to go on bit for bit.
 * May be called while a run goes on. Tensors are named `dense_1/kernel`, their optimizer state `optimizer/m/dense_1/kernel`.
 */
export async function save(model: Sequential): Promise<Uint8Array<ArrayBuffer>> {
  const { weights, training } = await model.checkpoint();
  const metadata: Record<string, string> = { format: 'slope', version };
  if (!training) return encodeSafetensors({ tensors: weights, metadata });
  const { state, ...rest } = training;
  metadata.training = JSON.stringify(rest);
  const moments = state.map((tensor) => ({ ...tensor, name: statePrefix + tensor.name }));
  return encodeSafetensors({ tensors: [...weights, ...moments], metadata });
}

/**
 * What a file holds: set its weights with `model.setWeights(loaded.weights)`, or go on training with
 * `model.fit(dataset, { …, resume: loaded })`; both check names and shapes against the model.
 * @throws SafetensorsError when the file is cut or altered, or of a later version.
 */
export function load(file: Uint8Array): Checkpoint {
  const { tensors, metadata } = decodeSafetensors(file);
  if (metadata.format === 'slope' && metadata.version !== version) {
    throw new SafetensorsError(`The file has version ${metadata.version}; this program reads version ${version}.`);
  }
  const weights = tensors.filter(({ name }) => !name.startsWith(statePrefix));
  if (metadata.training === undefined) return { weights };
  const state = tensors.flatMap((tensor) =>
    tensor.name.startsWith(statePrefix) ? [{ ...tensor, name: tensor.name.slice(statePrefix.length) }] : [],
  );
  return { weights, training: { ...trainingOf(metadata.training), state } };
}

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
