// GRAD1: gradient descent on a random line, both axes standardised, until the loss is the least there is: 1 − r².

import { type Series, seriesDataset, standardizedLine } from '../../datasets/synthetic.ts';
import { type ExecutorName, type ExperimentOptions, executorsOf, mean, row, seedsFrom1 } from './experiment.ts';
import { gradientDescent as preset, type TrainingPreset } from './presets.ts';
import { modelOf, startTraining } from './train.ts';

/** The loss that no line goes below, for axes of mean 0 and variance 1. */
export const leastLoss = ({ x, y }: Series) => 1 - mean(x.map((value, i) => value * (y[i] ?? 0))) ** 2;

/** A random line, and a model that starts as the notebook: intercept min(y), slope 0. */
export async function startedLine(seed: number, training: TrainingPreset) {
  const series = standardizedLine({ seed, count: preset.data.count });
  const dataset = seriesDataset(series);
  const model = modelOf(training, dataset, seed);
  const starts = [0, Math.min(...series.y)];
  model.setWeights(
    (await model.getWeights()).map((weight, i) => ({ ...weight, data: Float32Array.of(starts[i] ?? 0) })),
  );
  return { series, dataset, model };
}

/** Losses of a run on the full batch. */
export async function descentLosses(seed: number, training: TrainingPreset, backend: ExecutorName) {
  const { series, dataset, model } = await startedLine(seed, training);
  const { steps } = await startTraining(model, training, dataset, { backend, seed }).finished;
  const end = await model.evaluate(dataset, { loss: training.loss });
  model.dispose();
  return { losses: [...steps.map(({ loss }) => loss), end.loss], least: leastLoss(series) };
}

export async function grad1(options: ExperimentOptions): Promise<void> {
  const seeds = seedsFrom1(options.seeds ?? preset.seeds);
  for (const executor of executorsOf(options)) {
    for (const { training, excess } of preset.trainings) {
      const above: number[] = [];
      for (const seed of seeds) {
        const { losses, least } = await descentLosses(seed, training, executor);
        const [first = Number.NaN, last = Number.NaN] = [losses[0], losses.at(-1)];
        options.say(
          `GRAD1 ${executor}, seed ${seed}: loss ${first.toFixed(3)} to ${last.toFixed(4)}, 1 − r² = ${least.toFixed(4)}`,
        );
        above.push(Math.abs(last - least));
      }
      const experiment = `GRAD1 ${executor}, η ${training.optimizer.learningRate}`;
      options.report(row(experiment, 'loss at the end, from 1 − r² at most', seeds, Math.max(...above), excess));
    }
  }
}
