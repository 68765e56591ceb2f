// The lecture's network on other pictures: the 8×8 digits, at once; clothes, which are harder.

import { type ExecutorName, type ExperimentOptions, executorsOf, mean, row, seedsFrom1 } from './experiment.ts';
import { type Images, loadImages } from './images.ts';
import * as presets from './presets.ts';
import { modelOf, startTraining } from './train.ts';

type Preset = typeof presets.digits | typeof presets.fashion;

/** Mean accuracy on the test pictures after the last epoch, over the seeds. */
async function classify(
  experiment: string,
  { training, seeds, expected }: Preset,
  images: Images,
  backend: ExecutorName,
  options: ExperimentOptions,
): Promise<void> {
  const accuracies: number[] = [];
  const all = seedsFrom1(options.seeds ?? seeds);
  for (const seed of all) {
    const model = modelOf(training, images.train, seed);
    const { test: validation } = images;
    const run = startTraining(model, training, images.train, { backend, seed, epochs: options.epochs, validation });
    let accuracy = Number.NaN;
    for await (const event of run) {
      if (event.type !== 'epoch') continue;
      accuracy = event.row.validation?.metrics.accuracy ?? Number.NaN;
      const { epoch, seconds } = event.row;
      options.say(`${experiment} seed ${seed}, epoch ${epoch + 1}: ${accuracy.toFixed(4)}, ${seconds.toFixed(0)} s`);
    }
    accuracies.push(accuracy);
    model.dispose();
  }
  options.report(row(experiment, 'mean test accuracy', all, mean(accuracies), expected.accuracy));
}

/** Small: on both executors. */
export async function digits(options: ExperimentOptions): Promise<void> {
  const images = await loadImages('digits', options.datasets);
  for (const executor of executorsOf(options)) {
    await classify(`digits ${executor}`, presets.digits, images, executor, options);
  }
}

/** Large: where it was asked for. */
export async function fashion(options: ExperimentOptions): Promise<void> {
  const images = await loadImages('fashion-mnist', options.datasets);
  await classify(`Fashion-MNIST ${options.backend}`, presets.fashion, images, options.backend, options);
}
