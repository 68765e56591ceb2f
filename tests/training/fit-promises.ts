// What `fit` promises beside plain training; the same tests run on both executors.

import { describe, expect, onTestFinished, test } from 'vitest';
import type { Dataset } from '../../engine/graph/dataset.ts';
import { hash } from '../../engine/graph/shuffle.ts';
import {
  type Callbacks,
  dense,
  earlyStopping,
  type FitOptions,
  type Sequential,
  sampleWeights,
  sequential,
  sgd,
  type TrainingRun,
} from '../../engine/index.ts';

const noise = (i: number, key: number) => (hash(i, key) / 2 ** 32) * 2 - 1;

/** y = 2a − b + noise, [rows, 2] → [rows]. */
function plane(rows: number): Dataset {
  const inputs = Float32Array.from({ length: rows * 2 }, (_, i) => noise(i, 1));
  const targets = Float32Array.from(
    { length: rows },
    (_, row) => 2 * (inputs[2 * row] ?? 0) - (inputs[2 * row + 1] ?? 0) + 0.3 * noise(row, 2),
  );
  const column = (shape: number[], data: Float32Array) =>
    ({ shape, encoding: 'f32', data, scale: 1, offset: 0 }) as const;
  return { inputs: column([rows, 2], inputs), targets: column([rows], targets) };
}

const data = plane(50);

function build(): Sequential {
  const model = sequential([dense(4, { activation: 'tanh' }), dense(1)], { inputShape: [2], seed: 4 });
  onTestFinished(() => model.dispose());
  return model;
}

const losses = (run: TrainingRun) => run.history.steps.map(({ loss }) => loss);

export function describeFit(backend: 'webgpu' | 'cpu'): void {
  const fit = (model: Sequential, options: Partial<FitOptions> = {}, dataset = data) =>
    model.fit(dataset, { epochs: 6, batchSize: 8, loss: 'mse', backend, ...options });

  describe('callbacks', () => {
    test('hear of the beginning, of every step, of every epoch before the next one, and of the end', async () => {
      const heard: string[] = [];
      const callbacks: Callbacks = {
        onBegin: (run) => void heard.push(`begin ${run.backend?.executor}`),
        onStep: (rows) => void heard.push(...rows.map(({ step }) => `step ${step}`)),
        onEpochEnd: async ({ epoch }) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          heard.push(`epoch ${epoch}`);
        },
        onEnd: (history) => void heard.push(`end after ${history.steps.length}`),
      };
      await fit(build(), { epochs: 2, batchSize: 25, callbacks }).finished;
      const steps = ['step 1', 'step 2', 'epoch 0', 'step 3', 'step 4', 'epoch 1'];
      expect(heard).toEqual([`begin ${backend}`, ...steps, 'end after 4']);
    });

    test('may stop the run at exactly their epoch', async () => {
      const run = fit(build(), {
        callbacks: { onEpochEnd: ({ epoch }, own) => (epoch === 2 ? own.stop() : undefined) },
      });
      const { steps, epochs } = await run.finished;
      expect([run.state, steps.length, epochs.length]).toEqual(['stopped', 21, 3]);
    });

    test('one that throws fails the run with its error', async () => {
      const callbacks: Callbacks = {
        onEpochEnd: () => {
          throw new Error('no more');
        },
      };
      await expect(fit(build(), { callbacks }).finished).rejects.toThrow('no more');
    });

    test('do not change the results', async () => {
      const plain = fit(build());
      await plain.finished;
      const watched = fit(build(), { callbacks: { onEpochEnd: () => {} } });
      await watched.finished;
      expect(losses(watched)).toEqual(losses(plain));
    });
  });

  describe('early stopping', () => {
    test('ends the run when the validation loss has not improved for `patience` epochs, and restores the best weights', async () => {
      const model = build();
      const stopping = earlyStopping({ patience: 2, restoreBestWeights: true });
      // Far too many epochs at a rate that jumps about: some epoch is the best long before the end.
      const options = { epochs: 200, optimizer: sgd({ learningRate: 0.6 }), validationSplit: 0.3 } as const;
      const run = fit(model, { ...options, callbacks: stopping });
      const { epochs } = await run.finished;
      const values = epochs.map((row) => row.validation!.loss);
      const best = values.indexOf(Math.min(...values));
      expect(stopping.best).toEqual({ epoch: best, value: values[best] });
      expect(stopping.stoppedEpoch).toBe(best + 2);
      expect(epochs).toHaveLength(best + 3);
      const again = await model.evaluate(lastPart(data, 15), { loss: 'mse', backend });
      expect(again.loss).toBeCloseTo(values[best]!, 6);
    });

    test('takes more as better for accuracy, less for errors, and an explicit mode as given', async () => {
      const improving = [0.5, 0.7, 0.9];
      const epochs = (name: string) =>
        improving.map((value, epoch) => ({ epoch, step: epoch, loss: 1, metrics: { [name]: value }, seconds: 0 }));
      const bestOf = async (name: string, mode?: 'min' | 'max') => {
        const stopping = earlyStopping({ monitor: name, patience: 9, ...(mode && { mode }) });
        for (const row of epochs(name)) await stopping.onEpochEnd!(row, {} as TrainingRun);
        return stopping.best!.value;
      };
      expect(await bestOf('accuracy')).toBe(0.9);
      expect(await bestOf('r2Score')).toBe(0.9);
      expect(await bestOf('mae')).toBe(0.5);
      // The lecture's slip: `mode='max'` on an error keeps the worst.
      expect(await bestOf('mae', 'max')).toBe(0.9);
    });

    test('says what can be monitored when asked for something else', async () => {
      const run = fit(build(), { metrics: ['mae'], callbacks: earlyStopping({ monitor: 'accuracy' }) });
      await expect(run.finished).rejects.toThrow('there are loss, mae');
    });
  });

  test('the validation split is the last part, is not trained on, and gives the curve of two datasets', async () => {
    const split = fit(build(), { validationSplit: 0.3 });
    await split.finished;
    const parts = fit(build(), { validationData: lastPart(data, 15) }, firstPart(data, 35));
    await parts.finished;
    expect(losses(split)).toEqual(losses(parts));
    expect(split.history.epochs.map(({ validation }) => validation)).toEqual(
      parts.history.epochs.map(({ validation }) => validation),
    );
  });

  test('validates every third epoch when asked to, whatever the steps per submit', async () => {
    const validated = async (stepsPerSubmit: number) => {
      const options = { epochs: 7, batchSize: 50, stepsPerSubmit, validationData: plane(20), validationFrequency: 3 };
      const { epochs } = await fit(build(), options).finished;
      return epochs.map(({ validation }) => validation?.loss);
    };
    const one = await validated(1);
    expect(one.map((loss) => loss !== undefined)).toEqual([false, false, true, false, false, true, false]);
    expect(await validated(64)).toEqual(one);
  });

  test('class weights multiply the loss of their rows, and no metric', async () => {
    const classes: Dataset = {
      ...data,
      targets: { ...data.targets, data: data.targets.data.map((y) => +(y > 0)) } as never,
    };
    const model = () => {
      const built = sequential([dense(1, { activation: 'sigmoid' })], { inputShape: [2], seed: 1 });
      onTestFinished(() => built.dispose());
      return built;
    };
    const first = async (classWeights?: Record<number, number>) => {
      const options = { batchSize: 50, metrics: ['accuracy'], shuffle: false, epochs: 1 } as const;
      const run = fit(
        model(),
        { ...options, loss: 'binaryCrossentropy', ...(classWeights && { classWeights }) },
        classes,
      );
      await run.finished;
      return run.history.steps[0]!;
    };
    const [plain, none, only] = [await first(), await first({ 0: 0 }), await first({ 1: 0 })];
    expect(none.loss + only.loss).toBeCloseTo(plain.loss, 5);
    const double = await first({ 0: 2, 1: 2 });
    expect(double.loss).toBeCloseTo(2 * plain.loss, 5);
    expect(double.metrics.accuracy).toBeCloseTo(plain.metrics.accuracy!, 6);
    expect(() => fit(model(), { loss: 'binaryCrossentropy', classWeights: { 2: 1 } }, classes)).toThrow(
      'no class 2 of 2',
    );
  });

  test('sample weights multiply the loss of their examples, and no metric', async () => {
    const options = { batchSize: 8, metrics: ['mae'], epochs: 2, optimizer: sgd({ learningRate: 0.1 }) } as const;
    const trained = async (dataset: Dataset, loss: FitOptions['loss'] = 'mse') => {
      const run = fit(build(), { ...options, loss }, dataset);
      await run.finished;
      return run.history.steps;
    };
    const weighted = (weights: readonly number[]) => {
      const { dataset, loss } = sampleWeights(data, 'mse', weights);
      return trained(dataset, loss);
    };
    const ones = new Array<number>(50).fill(1);
    const plain = await trained(data);
    const same = await weighted(ones);
    expect(same.map(({ loss }) => loss)).toBeAllClose(
      plain.map(({ loss }) => loss),
      { rtol: 1e-5, atol: 0 },
    );
    const double = await weighted(ones.map(() => 2));
    expect(double[0]!.loss).toBeCloseTo(2 * plain[0]!.loss, 5);
    expect(double[0]!.metrics.mae).toBeCloseTo(plain[0]!.metrics.mae!, 6);
    expect(double[1]!.loss, 'gradients are weighted too').not.toBeCloseTo(2 * plain[1]!.loss, 3);
    // Examples of weight 0 teach nothing: what their targets are makes no difference.
    const half = ones.map((_, i) => i % 2);
    const absurd = {
      ...data,
      targets: { ...data.targets, data: data.targets.data.map((y, i) => y + 9 * (1 - half[i]!)) },
    };
    const { dataset, loss } = sampleWeights(absurd as Dataset, 'mse', half);
    expect((await trained(dataset, loss)).map((row) => row.loss)).toEqual(
      (await weighted(half)).map((row) => row.loss),
    );
    expect(() => sampleWeights(data, 'mse', [1])).toThrow('1 weights for 50 examples');
    expect(() =>
      sampleWeights(
        data,
        'mse',
        ones.map((_, i) => 3 - i),
      ),
    ).toThrow('weight 4 is -1');
  });

  test('sample weights of classes give the curve of class weights', async () => {
    const { dataset, classes } = labelled();
    const softmax = () => {
      const model = sequential([dense(3, { activation: 'softmax' })], { inputShape: [2], seed: 1 });
      onTestFinished(() => model.dispose());
      return model;
    };
    const options = { batchSize: 8, metrics: ['accuracy'], epochs: 3 } as const;
    const byClass = fit(
      softmax(),
      { ...options, loss: 'sparseCategoricalCrossentropy', classWeights: { 0: 2, 2: 0.5 } },
      dataset,
    );
    await byClass.finished;
    const weights = classes.map((label) => [2, 1, 0.5][label]!);
    const weighted = sampleWeights(dataset, 'sparseCategoricalCrossentropy', weights);
    const bySample = fit(softmax(), { ...options, loss: weighted.loss }, weighted.dataset);
    await bySample.finished;
    expect(losses(bySample)).toBeAllClose(losses(byClass), { rtol: 1e-5, atol: 0 });
    expect(bySample.history.epochs.map(({ metrics }) => metrics.accuracy)).toEqual(
      byClass.history.epochs.map(({ metrics }) => metrics.accuracy),
    );
  });

  test('a whole plain dataset as one batch is read where it lies: the same losses as gathered', async () => {
    const options = { batchSize: 50, shuffle: false, epochs: 20 } as const;
    const direct = fit(build(), options);
    await direct.finished;
    const gathered = fit(build(), { ...options, capacity: 51, batchSize: 50 });
    await gathered.finished;
    expect(losses(gathered)).toBeAllClose(losses(direct), { rtol: 1e-6, atol: 0 });
    expect(losses(direct)).toHaveLength(20);
  });

  test('single steps are taken back one by one, and repeated bit for bit', async () => {
    const run = fit(build(), { paused: true });
    for (let i = 0; i < 10; i++) await run.step();
    const walked = losses(run);
    expect(walked).toHaveLength(10);
    for (const left of [9, 8, 7, 6]) {
      await run.stepBack();
      expect(run.history.steps).toHaveLength(left);
    }
    expect(run.state).toBe('paused');
    await run.step(4);
    expect(losses(run)).toEqual(walked);
    await run.stepBack();
    expect(run.history.steps).toHaveLength(6);
    run.play();
    await run.finished;
    const whole = fit(build());
    await whole.finished;
    expect(losses(run)).toEqual(losses(whole));
    expect(run.history.epochs.map(({ loss }) => loss)).toEqual(whole.history.epochs.map(({ loss }) => loss));
  });

  test('the learning rate changes while the run goes on, from the next step on; the rest of the run stays as it was', async () => {
    const options = { batchSize: 50, shuffle: false, epochs: 12, optimizer: sgd({ learningRate: 0.1 }) } as const;
    const run = fit(build(), { ...options, paused: true });
    await run.step(4);
    run.learningRate = 0;
    await run.step(4);
    run.learningRate = 0.1;
    run.play();
    await run.finished;
    const whole = fit(build(), options);
    await whole.finished;
    const [changed, plain] = [losses(run), losses(whole)];
    // The weights stood still for four steps: the fifth loss came five times.
    expect(changed).toEqual([...plain.slice(0, 5), ...new Array(4).fill(plain[4]), ...plain.slice(5, 8)]);
    expect(new Set(plain).size).toBe(12);
    expect(JSON.parse(JSON.stringify(run.history))).toEqual(run.history);
  });

  test('nothing happens on a step back where there is no state before', async () => {
    const run = fit(build(), { paused: true });
    await run.stepBack();
    await run.step();
    await run.stepBack();
    await run.stepBack();
    expect(run.history.steps).toHaveLength(0);
    run.stop();
  });

  test('metrics of sums: R², RMSE, precision, recall and the gradient norm', async () => {
    const run = fit(build(), {
      metrics: ['r2Score', 'rmse', 'gradientNorm'],
      shuffle: false,
      batchSize: 50,
      epochs: 1,
    });
    const { steps, epochs } = await run.finished;
    const { loss, metrics } = steps[0]!;
    const targets = [...data.targets.data];
    const mean = targets.reduce((total, y) => total + y, 0) / 50;
    const variance = targets.reduce((total, y) => total + (y - mean) ** 2, 0) / 50;
    expect(metrics.rmse).toBeCloseTo(Math.sqrt(loss), 5);
    expect(metrics.r2Score).toBeCloseTo(1 - loss / variance, 5);
    expect(metrics.gradientNorm).toBeGreaterThan(0);
    expect(epochs[0]!.metrics.r2Score).toBeCloseTo(metrics.r2Score!, 6);
    expect(() => fit(build(), { metrics: ['mse', 'mae', 'gradientNorm', 'accuracy'] })).toThrow('4 sums');
  });
}

/** The plane's points in three classes. */
function labelled(): { readonly dataset: Dataset; readonly classes: number[] } {
  const classes = [...data.targets.data].map((y) => (y < -0.5 ? 0 : y < 0.5 ? 1 : 2));
  return { dataset: { ...data, targets: { ...data.targets, data: Float32Array.from(classes) } }, classes };
}

const part = ({ inputs, targets }: Dataset, from: number, to: number): Dataset => ({
  inputs: { ...inputs, shape: [to - from, 2], data: inputs.data.slice(2 * from, 2 * to) as Float32Array },
  targets: { ...targets, shape: [to - from], data: targets.data.slice(from, to) as Float32Array },
});
const firstPart = (dataset: Dataset, count: number) => part(dataset, 0, count);
const lastPart = (dataset: Dataset, count: number) => part(dataset, 50 - count, 50);
