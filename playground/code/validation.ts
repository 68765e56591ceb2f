// A network between two moons with a validation split and early stopping, as a program.

import type { CodeLanguage } from './classification.ts';

export interface ValidationProgram {
  readonly share: number;
  readonly units: number;
  /** 0 for no early stopping. */
  readonly patience: number;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

export function validationCode(language: CodeLanguage, program: ValidationProgram): string {
  const { share, units, patience, learningRate, batchSize, epochs, seed } = program;
  const data = `from sklearn.datasets import make_moons
from sklearn.model_selection import train_test_split

x, y = make_moons(120, noise=0.35, random_state=${seed})
x_train, x_val, y_train, y_val = train_test_split(x.astype("float32"), y.astype("float32"), test_size=${share}, random_state=${seed})`;
  switch (language) {
    case 'keras':
      return `import keras
${data}

keras.utils.set_random_seed(${seed})
model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(${units}, activation="relu"),
    keras.layers.Dense(${units}, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(${learningRate}), loss="binary_crossentropy", metrics=["accuracy"])
${patience ? `stop = keras.callbacks.EarlyStopping(patience=${patience}, restore_best_weights=True)\n` : ''}model.fit(x_train, y_train, batch_size=${batchSize}, epochs=${epochs},
          validation_data=(x_val, y_val)${patience ? ', callbacks=[stop]' : ''})
`;
    case 'pytorch':
      return `import copy
import torch
from torch import nn
${data}

torch.manual_seed(${seed})
x_train, y_train, x_val, y_val = map(torch.tensor, (x_train, y_train, x_val, y_val))
model = nn.Sequential(nn.Linear(2, ${units}), nn.ReLU(), nn.Linear(${units}, ${units}), nn.ReLU(), nn.Linear(${units}, 1), nn.Flatten(0))
loss = nn.BCEWithLogitsLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=${learningRate})
best, best_epoch, kept = float("inf"), 0, None
for epoch in range(${epochs}):
    for batch in torch.randperm(len(x_train)).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x_train[batch]), y_train[batch]).backward()
        optimizer.step()
    with torch.no_grad():
        validation = loss(model(x_val), y_val).item()
    if validation < best:
        best, best_epoch, kept = validation, epoch, copy.deepcopy(model.state_dict())
${patience ? `    elif epoch - best_epoch >= ${patience}:\n        break\nmodel.load_state_dict(kept)\n` : 'print("best epoch", best_epoch + 1, "of", epoch + 1)\n'}`;
    case 'slope':
      return `import { adam, dense, ${patience ? 'earlyStopping, ' : ''}sequential } from 'slope';
import { moons, pointsDataset, splitDataset } from 'slope/datasets';

const points = pointsDataset(moons({ seed: ${seed}, count: 120, noise: 0.35 }));
const { train, test } = splitDataset(points, ${Number((1 - share).toFixed(4))}, ${seed});

const model = sequential(
  [dense(${units}, { activation: 'relu' }), dense(${units}, { activation: 'relu' }), dense(1, { activation: 'sigmoid' })],
  { inputShape: [2], seed: ${seed} },
);
const run = model.fit(train, {
  optimizer: adam({ learningRate: ${learningRate} }),
  loss: 'binaryCrossentropy',
  metrics: ['accuracy'],
  batchSize: ${batchSize},
  epochs: ${epochs},
  validationData: test,${patience ? `\n  callbacks: earlyStopping({ patience: ${patience}, restoreBestWeights: true }),` : ''}
});
const { epochs } = await run.finished;
console.log(epochs.length, epochs.at(-1).loss, epochs.at(-1).validation.loss);
`;
    default:
      return language satisfies never;
  }
}
