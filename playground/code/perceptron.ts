// Rosenblatt's perceptron as a program: with Keras and PyTorch by hand, because neither has it as an optimizer.

import type { CodeLanguage } from './classification.ts';

export interface PerceptronProgram {
  readonly question: 'setosa' | 'virginica' | 'xor';
  readonly learningRate: number;
  readonly epochs: number;
  readonly seed: number;
}

const reading = ({ question, seed }: PerceptronProgram): string =>
  question === 'xor'
    ? `rng = np.random.default_rng(${seed})
corner = rng.integers(0, 2, (60, 2)) * 2 - 1
x = corner + rng.normal(0, 0.2, (60, 2))
y = corner[:, 0] != corner[:, 1]`
    : `from sklearn.datasets import load_iris
iris = load_iris()
x, y = iris.data[:, 2:4], iris.target == ${question === 'setosa' ? 0 : 2}
order = np.random.default_rng(${seed}).permutation(150)[:120]
x, y = x[order], y[order]`;

export function perceptronCode(language: CodeLanguage, program: PerceptronProgram): string {
  const { learningRate, epochs, seed, question } = program;
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np

${reading(program)}

model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(1, kernel_initializer="zeros"),
])

def perceptron_loss(target, score):  # zero on the right side, the distance on the wrong one
    side = 2 * target - 1
    return keras.ops.relu(-side * score + 1e-9)

model.compile(keras.optimizers.SGD(${learningRate}), loss=perceptron_loss)
model.fit(x, y.astype("float32"), batch_size=1, epochs=${epochs}, shuffle=False)
`;
    case 'pytorch':
      return `import numpy as np
import torch

${reading(program)}
x, y = torch.tensor(x, dtype=torch.float32), torch.tensor(y)

w, b = torch.zeros(2), torch.zeros(1)
for epoch in range(${epochs}):
    mistakes = 0
    for flower, label in zip(x, y):
        side = 1 if label else -1
        if side * (w @ flower + b) <= 0:
            w += ${learningRate} * side * flower
            b += ${learningRate} * side
            mistakes += 1
    print(f"round {epoch + 1}: {mistakes} mistakes")
    if mistakes == 0:
        break
`;
    case 'slope':
      return `import { dense, sequential, sgd } from 'slope';
import { datasetUrl, loadTable, splitDataset, tableDataset } from 'slope/datasets';
${
  question === 'xor'
    ? `import { pointsDataset, xor } from 'slope/datasets';

const dataset = pointsDataset(xor({ seed: 3, count: 60, noise: 0.2 }));`
    : `
const iris = await loadTable(datasetUrl('iris'));
const all = tableDataset(iris, { target: 'species', inputs: ['petal_length', 'petal_width'] });
const labels = all.targets.data.map((species) => (species === ${question === 'setosa' ? 0 : 2} ? 1 : 0));
const { train: dataset } = splitDataset({ ...all, targets: { ...all.targets, data: labels } }, 0.8, ${seed});`
}

const model = sequential([dense(1, { kernelInitializer: 'zeros' })], { inputShape: [2] });
const run = model.fit(dataset, {
  epochs: ${epochs},
  batchSize: 1,
  shuffle: false,
  optimizer: sgd({ learningRate: ${learningRate} }),
  loss: 'perceptron',
  metrics: ['accuracy'],
});
for await (const event of run) {
  if (event.type === 'epoch') console.log(event.row);
}
console.log(await model.getWeights());
`;
    default:
      return language satisfies never;
  }
}
