// The network that parts a plane as a program in Keras, PyTorch and Slope: features, layers, training; points come from a file.

import type { CodeLanguage } from './classification.ts';

export interface PlaneNetworkProgram {
  /** Each feature as NumPy, PyTorch and TypeScript write it. */
  readonly features: readonly { readonly numpy: string; readonly torch: string; readonly script: string }[];
  readonly hidden: readonly { readonly units: number; readonly activation: string }[];
  readonly output: 'sigmoid' | 'softmax' | 'linear';
  readonly optimizer: 'adam' | 'sgd' | 'momentum';
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  /** The factor of the squared weights in the loss. */
  readonly l2: number;
}

export function planeNetworkCode(language: CodeLanguage, program: PlaneNetworkProgram): string {
  switch (language) {
    case 'keras':
      return keras(program);
    case 'pytorch':
      return pytorch(program);
    case 'slope':
      return slope(program);
    default:
      return language satisfies never;
  }
}

const outputUnits = ({ output }: PlaneNetworkProgram): number => (output === 'softmax' ? 2 : 1);

const kerasLosses = {
  sigmoid: 'binary_crossentropy',
  softmax: 'sparse_categorical_crossentropy',
  linear: 'mean_squared_error',
} as const;

function keras(program: PlaneNetworkProgram): string {
  const { features, hidden, output, optimizer, learningRate, batchSize, epochs, seed } = program;
  const dense = (units: number, activation: string): string =>
    `    Dense(${units}${activation === 'linear' ? '' : `, activation="${activation}"`}${penalty}),`;
  const penalty = program.l2 > 0 ? `, kernel_regularizer=keras.regularizers.L2(${program.l2})` : '';
  const optimizers = {
    adam: `Adam(learning_rate=${learningRate})`,
    sgd: `SGD(learning_rate=${learningRate})`,
    momentum: `SGD(learning_rate=${learningRate}, momentum=0.9)`,
  };
  return `import keras
import numpy as np
from keras import Input, Sequential
from keras.layers import Dense

keras.utils.set_random_seed(${seed})

# points.csv: save it with the button below the points
x1, x2, y, part = np.loadtxt("points.csv", delimiter=",", skiprows=1, unpack=True)
x = np.stack([${features.map(({ numpy }) => numpy).join(', ')}], axis=1)
train, validation = part == 0, part == 1

model = Sequential([
    Input((${features.length},)),
${[...hidden.map(({ units, activation }) => dense(units, activation)), dense(outputUnits(program), output)].join('\n')}
])
model.summary()

model.compile(
    optimizer=keras.optimizers.${optimizers[optimizer]},
    loss="${kerasLosses[output]}",${output === 'linear' ? '' : '\n    metrics=["accuracy"],'}
)
model.fit(
    x[train], y[train],
    batch_size=${batchSize},
    epochs=${epochs},
    validation_data=(x[validation], y[validation]),
)
`;
}

function pytorch(program: PlaneNetworkProgram): string {
  const { features, hidden, output, optimizer, learningRate, batchSize, epochs, seed } = program;
  const modules: Record<string, string> = { relu: 'nn.ReLU()', sigmoid: 'nn.Sigmoid()', tanh: 'nn.Tanh()' };
  const sizes = [features.length, ...hidden.map(({ units }) => units)];
  const layers = hidden.map(({ units, activation }, index) => {
    const module = modules[activation];
    return `    nn.Linear(${sizes[index]}, ${units}),${module ? ` ${module},` : ''}`;
  });
  const losses = {
    sigmoid: 'nn.BCEWithLogitsLoss()  # holds the sigmoid',
    softmax: 'nn.CrossEntropyLoss()  # holds the softmax',
    linear: 'nn.MSELoss()',
  };
  // λ·Σw² pulls with 2λw; PyTorch applies it to the biases too.
  const decay = program.l2 > 0 ? `, weight_decay=${2 * program.l2}` : '';
  const optimizers = {
    adam: `Adam(model.parameters(), lr=${learningRate}${decay})`,
    sgd: `SGD(model.parameters(), lr=${learningRate}${decay})`,
    momentum: `SGD(model.parameters(), lr=${learningRate}, momentum=0.9${decay})`,
  };
  const targets = output === 'softmax' ? 'y.long()' : 'y[:, None]';
  return `import numpy as np
import torch
from torch import nn

torch.manual_seed(${seed})

# points.csv: save it with the button below the points
table = torch.tensor(np.loadtxt("points.csv", delimiter=",", skiprows=1), dtype=torch.float32)
x1, x2, y, part = table.T
x, y = torch.stack([${features.map(({ torch }) => torch).join(', ')}], dim=1), ${targets}
train, validation = part == 0, part == 1

model = nn.Sequential(
${[...layers, `    nn.Linear(${sizes.at(-1)}, ${outputUnits(program)}),`].join('\n')}
)
for layer in model:
    if isinstance(layer, nn.Linear):  # as Keras and Slope begin
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)

loss = ${losses[output]}
optimizer = torch.optim.${optimizers[optimizer]}

for epoch in range(${epochs}):
    for batch in torch.randperm(int(train.sum())).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x[train][batch]), y[train][batch]).backward()
        optimizer.step()
    with torch.no_grad():
        print(f"epoch {epoch + 1}: {loss(model(x[validation]), y[validation]):.4f}")
`;
}

function slope(program: PlaneNetworkProgram): string {
  const { features, hidden, output, optimizer, learningRate, batchSize, epochs, seed } = program;
  const losses = {
    sigmoid: 'binaryCrossentropy',
    softmax: 'sparseCategoricalCrossentropy',
    linear: 'meanSquaredError',
  };
  const dense = (units: number, activation: string): string => {
    const options = [
      ...(activation === 'linear' ? [] : [`activation: '${activation}'`]),
      ...(program.l2 > 0 ? [`kernelRegularizer: l2(${program.l2})`] : []),
    ];
    return `    dense(${units}${options.length ? `, { ${options.join(', ')} }` : ''}),`;
  };
  const optimizers = {
    adam: `adam({ learningRate: ${learningRate} })`,
    sgd: `sgd({ learningRate: ${learningRate} })`,
    momentum: `sgd({ learningRate: ${learningRate}, momentum: 0.9 })`,
  };
  const targetShape = output === 'softmax' ? '[rows.length]' : '[rows.length, 1]';
  return `import { ${[optimizer === 'adam' ? 'adam' : 'sgd', 'dense', ...(program.l2 > 0 ? ['l2'] : []), 'sequential'].sort().join(', ')} } from 'slope';

// points.csv: save it with the button below the points
const text = await (await fetch('points.csv')).text();
const table = text.trim().split('\\n').slice(1).map((line) => line.split(',').map(Number));

const dataset = (part) => {
  const rows = table.filter((row) => row[3] === part);
  const inputs = rows.flatMap(([x1, x2]) => [${features.map(({ script }) => script).join(', ')}]);
  const f32 = (shape, values) =>
    ({ shape, encoding: 'f32', data: new Float32Array(values), scale: 1, offset: 0 });
  return {
    inputs: f32([rows.length, ${features.length}], inputs),
    targets: f32(${targetShape}, rows.map((row) => row[2])),
  };
};

const model = sequential(
  [
${[...hidden.map(({ units, activation }) => dense(units, activation)), dense(outputUnits(program), output)].join('\n')}
  ],
  { inputShape: [${features.length}], seed: ${seed} },
);

const run = model.fit(dataset(0), {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: ${optimizers[optimizer]},
  loss: '${losses[output]}',${output === 'linear' ? '' : "\n  metrics: ['accuracy'],"}
  validationData: dataset(1),
});
for await (const event of run) {
  if (event.type === 'epoch') console.log(event.row);
}
`;
}
