// Ratings from four counts and from predicted numbers, as a program.

import type { CodeLanguage } from './classification.ts';

export interface MetricsProgram {
  readonly counts: { readonly tp: number; readonly fn: number; readonly fp: number; readonly tn: number };
  readonly real: readonly number[];
  readonly predicted: readonly number[];
}

export function metricsCode(language: CodeLanguage, { counts, real, predicted }: MetricsProgram): string {
  const { tp, fn, fp, tn } = counts;
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np

truth = np.repeat([1, 1, 0, 0], [${tp}, ${fn}, ${fp}, ${tn}])
said = np.repeat([1, 0, 1, 0], [${tp}, ${fn}, ${fp}, ${tn}])
for metric in [keras.metrics.BinaryAccuracy(), keras.metrics.Precision(), keras.metrics.Recall()]:
    metric.update_state(truth, said)
    print(metric.name, float(metric.result()))

real = np.array([${real.join(', ')}])
predicted = np.array([${predicted.join(', ')}])
for metric in [keras.metrics.MeanAbsoluteError(), keras.metrics.RootMeanSquaredError(), keras.metrics.R2Score()]:
    metric.update_state(real[:, None], predicted[:, None])
    print(metric.name, float(metric.result()))
`;
    case 'pytorch':
      return `import torch

tp, fn, fp, tn = ${tp}, ${fn}, ${fp}, ${tn}
print("accuracy ", (tp + tn) / (tp + fn + fp + tn))
print("precision", tp / (tp + fp))
print("recall   ", tp / (tp + fn))
print("F1       ", 2 * tp / (2 * tp + fp + fn))

real = torch.tensor([${real.map((price) => `${price}.`).join(', ')}])
predicted = torch.tensor([${predicted.map((price) => `${price}.`).join(', ')}])
error = predicted - real
print("MAE ", error.abs().mean().item())
print("RMSE", error.square().mean().sqrt().item())
print("R2  ", 1 - (error.square().sum() / (real - real.mean()).square().sum()).item())
`;
    case 'slope':
      return `import { abs, div, mean, sqrt, square, sub, sum, tensor } from 'slope';

const [tp, fn, fp, tn] = [${tp}, ${fn}, ${fp}, ${tn}];
console.log('accuracy', (tp + tn) / (tp + fn + fp + tn));
console.log('precision', tp / (tp + fp));
console.log('recall', tp / (tp + fn));
console.log('F1', (2 * tp) / (2 * tp + fp + fn));

const real = tensor([${real.join(', ')}]);
const predicted = tensor([${predicted.join(', ')}]);
const error = sub(predicted, real);
console.log('MAE', await mean(abs(error)).item());
console.log('RMSE', await sqrt(mean(square(error))).item());
console.log('R2', 1 - (await div(sum(square(error)), sum(square(sub(real, mean(real))))).item()));
`;
    default:
      return language satisfies never;
  }
}
