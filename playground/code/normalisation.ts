// Houses normalised with the statistics of the training part, and two weights that learn, as a program.

import type { CodeLanguage } from './classification.ts';

export interface NormalisationProgram {
  readonly updates: number;
  readonly seed: number;
  readonly learningRate: number;
}

export function normalisationCode(
  language: CodeLanguage,
  { updates, seed, learningRate }: NormalisationProgram,
): string {
  const rate = Number(learningRate.toPrecision(3));
  const houses = `import numpy as np

rng = np.random.default_rng(${seed})
size = rng.normal(size=140)
area = 8 + 2.4 * size  # in tens of square metres
rooms = np.maximum(1, np.round(3 + 0.9 * (0.5 * size + 0.87 * rng.normal(size=140))))
price = 22 * area + 30 * rooms + 25 * rng.normal(size=140)
x, y = np.stack([area, rooms], axis=1).astype("float32"), price.astype("float32")
x_train, x_test, y_train, y_test = x[:100], x[100:], y[:100], y[100:]`;
  switch (language) {
    case 'keras':
      return `import keras
${houses}

normalise = keras.layers.Normalization()
normalise.adapt(x_train)  # of the training houses only

model = keras.Sequential([keras.Input((2,)), normalise, keras.layers.Dense(1, use_bias=False)])
model.compile(optimizer=keras.optimizers.SGD(${rate}), loss="mse")
model.fit(x_train, y_train - y_train.mean(), batch_size=100, epochs=${updates}, verbose=0)
print(model.predict(x_test)[:3, 0] + y_train.mean(), y_test[:3])
`;
    case 'pytorch':
      return `import torch
from torch import nn
${houses}

x_train, x_test, y_train, y_test = map(torch.tensor, (x_train, x_test, y_train, y_test))
mean, std = x_train.mean(0), x_train.std(0, correction=0)  # of the training houses only
normalise = lambda x: (x - mean) / std

model = nn.Linear(2, 1, bias=False)
optimizer = torch.optim.SGD(model.parameters(), lr=${rate})
for update in range(${updates}):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(normalise(x_train))[:, 0], y_train - y_train.mean()).backward()
    optimizer.step()
print(model(normalise(x_test))[:3, 0] + y_train.mean(), y_test[:3])
`;
    case 'slope':
      return `import { dense, normalization, sequential, sgd } from 'slope';

// train and test: datasets of [area, rooms] and prices less their mean
const normalise = normalization();
normalise.adapt(train); // of the training houses only

const model = sequential([normalise, dense(1, { useBias: false })], { inputShape: [2], seed: ${seed} });
const run = model.fit(train, {
  optimizer: sgd({ learningRate: ${rate} }),
  loss: 'meanSquaredError',
  batchSize: 100,
  epochs: ${updates},
});
await run.finished;
console.log(await model.predict(test.inputs.data));
`;
    default:
      return language satisfies never;
  }
}
