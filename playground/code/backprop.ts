// One update by back-propagation as a program: with the gradients in sight where the library shows them.

import type { CodeLanguage } from './classification.ts';

export interface BackpropProgram {
  readonly table: 'xor' | 'and' | 'or';
  readonly hidden: number;
  readonly activation: 'tanh' | 'sigmoid' | 'relu';
  readonly learningRate: number;
  readonly seed: number;
}

const answers = { xor: '1, 1, 0, 0', and: '0, 0, 1, 0', or: '1, 1, 1, 0' } as const;

export function backpropCode(language: CodeLanguage, program: BackpropProgram): string {
  const { table, hidden, activation, learningRate, seed } = program;
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(${seed})
x = np.array([[1, 0], [0, 1], [1, 1], [0, 0]], "float32")
y = np.array([[v] for v in (${answers[table]})], "float32")

model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(${hidden}, activation="${activation}"),
    keras.layers.Dense(1, activation="sigmoid"),
])
loss = keras.losses.BinaryCrossentropy()

for i in range(4):
    with tf.GradientTape() as tape:
        error = loss(y[i:i + 1], model(x[i:i + 1]))
    gradients = tape.gradient(error, model.trainable_variables)
    for variable, gradient in zip(model.trainable_variables, gradients):
        print(variable.name, gradient.numpy())
        variable.assign_sub(${learningRate} * gradient)
`;
    case 'pytorch':
      return `import torch
from torch import nn

torch.manual_seed(${seed})
x = torch.tensor([[1., 0], [0, 1], [1, 1], [0, 0]])
y = torch.tensor([${answers[table]}], dtype=torch.float32)[:, None]

model = nn.Sequential(
    nn.Linear(2, ${hidden}), nn.${{ tanh: 'Tanh', sigmoid: 'Sigmoid', relu: 'ReLU' }[activation]}(),
    nn.Linear(${hidden}, 1),
)
for layer in model:
    if isinstance(layer, nn.Linear):  # as Keras and Slope begin
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)

loss = nn.BCEWithLogitsLoss()  # holds the sigmoid
for i in range(4):
    model.zero_grad()
    loss(model(x[i:i + 1]), y[i:i + 1]).backward()
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            print(name, parameter.grad)
            parameter -= ${learningRate} * parameter.grad
`;
    case 'slope':
      return `import { dense, sequential, sgd } from 'slope';

const f32 = (shape, values) =>
  ({ shape, encoding: 'f32', data: new Float32Array(values), scale: 1, offset: 0 });
const x = [[1, 0], [0, 1], [1, 1], [0, 0]];
const y = [${answers[table]}];

const model = sequential(
  [dense(${hidden}, { activation: '${activation}' }), dense(1, { activation: 'sigmoid' })],
  { inputShape: [2], seed: ${seed} },
);

for (const i of [0, 1, 2, 3]) {
  const before = await model.getWeights();
  const example = { inputs: f32([1, 2], x[i]), targets: f32([1, 1], [y[i]]) };
  await model.fit(example, {
    batchSize: 1,
    optimizer: sgd({ learningRate: ${learningRate} }),
    loss: 'binaryCrossentropy',
  }).finished;
  const after = await model.getWeights();
  // One step of plain descent moves each weight by the learning rate times its gradient.
  for (const [k, { name, data }] of before.entries()) {
    console.log(name, data.map((value, j) => (value - after[k].data[j]) / ${learningRate}));
  }
}
`;
    default:
      return language satisfies never;
  }
}
