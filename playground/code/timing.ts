// A training whose steps are counted against the clock, as a program.

import type { CodeLanguage } from './classification.ts';

export interface TimingProgram {
  readonly inputs: number;
  readonly layers: readonly { readonly units: number; readonly activation: string }[];
  readonly loss: string;
  readonly optimizer: 'sgd' | 'adam' | 'rmsprop';
  readonly learningRate: number;
  readonly batchSize: number;
  readonly examples: number;
}

const kerasLosses: Readonly<Record<string, string>> = {
  meanSquaredError: 'mean_squared_error',
  binaryCrossentropy: 'binary_crossentropy',
  sparseCategoricalCrossentropy: 'sparse_categorical_crossentropy',
};
const torchLosses: Readonly<Record<string, string>> = {
  meanSquaredError: 'nn.MSELoss()',
  binaryCrossentropy: 'nn.BCELoss()',
  sparseCategoricalCrossentropy: 'nn.CrossEntropyLoss()  # holds the softmax',
};
const torchModules: Readonly<Record<string, string>> = {
  relu: 'nn.ReLU()',
  tanh: 'nn.Tanh()',
  sigmoid: 'nn.Sigmoid()',
};
const names = { sgd: 'SGD', adam: 'Adam', rmsprop: 'RMSprop' } as const;

export function timingCode(language: CodeLanguage, program: TimingProgram): string {
  const { inputs, layers, loss, optimizer, learningRate, batchSize, examples } = program;
  const classes = loss === 'sparseCategoricalCrossentropy';
  switch (language) {
    case 'keras':
      return `import time
import keras
import numpy as np
from keras.layers import Dense

x = np.random.rand(${batchSize}, ${inputs}).astype("float32")
y = ${classes ? `np.random.randint(0, 10, ${batchSize})` : `np.random.rand(${batchSize}, 1).round()`}

model = keras.Sequential([
    keras.Input((${inputs},)),
${layers.map(({ units, activation }) => `    Dense(${units}${activation === 'linear' ? '' : `, activation="${activation}"`}),`).join('\n')}
])
model.compile(keras.optimizers.${names[optimizer]}(${learningRate}), loss="${kerasLosses[loss] ?? loss}")

for steps in [20, 500]:  # the first ones build and warm up
    started = time.perf_counter()
    for _ in range(steps):
        model.train_on_batch(x, y)
print(500 / (time.perf_counter() - started), "steps/s")
`;
    case 'pytorch':
      return `import time
import torch
from torch import nn

device = "cuda" if torch.cuda.is_available() else "cpu"
x = torch.rand(${batchSize}, ${inputs}, device=device)
y = ${classes ? `torch.randint(0, 10, (${batchSize},), device=device)` : `torch.rand(${batchSize}, 1, device=device).round()`}

model = nn.Sequential(
${layers
  .map(({ units, activation }, i) => {
    const module = torchModules[activation];
    return `    nn.Linear(${i ? layers[i - 1]?.units : inputs}, ${units}),${module ? ` ${module},` : ''}`;
  })
  .join('\n')}
).to(device)
loss = ${torchLosses[loss] ?? loss}
optimizer = torch.optim.${names[optimizer]}(model.parameters(), lr=${learningRate})

for steps in [20, 500]:  # the first ones warm up
    started = time.perf_counter()
    for _ in range(steps):
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()
    if device == "cuda":
        torch.cuda.synchronize()  # a GPU works on after the call has returned
print(500 / (time.perf_counter() - started), "steps/s")
`;
    case 'slope':
      return `import { ${['dense', optimizer, 'sequential'].sort().join(', ')} } from 'slope';

const f32 = (shape, data) => ({ shape, encoding: 'f32', data, scale: 1, offset: 0 });
const dataset = {
  inputs: f32([${examples}, ${inputs}], Float32Array.from({ length: ${examples * inputs} }, Math.random)),
  targets: f32([${classes ? examples : `${examples}, 1`}], Float32Array.from({ length: ${examples} }, () => ${classes ? 'Math.floor(10 * Math.random())' : 'Math.round(Math.random())'})),
};

const model = sequential(
  [
${layers.map(({ units, activation }) => `    dense(${units}${activation === 'linear' ? '' : `, { activation: '${activation}' }`}),`).join('\n')}
  ],
  { inputShape: [${inputs}] },
);
const run = model.fit(dataset, {
  optimizer: ${optimizer}({ learningRate: ${learningRate} }),
  loss: '${loss}',
  batchSize: ${batchSize},
  epochs: 1e6,
  paused: true,
});
await run.step(20); // builds, and warms up
const started = performance.now();
await run.step(500);
console.log((1000 * 500) / (performance.now() - started), 'steps/s');
run.stop();
`;
    default:
      return language satisfies never;
  }
}
