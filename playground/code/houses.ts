// The price of houses as a program in Keras, PyTorch and Slope.

import type { CodeLanguage } from './classification.ts';

export interface HousesProgram {
  readonly table: 'ames' | 'boston';
  readonly target: string;
  readonly inputs: number;
  readonly normalised: boolean;
  readonly units: readonly number[];
  readonly optimizer: 'adam' | 'rmsprop' | 'sgd';
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

const names = { adam: 'Adam', rmsprop: 'RMSprop', sgd: 'SGD' } as const;

export function housesCode(language: CodeLanguage, program: HousesProgram): string {
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

const reading = ({
  table,
  target,
  normalised,
  seed,
}: HousesProgram): string => `data = pd.read_csv("${table}.csv")${table === 'boston' ? '.drop(columns="B")' : ''}
data = data.sample(frac=1, random_state=${seed})
cut = int(len(data) * 0.7)
x, y = data.drop(columns="${target}"), data["${target}"]
x_train, y_train, x_test, y_test = x[:cut], y[:cut], x[cut:], y[cut:]
${normalised ? 'mean, std = x_train.mean(), x_train.std()\nx_train, x_test = (x_train - mean) / std, (x_test - mean) / std\n' : ''}`;

function keras(program: HousesProgram): string {
  const { inputs, units, optimizer, learningRate, batchSize, epochs, seed } = program;
  const hidden = units.map((count) => `    keras.layers.Dense(${count}, activation="relu"),`);
  return `import keras
import pandas as pd

keras.utils.set_random_seed(${seed})

${reading(program)}
model = keras.Sequential([
    keras.Input((${inputs},)),
${[...hidden, '    keras.layers.Dense(1),'].join('\n')}
])
model.summary()

model.compile(
    optimizer=keras.optimizers.${names[optimizer]}(learning_rate=${learningRate}),
    loss="mse",
    metrics=["mae"],
)
best = keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_mae", mode="min", save_best_only=True)
model.fit(
    x_train, y_train,
    batch_size=${batchSize},
    epochs=${epochs},
    validation_data=(x_test, y_test),
    callbacks=[best],
)
print(keras.models.load_model("best.keras").evaluate(x_test, y_test))
`;
}

function pytorch(program: HousesProgram): string {
  const { inputs, units, optimizer, learningRate, batchSize, epochs, seed } = program;
  const sizes = [inputs, ...units];
  const hidden = units.map((count, index) => `    nn.Linear(${sizes[index]}, ${count}), nn.ReLU(),`);
  return `import pandas as pd
import torch
from torch import nn

torch.manual_seed(${seed})

${reading(program)}
tensor = lambda frame: torch.tensor(frame.values, dtype=torch.float32)
x_train, x_test = tensor(x_train), tensor(x_test)
y_train, y_test = tensor(y_train)[:, None], tensor(y_test)[:, None]

model = nn.Sequential(
${[...hidden, `    nn.Linear(${sizes.at(-1)}, 1),`].join('\n')}
)
for layer in model:
    if isinstance(layer, nn.Linear):  # as Keras and Slope begin
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)

loss = nn.MSELoss()
optimizer = torch.optim.${names[optimizer]}(model.parameters(), lr=${learningRate})
best, kept = float("inf"), None

for epoch in range(${epochs}):
    for batch in torch.randperm(len(x_train)).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x_train[batch]), y_train[batch]).backward()
        optimizer.step()
    with torch.no_grad():
        mae = (model(x_test) - y_test).abs().mean().item()
    print(f"epoch {epoch + 1}: {mae:.2f}")
    if mae < best:
        best, kept = mae, {k: v.clone() for k, v in model.state_dict().items()}

model.load_state_dict(kept)
`;
}

function slope(program: HousesProgram): string {
  const { table, target, inputs, normalised, units, optimizer, learningRate, batchSize, epochs, seed } = program;
  const hidden = units.map((count) => `    dense(${count}, { activation: 'relu' }),`);
  const imports = normalised
    ? 'datasetUrl, loadTable, splitDataset, standardize, tableDataset'
    : 'datasetUrl, loadTable, splitDataset, tableDataset';
  return `import { ${[optimizer, 'dense', 'sequential'].sort().join(', ')} } from 'slope';
import { ${imports} } from 'slope/datasets';

const table = await loadTable(datasetUrl('${table}'));
const houses = tableDataset(table, { target: '${target}' });
${
  normalised
    ? `const parts = splitDataset(houses, 0.7, 1);
const { train, others: [test] } = standardize(parts.train, [parts.test], 1);`
    : 'const { train, test } = splitDataset(houses, 0.7, 1);'
}

const model = sequential(
  [
${[...hidden, '    dense(1),'].join('\n')}
  ],
  { inputShape: [${inputs}], seed: ${seed} },
);

const run = model.fit(train, {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: ${optimizer}({ learningRate: ${learningRate} }),
  loss: 'meanSquaredError',
  metrics: ['meanAbsoluteError'],
  validationData: test,
  paused: true,
});

let best = Infinity;
let kept;
for (let epoch = 0; epoch < run.epochs; epoch++) {
  await run.step(run.stepsPerEpoch);
  const mae = run.history.epochs.at(-1).validation.metrics.meanAbsoluteError;
  if (mae >= best) continue;
  best = mae;
  kept = await model.getWeights();
}
model.setWeights(kept);
`;
}
