// Rules for pixels beside a small network for the same two digits, as a program.

import type { CodeLanguage } from './classification.ts';

export interface RulesProgram {
  readonly pair: string;
  readonly rules: readonly (readonly [pixel: number, wish: 'ink' | 'paper'])[];
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

export function rulesCode(language: CodeLanguage, program: RulesProgram): string {
  const { pair, rules, learningRate, batchSize, epochs, seed } = program;
  const [first, second] = pair.split('-');
  const inNumPy = rules.map(([pixel, wish]) => `(x[:, ${pixel}] ${wish === 'ink' ? '>' : '<='} 0.5)`).join(' & ');
  const data = `from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
chosen = (digits.target == ${first}) | (digits.target == ${second})
x, y = digits.data[chosen].astype("float32") / 16, digits.target[chosen] == ${first}
x_train, x, y_train, y = train_test_split(x, y, test_size=0.2, random_state=${seed})

by_hand = ${inNumPy || 'np.ones(len(x), bool)'}
print("wrong by hand:", (by_hand != y).sum(), "of", len(y))`;
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np
${data}

keras.utils.set_random_seed(${seed})
model = keras.Sequential([
    keras.Input((64,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(${learningRate}), loss="binary_crossentropy")
model.fit(x_train, y_train, batch_size=${batchSize}, epochs=${epochs})
print("wrong, learned:", ((model.predict(x)[:, 0] > 0.5) != y).sum())
`;
    case 'pytorch':
      return `import numpy as np
import torch
from torch import nn
${data}

torch.manual_seed(${seed})
x_train, targets = torch.tensor(x_train), torch.tensor(y_train, dtype=torch.float32)[:, None]
model = nn.Sequential(nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 1))
loss = nn.BCEWithLogitsLoss()  # holds the sigmoid
optimizer = torch.optim.Adam(model.parameters(), lr=${learningRate})
for epoch in range(${epochs}):
    for batch in torch.randperm(len(x_train)).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x_train[batch]), targets[batch]).backward()
        optimizer.step()
learned = model(torch.tensor(x))[:, 0].detach().numpy() > 0
print("wrong, learned:", (learned != y).sum())
`;
    case 'slope':
      return `import { adam, dense, sequential } from 'slope';
import { datasetUrl, loadDataset, unpackExample } from 'slope/datasets';

const f32 = (shape, data) => ({ shape, encoding: 'f32', data: Float32Array.from(data), scale: 1, offset: 0 });
async function digits(split) {
  const { inputs, targets } = await loadDataset(datasetUrl('digits'), { split });
  const rows = [...targets.data.keys()].filter((i) => [${first}, ${second}].includes(targets.data[i]));
  return rows.map((i) => ({ pixels: unpackExample(inputs, i), isFirst: targets.data[i] === ${first} }));
}
const dataset = (rows) => ({
  inputs: f32([rows.length, 64], rows.flatMap(({ pixels }) => [...pixels])),
  targets: f32([rows.length, 1], rows.map(({ isFirst }) => Number(isFirst))),
});
const [train, unseen] = [await digits('train'), await digits('test')];

const byHand = ({ pixels: x }) => ${rules.map(([pixel, wish]) => `x[${pixel}] ${wish === 'ink' ? '>' : '<='} 0.5`).join(' && ') || 'true'};
console.log('wrong by hand:', unseen.filter((row) => byHand(row) !== row.isFirst).length, 'of', unseen.length);

const model = sequential(
  [dense(16, { activation: 'relu' }), dense(1, { activation: 'sigmoid' })],
  { inputShape: [64], seed: ${seed} },
);
const run = model.fit(dataset(train), {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: adam({ learningRate: ${learningRate} }),
  loss: 'binaryCrossentropy',
});
await run.finished;
const answers = await model.predict(dataset(unseen).inputs.data);
console.log('wrong, learned:', unseen.filter(({ isFirst }, i) => answers[i] > 0.5 !== isFirst).length);
`;
    default:
      return language satisfies never;
  }
}
