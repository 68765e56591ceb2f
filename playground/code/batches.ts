// The 8×8 digits in batches, as a program.

import type { CodeLanguage } from './classification.ts';

export interface BatchesProgram {
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

export function batchesCode(language: CodeLanguage, { learningRate, batchSize, epochs, seed }: BatchesProgram): string {
  const data = `from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

x, y = load_digits(return_X_y=True)
x_train, x_val, y_train, y_val = train_test_split((x / 16).astype("float32"), y, test_size=360, random_state=${seed})`;
  switch (language) {
    case 'keras':
      return `import keras
${data}

keras.utils.set_random_seed(${seed})
model = keras.Sequential([
    keras.Input((64,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(${learningRate}), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, batch_size=${batchSize}, epochs=${epochs}, validation_data=(x_val, y_val))
`;
    case 'pytorch':
      return `import torch
from torch import nn
${data}

torch.manual_seed(${seed})
data = torch.utils.data.TensorDataset(torch.tensor(x_train), torch.tensor(y_train))
batches = torch.utils.data.DataLoader(data, batch_size=${batchSize}, shuffle=True)
model = nn.Sequential(nn.Linear(64, 32), nn.ReLU(), nn.Linear(32, 10))
loss = nn.CrossEntropyLoss()  # softmax is in it
optimizer = torch.optim.Adam(model.parameters(), lr=${learningRate})
for epoch in range(${epochs}):
    for images, labels in batches:  # ${Math.ceil(1437 / batchSize)} updates
        optimizer.zero_grad()
        loss(model(images), labels).backward()
        optimizer.step()
    right = model(torch.tensor(x_val)).argmax(1) == torch.tensor(y_val)
    print(epoch + 1, right.float().mean().item())
`;
    case 'slope':
      return `import { adam, dense, sequential } from 'slope';
import { datasetUrl, loadDataset } from 'slope/datasets';

const train = await loadDataset(datasetUrl('digits'), { split: 'train' }); // 1437 images of 8 × 8
const validationData = await loadDataset(datasetUrl('digits'), { split: 'test' });

const model = sequential([dense(32, { activation: 'relu' }), dense(10, { activation: 'softmax' })], {
  inputShape: [64],
  seed: ${seed},
});
const run = model.fit(train, {
  optimizer: adam({ learningRate: ${learningRate} }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  batchSize: ${batchSize},
  epochs: ${epochs},
  validationData,
});
const { epochs } = await run.finished;
console.log(epochs.at(-1).validation.metrics.accuracy);
`;
    default:
      return language satisfies never;
  }
}
