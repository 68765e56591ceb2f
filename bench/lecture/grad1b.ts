// GRAD1b: the line of GRAD1 by mini-batches: down in the first round, then the losses of the batches jitter about the least loss.

import {
  deviation,
  type ExecutorName,
  type ExperimentOptions,
  executorsOf,
  mean,
  row,
  seedsFrom1,
} from './experiment.ts';
import { leastLoss, startedLine } from './grad1.ts';
import { miniBatchDescent as preset } from './presets.ts';
import { startTraining } from './train.ts';

/** How far above 1 − r² all rows' loss is after the first round, and the losses of the batches after it, in units of 1 − r². */
async function descend(seed: number, backend: ExecutorName) {
  const { training, rounds, updatesPerRound, learningRate } = preset;
  const { series, dataset, model } = await startedLine(seed, training);
  const least = leastLoss(series);
  const run = startTraining(model, training, dataset, { backend, seed, paused: true });
  let excess = Number.NaN;
  for (let round = 0; round < rounds; round++) {
    run.learningRate = learningRate(round);
    await run.step(updatesPerRound);
    if (round === 0) excess = (await model.evaluate(dataset, { loss: training.loss })).loss - least;
  }
  const jitter = run.history.steps.slice(updatesPerRound).map(({ loss }) => loss / least);
  run.stop();
  model.dispose();
  return { excess, jitter };
}

export async function grad1b(options: ExperimentOptions): Promise<void> {
  const { firstRound, jitterMean, jitterDeviation } = preset.expected;
  const seeds = seedsFrom1(options.seeds ?? preset.seeds);
  for (const executor of executorsOf(options)) {
    const runs: Awaited<ReturnType<typeof descend>>[] = [];
    for (const seed of seeds) runs.push(await descend(seed, executor));
    const report = (quantity: string, value: number, expected: Parameters<typeof row>[4]) =>
      options.report(row(`GRAD1b ${executor}`, quantity, seeds, value, expected));
    const excess = mean(runs.map((one) => one.excess));
    const jitter = runs.flatMap((one) => one.jitter);
    report('mean loss after 20 updates, above 1 − r²', excess, firstRound);
    report('losses of the batches after that, mean / (1 − r²)', mean(jitter), jitterMean);
    report('and their deviation / (1 − r²)', deviation(jitter), jitterDeviation);
  }
}
