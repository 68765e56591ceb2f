// MNIST1 of the lecture: 784-100-100-10, ReLU and softmax, Adam 1e-3, batch 512, 16 epochs, all 60,000 images.

import { loadDataset } from '../../datasets/loader.ts';
import { adam, type Dataset, dense, type Sequential, sequential } from '../../engine/index.ts';
import { type ExperimentOptions, row } from './experiment.ts';

const lectureEpochs = 16;

const digitsModel = (seed: number): Sequential =>
  sequential(
    [dense(100, { activation: 'relu' }), dense(100, { activation: 'relu' }), dense(10, { activation: 'softmax' })],
    { inputShape: [784], seed },
  );

interface Data {
  readonly train: Dataset;
  readonly test: Dataset;
}

function trainingRun(
  model: Sequential,
  { train, test }: Data,
  seed: number,
  options: {
    epochs: number;
    backend: 'webgpu' | 'cpu';
    stepsPerSubmit?: number;
    validate?: boolean;
  },
) {
  const { validate = true, ...rest } = options;
  return model.fit(train, {
    ...rest,
    batchSize: 512,
    optimizer: adam({ learningRate: 0.001 }),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
    ...(validate && { validationData: test }),
    seed,
  });
}

/** The test accuracy after training, with a row for each epoch. */
async function train(data: Data, seed: number, epochs: number, backend: 'webgpu' | 'cpu', options: ExperimentOptions) {
  const name = `MNIST1 ${backend}`;
  const model = digitsModel(seed);
  const run = trainingRun(model, data, seed, { epochs, backend });
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
    // The lecture's first epoch ends near 0.92 to 0.93 in every vintage.
    const [expected, tolerance] = epoch === 0 ? [0.92, 0.02] : [null, null];
    options.report(row(name, `${label} validation accuracy`, seed, accuracy, expected, tolerance));
    options.say(`seed ${seed}, ${label}: validation accuracy ${accuracy.toFixed(4)}, ${seconds.toFixed(0)} s`);
  }
  if (epochs === lectureEpochs) options.report(row(name, 'test accuracy', seed, accuracy, 0.977, 0.007, 'at least'));
  const adapter = run.backend?.adapter ?? 'unknown';
  model.dispose();
  return { accuracy, adapter };
}

/** Steps whose losses differ between two runs of one seed, with different numbers of steps per submit. */
async function differingSteps(data: Data, seed: number, backend: 'webgpu' | 'cpu'): Promise<number> {
  const curves: number[][] = [];
  for (const stepsPerSubmit of [1, 7]) {
    const model = digitsModel(seed);
    const run = trainingRun(model, data, seed, { epochs: 1, backend, stepsPerSubmit, validate: false });
    const { steps } = await run.finished;
    curves.push(steps.map(({ loss }) => loss));
    model.dispose();
  }
  const [a = [], b = []] = curves;
  return a.filter((loss, i) => loss !== b[i]).length + Math.abs(a.length - b.length);
}

export async function mnist(options: ExperimentOptions): Promise<{ adapter: string }> {
  const { seeds, backend, epochs = lectureEpochs } = options;
  const manifest = new URL('/mnist/manifest.json', location.href);
  const data: Data = {
    train: await loadDataset(manifest, { split: 'train' }),
    test: await loadDataset(manifest, { split: 'test' }),
  };
  const count = (dataset: Dataset) => dataset.inputs.shape[0] ?? 0;
  options.report(row('MNIST1', 'training images', 0, count(data.train), 60_000, 0, 'equal'));
  options.report(row('MNIST1', 'test images', 0, count(data.test), 10_000, 0, 'equal'));
  options.report(row('MNIST1', 'parameters', 0, digitsModel(0).parameterCount, 89_610, 0, 'equal'));

  let adapter = 'unknown';
  const accuracies: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const trained = await train(data, seed, epochs, backend, options);
    adapter = trained.adapter;
    accuracies.push(trained.accuracy);
  }
  const differing = await differingSteps(data, 1, backend);
  options.report(row(`MNIST1 ${backend}`, 'steps that differ, 1 against 7 per submit', 1, differing, 0, 0, 'equal'));
  if (backend === 'webgpu') {
    const cpu = await train(data, 1, epochs, 'cpu', options);
    options.report(row('MNIST1 cpu', 'test accuracy, against WebGPU', 1, cpu.accuracy, accuracies[0] ?? 0, 0.005));
  }
  return { adapter };
}
