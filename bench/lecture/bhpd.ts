// BHPD1 and BHPD2: house prices by a network, against a line through the same columns and against the mean price.

import { splitDataset } from '../../datasets/packed.ts';
import { standardize } from '../../datasets/standardize.ts';
import { loadTable, tableDataset } from '../../datasets/table.ts';
import type { Dataset, NamedTensor } from '../../engine/index.ts';
import {
  deviation,
  type ExecutorName,
  type ExperimentOptions,
  executorsOf,
  mean,
  row,
  seedsFrom1,
} from './experiment.ts';
import { housePrices as preset, type TrainingPreset } from './presets.ts';
import { modelOf, startTraining } from './train.ts';

type Place = 'boston' | 'ames';
type Network = 'bhpd1' | 'bhpd2';
const places: readonly Place[] = ['boston', 'ames'];

interface Houses {
  readonly train: Dataset;
  readonly test: Dataset;
}

/** The whole table: the lecture learns from all 13 columns of Boston, also from the one that a first look hides. */
export async function loadHouses(place: Place, { base, fetch }: ExperimentOptions['datasets']): Promise<Dataset> {
  const { table: name, target } = preset[place];
  const options = { includeHidden: true, ...(fetch && { fetch }) };
  return tableDataset(await loadTable(new URL(`${name}/manifest.json`, base), options), { target });
}

/** Shuffled, cut, and standardised as pandas does it, by the houses that are trained on. */
export function splitHouses(houses: Dataset, seed: number): Houses {
  const { train, test } = splitDataset(houses, preset.trainFraction, seed);
  const { train: standardized, others } = standardize(train, [test], 1);
  return { train: standardized, test: others[0] ?? test };
}

export interface Priced {
  readonly parameterCount: number;
  /** Mean absolute errors on the test houses: after the last epoch, the least of all epochs, and of the weights kept there. */
  readonly last: number;
  readonly best: number;
  readonly restored: number;
}

/** Trains epoch by epoch and keeps the weights of the best one, as the notebook's checkpoint is meant to. */
export async function price(
  training: TrainingPreset,
  { train, test }: Houses,
  options: { readonly backend: ExecutorName; readonly seed: number; readonly epochs?: number | undefined },
): Promise<Priced> {
  const model = modelOf(training, train, options.seed);
  const run = startTraining(model, training, train, { ...options, validation: test, paused: true });
  let [last, best] = [Number.NaN, Number.POSITIVE_INFINITY];
  let kept: NamedTensor[] = [];
  for (let epoch = 0; epoch < run.epochs; epoch++) {
    await run.step(run.stepsPerEpoch);
    last = run.history.epochs.at(-1)?.validation?.metrics.meanAbsoluteError ?? Number.NaN;
    if (last >= best) continue;
    best = last;
    kept = await model.getWeights();
  }
  run.stop();
  model.setWeights(kept);
  const restored = await model.evaluate(test, { loss: training.loss, metrics: training.metrics });
  model.dispose();
  return {
    parameterCount: model.parameterCount,
    last,
    best,
    restored: restored.metrics.meanAbsoluteError ?? Number.NaN,
  };
}

/** The error of saying the mean price of the training houses for every house. */
function meanPriceError({ train, test }: Houses): number {
  const price = mean(train.targets.data);
  return mean(Array.from(test.targets.data, (value) => Math.abs(value - price)));
}

/** As many as were asked for, but no fewer than the expected mean is over. */
function seedsOf(place: Place, { seeds }: ExperimentOptions): readonly number[] {
  const { seeds: usual, leastSeeds } = preset[place];
  return seedsFrom1(Math.max(leastSeeds, seeds ?? usual));
}

async function network(name: Network, options: ExperimentOptions): Promise<void> {
  const { training, parameterCount } = preset[name];
  const experiment = name.toUpperCase();
  for (const place of places) {
    const seeds = seedsOf(place, options);
    const houses = await loadHouses(place, options.datasets);
    const ours: Priced[] = [];
    for (const seed of seeds) {
      const priced = await price(training, splitHouses(houses, seed), { backend: 'cpu', seed, epochs: options.epochs });
      options.say(
        `${experiment} cpu, ${place}, seed ${seed}: MAE ${priced.last.toFixed(3)}, best ${priced.best.toFixed(3)} k$`,
      );
      ours.push(priced);
    }
    const [first] = ours;
    if (!first) continue;
    if (place === 'boston') {
      const equal = { value: parameterCount, relation: 'equal' } as const;
      options.report(row(experiment, 'parameters', 0, first.parameterCount, equal));
    }
    const at = `${experiment} cpu, ${place}`;
    options.report(row(at, 'mean test MAE, k$', seeds, mean(ours.map(({ last }) => last)), preset[name][place]));
    options.report(row(at, 'its spread over seeds (deviation), k$', seeds, deviation(ours.map(({ last }) => last))));
    options.report(row(at, 'mean test MAE of the best epochs', seeds, mean(ours.map(({ best }) => best))));
    const away = Math.max(...ours.map(({ best, restored }) => Math.abs(best - restored)));
    options.report(row(at, 'best weights restored: MAE differs by', seeds, away, { value: 0, tolerance: 1e-4 }));
    if (!executorsOf(options).includes('webgpu')) continue;
    const gpu = await price(training, splitHouses(houses, 1), { backend: 'webgpu', seed: 1, epochs: options.epochs });
    const near = { value: first.last, tolerance: preset[name][place].tolerance };
    options.report(row(`${experiment} webgpu, ${place}`, 'test MAE, against the CPU’s', 1, gpu.last, near));
  }
}

/** What the network is to beat. */
async function baselines(options: ExperimentOptions): Promise<void> {
  for (const place of places) {
    const seeds = seedsOf(place, options);
    const houses = await loadHouses(place, options.datasets);
    const splits = seeds.map((seed) => splitHouses(houses, seed));
    const lines: number[] = [];
    for (const [i, split] of splits.entries()) {
      const priced = await price(preset.linear.training, split, { backend: 'cpu', seed: seeds[i] ?? 0 });
      lines.push(priced.last);
    }
    options.report(row(`linear cpu, ${place}`, 'mean test MAE, k$', seeds, mean(lines), preset.linear[place]));
    const means = splits.map(meanPriceError);
    options.report(row(`mean price, ${place}`, 'mean test MAE, k$', seeds, mean(means), preset.mean[place]));
  }
}

export async function bhpd1(options: ExperimentOptions): Promise<void> {
  await network('bhpd1', options);
  await baselines(options);
}

export const bhpd2 = (options: ExperimentOptions): Promise<void> => network('bhpd2', options);
