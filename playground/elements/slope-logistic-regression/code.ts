// The logistic regression of the figure as a program: one neuron, the same columns, the same updates.

import type { CodeLanguage } from '../../code/classification.ts';

export interface LogisticProgram {
  readonly powers: readonly number[];
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  readonly threshold: number;
}

export function logisticCode(language: CodeLanguage, program: LogisticProgram): string {
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

const numpyData = ({ seed, powers }: LogisticProgram): string => `# 1000 students; NumPy draws others than this page
rng = np.random.default_rng(${seed})
work, sleep = rng.normal(5, 1, 1000), rng.normal(7, 1.5, 1000)
rest = 14 - work - sleep + rng.normal(0, 0.4, 1000)
y = ((sleep >= 5) & (work >= 4) & (rest <= 3)).astype("float32")

x = np.column_stack([work, sleep])
x = (x - x[:800].mean(0)) / x[:800].std(0)  # by the training students alone
x = np.hstack([${powers.map((power) => (power === 1 ? 'x' : `x**${power}`)).join(', ')}])
`;

const columns = ({ powers }: LogisticProgram): number => 2 * powers.length;

function keras(program: LogisticProgram): string {
  const { learningRate, batchSize, epochs, threshold } = program;
  return `import keras
import numpy as np

${numpyData(program)}
model = keras.Sequential([
    keras.Input((${columns(program)},)),
    keras.layers.Dense(1, activation="sigmoid", kernel_initializer="zeros"),
])
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=${learningRate}, momentum=0.9),
    loss="binary_crossentropy",
    metrics=[
        keras.metrics.BinaryAccuracy(threshold=${threshold}),
        keras.metrics.Precision(thresholds=${threshold}),
        keras.metrics.Recall(thresholds=${threshold}),
    ],
)
model.fit(x[:800], y[:800], batch_size=${batchSize}, epochs=${epochs}, verbose=0)
print(model.evaluate(x[800:], y[800:]))
`;
}

function pytorch(program: LogisticProgram): string {
  const { learningRate, batchSize, epochs, threshold } = program;
  return `import numpy as np
import torch
from torch import nn

${numpyData(program)}
x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)
neuron = nn.Linear(${columns(program)}, 1)  # the sigmoid is in the loss
nn.init.zeros_(neuron.weight)
nn.init.zeros_(neuron.bias)
loss = nn.BCEWithLogitsLoss()
optimizer = torch.optim.SGD(neuron.parameters(), lr=${learningRate}, momentum=0.9)
for epoch in range(${epochs}):
    for batch in torch.arange(800).split(${batchSize}):
        optimizer.zero_grad()
        loss(neuron(x[batch])[:, 0], y[batch]).backward()
        optimizer.step()

said = torch.sigmoid(neuron(x[800:]))[:, 0] >= ${threshold}
passes = y[800:] == 1
print("accuracy", (said == passes).float().mean())
print("precision", (said & passes).sum() / said.sum())
print("recall", (said & passes).sum() / passes.sum())
`;
}

function slope(program: LogisticProgram): string {
  const { learningRate, batchSize, epochs, seed, powers } = program;
  const dataset =
    powers.length === 1
      ? `const { train, others: [test] } = standardize(sliceDataset(all, 0, 800), [sliceDataset(all, 800, 200)]);`
      : `const { train: x, others: [xTest] } = standardize(sliceDataset(all, 0, 800), [sliceDataset(all, 800, 200)]);
const withPowers = ({ inputs, targets }) => {
  const data = [];
  for (let i = 0; i < inputs.data.length; i += 2) {
    for (const power of [${powers.join(', ')}]) data.push(inputs.data[i] ** power, inputs.data[i + 1] ** power);
  }
  return { inputs: f32Tensor([inputs.shape[0], ${columns(program)}], Float32Array.from(data)), targets };
};
const [train, test] = [withPowers(x), withPowers(xTest)];`;
  const imports = [
    'pointsDataset',
    'sliceDataset',
    'standardize',
    'students',
    ...(powers.length > 1 ? ['f32Tensor'] : []),
  ];
  return `import { dense, sequential, sgd } from 'slope';
import { ${imports.sort().join(', ')} } from 'slope/datasets';

const all = pointsDataset(students({ seed: ${seed} }));
${dataset}

const neuron = dense(1, { activation: 'sigmoid', kernelInitializer: 'zeros' });
const model = sequential([neuron], { inputShape: [${columns(program)}] });
const run = model.fit(train, {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: sgd({ learningRate: ${learningRate}, momentum: 0.9 }),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
  validationData: test,
});
await run.finished;
console.log(run.history.epochs.at(-1)?.validation);
`;
}
