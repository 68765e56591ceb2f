// The training loop written out, as a program: each box is a line.

import type { CodeLanguage } from './classification.ts';

export interface LoopProgram {
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

const data = (seed: number): string => `from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

x, y = load_digits(return_X_y=True)
x, x_val, y, y_val = train_test_split((x / 16).astype("float32"), y, test_size=360, random_state=${seed})`;

export function loopCode(language: CodeLanguage, { learningRate, batchSize, epochs, seed }: LoopProgram): string {
  switch (language) {
    case 'keras':
      return `import keras
${data(seed)}

keras.utils.set_random_seed(${seed})
model = keras.Sequential([
    keras.Input((64,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(
    optimizer=keras.optimizers.SGD(learning_rate=${learningRate}),  # the optimizer
    loss="sparse_categorical_crossentropy",  # the loss
    metrics=["accuracy"],
)
# fit is the loop: batches, loss, gradient, new weights; and validation after each epoch
model.fit(x, y, batch_size=${batchSize}, epochs=${epochs}, validation_data=(x_val, y_val))
`;
    case 'pytorch':
      return `import torch
from torch import nn
${data(seed)}

torch.manual_seed(${seed})
x, y, x_val, y_val = map(torch.tensor, (x, y, x_val, y_val))
model = nn.Sequential(nn.Linear(64, 16), nn.ReLU(), nn.Linear(16, 10))
loss_of = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=${learningRate})

for epoch in range(${epochs}):
    for batch in torch.randperm(len(x)).split(${batchSize}):  # data, batch
        scores = model(x[batch])                    # model
        loss = loss_of(scores, y[batch])            # loss
        optimizer.zero_grad()
        loss.backward()                             # gradient
        optimizer.step()                            # optimizer, weights
    with torch.no_grad():                           # validation
        print(epoch + 1, (model(x_val).argmax(1) == y_val).float().mean().item())
`;
    case 'slope':
      return `import { dense, sequential, sgd } from 'slope';
import { datasetUrl, loadDataset } from 'slope/datasets';

const digits = datasetUrl('digits');
const train = await loadDataset(digits, { split: 'train' });
const validationData = await loadDataset(digits, { split: 'test' });

const model = sequential([dense(16, { activation: 'relu' }), dense(10, { activation: 'softmax' })], {
  inputShape: [64],
  seed: ${seed},
});
const run = model.fit(train, {
  optimizer: sgd({ learningRate: ${learningRate} }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  batchSize: ${batchSize},
  epochs: ${epochs},
  validationData,
  paused: true,
});
while (run.state === 'paused' || run.state === 'preparing') {
  await run.step(); // once round the loop
  console.log(run.history.steps.at(-1).loss, await model.getWeights());
}
`;
    default:
      return language satisfies never;
  }
}
