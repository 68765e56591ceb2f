// A curve drawn by one hidden layer, as a program.

import type { CodeLanguage } from './classification.ts';

export interface ActivationProgram {
  readonly activation: 'linear' | 'sigmoid' | 'tanh' | 'relu' | 'leakyRelu' | 'softplus' | 'gelu';
  readonly units: number;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

const kerasNames = { leakyRelu: 'leaky_relu' } as Readonly<Record<string, string>>;
const torchModules = {
  linear: 'nn.Identity()',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  relu: 'nn.ReLU()',
  leakyRelu: 'nn.LeakyReLU(0.2)',
  softplus: 'nn.Softplus()',
  gelu: 'nn.GELU(approximate="tanh")',
} as const;

export function activationCode(language: CodeLanguage, program: ActivationProgram): string {
  const { activation, units, learningRate, batchSize, epochs, seed } = program;
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np

keras.utils.set_random_seed(${seed})
x = np.linspace(-3, 3, 40)[:, None]
y = 0.8 * np.sin(1.6 * x) + np.random.normal(0, 0.06, x.shape)

model = keras.Sequential([
    keras.Input((1,)),
    keras.layers.Dense(${units}, activation="${kerasNames[activation] ?? activation}"),
    keras.layers.Dense(1),
])
model.compile(optimizer=keras.optimizers.Adam(learning_rate=${learningRate}), loss="mse")
model.fit(x, y, batch_size=${batchSize}, epochs=${epochs})
`;
    case 'pytorch':
      return `import torch
from torch import nn

torch.manual_seed(${seed})
x = torch.linspace(-3, 3, 40)[:, None]
y = 0.8 * torch.sin(1.6 * x) + 0.06 * torch.randn(40, 1)

model = nn.Sequential(nn.Linear(1, ${units}), ${torchModules[activation]}, nn.Linear(${units}, 1))
for layer in model:
    if isinstance(layer, nn.Linear):  # as Keras and Slope begin
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)

loss = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=${learningRate})
for epoch in range(${epochs}):
    for batch in torch.randperm(40).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x[batch]), y[batch]).backward()
        optimizer.step()
`;
    case 'slope':
      return `import { adam, dense, sequential } from 'slope';

const f32 = (values) => ({ shape: [40, 1], encoding: 'f32', data: values, scale: 1, offset: 0 });
const x = Float32Array.from({ length: 40 }, (_, i) => -3 + (6 * i) / 39);
const y = x.map((value) => 0.8 * Math.sin(1.6 * value));

const model = sequential(
  [dense(${units}, { activation: '${activation}' }), dense(1)],
  { inputShape: [1], seed: ${seed} },
);
const run = model.fit({ inputs: f32(x), targets: f32(y) }, {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: adam({ learningRate: ${learningRate} }),
  loss: 'meanSquaredError',
});
await run.finished;

// What every neuron says at each x:
const [hidden, output] = await model.predictLayers(x);
`;
    default:
      return language satisfies never;
  }
}
