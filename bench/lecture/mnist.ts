// MNIST1 of the lecture: 784-100-100-10, ReLU and softmax, Adam 1e-3, batch 512, 16 epochs, all 60,000 images.

import type { Dataset } from '../../engine/index.ts';
import { type ExecutorName, type ExperimentOptions, executorsOf, row, seedsFrom1 } from './experiment.ts';
import { type Images, loadImages } from './images.ts';
import { mnist1 as preset } from './presets.ts';
import { modelOf, startTraining, train } from './train.ts';

/** The test accuracy after training, with a row for each epoch. */
async function trainDigits(
  data: Images,
  seed: number,
  epochs: number,
  backend: ExecutorName,
  options: ExperimentOptions,
) {
  const { training, expected } = preset;
  const name = `MNIST1 ${backend}`;
  const model = modelOf(training, data.train, seed);
  const run = startTraining(model, training, data.train, { epochs, backend, seed, validation: data.test });
  let accuracy = Number.NaN;
  for await (const event of run) {
    if (event.type === 'ready') options.say(`seed ${seed}: ${event.backend.executor} on ${event.backend.adapter}`);
    if (event.type !== 'epoch') continue;
    const { epoch, loss, metrics, validation, seconds } = event.row;
    accuracy = validation?.metrics.accuracy ?? Number.NaN;
    const label = `epoch ${String(epoch + 1).padStart(2)}`;
    options.report(row(name, `${label} loss`, seed, loss));
    options.report(row(name, `${label} accuracy`, seed, metrics.accuracy ?? Number.NaN));
    options.report(row(name, `${label} validation loss`, seed, validation?.loss ?? Number.NaN));
    options.report(row(name, `${label} validation accuracy`, seed, accuracy, epoch === 0 ? expected.firstEpoch : null));
    options.say(`seed ${seed}, ${label}: validation accuracy ${accuracy.toFixed(4)}, ${seconds.toFixed(0)} s`);
  }
  if (epochs === training.epochs) options.report(row(name, 'test accuracy', seed, accuracy, expected.accuracy));
  model.dispose();
  return accuracy;
}

/** Steps whose losses differ between two runs of one seed, with different numbers of steps per submit. */
async function differingSteps(data: Images, seed: number, backend: ExecutorName): Promise<number> {
  const curves: number[][] = [];
  for (const stepsPerSubmit of [1, 7]) {
    const { model, history } = await train(preset.training, data.train, { epochs: 1, backend, seed, stepsPerSubmit });
    curves.push(history.steps.map(({ loss }) => loss));
    model.dispose();
  }
  const [a = [], b = []] = curves;
  return a.filter((loss, i) => loss !== b[i]).length + Math.abs(a.length - b.length);
}

export async function mnist(options: ExperimentOptions): Promise<void> {
  const { expected, training } = preset;
  const { backend, epochs = training.epochs } = options;
  const data = await loadImages('mnist', options.datasets);
  const count = (dataset: Dataset) => dataset.inputs.shape[0] ?? 0;
  options.report(row('MNIST1', 'training images', 0, count(data.train), expected.trainingImages));
  options.report(row('MNIST1', 'test images', 0, count(data.test), expected.testImages));
  const { parameterCount } = modelOf(training, data.train, 0);
  options.report(row('MNIST1', 'parameters', 0, parameterCount, expected.parameterCount));

  const accuracies: number[] = [];
  for (const seed of seedsFrom1(options.seeds ?? preset.seeds)) {
    accuracies.push(await trainDigits(data, seed, epochs, backend, options));
  }
  const differing = await differingSteps(data, 1, backend);
  options.report(
    row(`MNIST1 ${backend}`, 'steps that differ, 1 against 7 per submit', 1, differing, expected.differing),
  );
  if (!executorsOf(options).includes('webgpu')) return;
  const cpu = await trainDigits(data, 1, epochs, 'cpu', options);
  const near = { value: accuracies[0] ?? Number.NaN, tolerance: expected.cpuAgainstWebGpu };
  options.report(row('MNIST1 cpu', 'test accuracy, against WebGPU', 1, cpu, near));
}
