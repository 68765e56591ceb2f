// One network with one of two heads as a program: which kind of home, or at what price.

import type { CodeLanguage } from './classification.ts';

export interface SupervisedProgram {
  readonly question: 'kind' | 'price';
  readonly examples: number;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

const townInNumPy = (seed: number): string => `rng = np.random.default_rng(${seed})
distance = rng.uniform(0.5, 19, 160)  # km from the centre
house = rng.uniform(size=160) < 1 / (1 + np.exp(-(distance - 8) / 2))
size = np.where(house, rng.normal(116, 27, 160), rng.normal(64, 21, 160))  # m²
price = (40 + 3.6 * size) * np.exp(-distance / 24) + 25 * house + rng.normal(0, 14, 160)
x = np.stack([(size - 95) / 40, (distance - 9) / 5], axis=1).astype("float32")`;

export function supervisedCode(language: CodeLanguage, program: SupervisedProgram): string {
  const { question, examples, learningRate, batchSize, epochs, seed } = program;
  const isKind = question === 'kind';
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np
from keras.layers import Dense

keras.utils.set_random_seed(${seed})
${townInNumPy(seed)}
y = ${isKind ? 'house.astype("int32")  # 0 flat, 1 house' : '((price - 300) / 130)[:, None]  # thousands of euros'}

model = keras.Sequential([
    keras.Input((2,)),
    Dense(8, activation="tanh"),
    Dense(8, activation="tanh"),
    ${isKind ? 'Dense(2, activation="softmax"),  # the head: one probability for each kind' : 'Dense(1),  # the head: one quantity'}
])
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=${learningRate}),
    loss="${isKind ? 'sparse_categorical_crossentropy' : 'mean_squared_error'}",
)
model.fit(
    x[:${examples}], y[:${examples}],
    batch_size=${batchSize}, epochs=${epochs},
    validation_data=(x[${examples}:], y[${examples}:]),
)
`;
    case 'pytorch':
      return `import numpy as np
import torch
from torch import nn

torch.manual_seed(${seed})
${townInNumPy(seed)}
x = torch.tensor(x)
y = torch.tensor(${isKind ? 'house.astype("int64"))  # 0 flat, 1 house' : '((price - 300) / 130)[:, None], dtype=torch.float32)  # thousands of euros'}

model = nn.Sequential(
    nn.Linear(2, 8), nn.Tanh(),
    nn.Linear(8, 8), nn.Tanh(),
    nn.Linear(8, ${isKind ? '2),  # the head: one score for each kind' : '1),  # the head: one quantity'}
)
for layer in model:
    if isinstance(layer, nn.Linear):  # as Keras and Slope begin
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)

loss = ${isKind ? 'nn.CrossEntropyLoss()  # holds the softmax' : 'nn.MSELoss()'}
optimizer = torch.optim.Adam(model.parameters(), lr=${learningRate})
for epoch in range(${epochs}):
    for batch in torch.randperm(${examples}).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x[batch]), y[batch]).backward()
        optimizer.step()
`;
    case 'slope':
      return `import { adam, dense, sequential } from 'slope';

// homes: rows of { size, distance, kind, price }, in m², km, 0 or 1, thousands of euros
const f32 = (shape, data) => ({ shape, encoding: 'f32', data: Float32Array.from(data), scale: 1, offset: 0 });
const dataset = (part) => ({
  inputs: f32([part.length, 2], part.flatMap(({ size, distance }) => [(size - 95) / 40, (distance - 9) / 5])),
  targets: ${isKind ? 'f32([part.length], part.map(({ kind }) => kind))' : 'f32([part.length, 1], part.map(({ price }) => (price - 300) / 130))'},
});

const model = sequential(
  [
    dense(8, { activation: 'tanh' }),
    dense(8, { activation: 'tanh' }),
    ${isKind ? "dense(2, { activation: 'softmax' }), // the head: one probability for each kind" : 'dense(1), // the head: one quantity'}
  ],
  { inputShape: [2], seed: ${seed} },
);
const run = model.fit(dataset(homes.slice(0, ${examples})), {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: adam({ learningRate: ${learningRate} }),
  loss: '${isKind ? 'sparseCategoricalCrossentropy' : 'meanSquaredError'}',
  validationData: dataset(homes.slice(${examples})),
});
await run.finished;
`;
    default:
      return language satisfies never;
  }
}
