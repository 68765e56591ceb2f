// Generated code: what runs here rebuilds the model exactly; Keras and PyTorch programs say the same things.

import { expect, onTestFinished, test } from 'vitest';
import * as slope from '../../engine/index.ts';
import { packedDigits } from '../training/fixtures.ts';

const { adam, adamW, conv2d, cosineDecay, dense, dropout, flatten, l1l2, l2, maxPooling2d, normalization, rmsprop } =
  slope;

const digits = packedDigits(40, 64);
const dataset: slope.Dataset = { ...digits, inputs: { ...digits.inputs, shape: [40, 8, 8, 1] } };

const layers = () => [
  normalization().adapt(dataset),
  conv2d(4, 3, { activation: 'relu', padding: 'same', kernelInitializer: 'heNormal' }),
  maxPooling2d(2),
  dropout(0.25),
  flatten(),
  dense(12, { activation: 'gelu', kernelRegularizer: l1l2(0.001, 0.002), useBias: false }),
  slope.activation('tanh'),
  dense(10, { activation: 'softmax' }),
];
const options: slope.FitOptions = {
  epochs: 2,
  batchSize: 16,
  optimizer: rmsprop({ learningRate: 0.003, momentum: 0.5, schedule: cosineDecay(50, 0.1), globalClipNorm: 2 }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  validationSplit: 0.25,
  classWeights: { 0: 2, 3: 0.5 },
};

/** Runs a generated program with this engine on the CPU. */
async function runProgram(code: string, data: slope.Dataset): Promise<slope.TrainingRun> {
  const [, names = ''] = /^import \{ (.*) \} from 'slope';/.exec(code) ?? [];
  const body = code.replace(/^import.*\n/, '').replace('model.fit(dataset, {', "model.fit(dataset, { backend: 'cpu',");
  const run = new Function(
    'slope',
    'dataset',
    `const { ${names} } = slope; return (async () => {${body}\nreturn run; })();`,
  );
  return run(slope, data);
}

test('the program for this engine trains the same model to the same losses, bit for bit', async () => {
  const model = slope.sequential(layers(), { inputShape: [8, 8, 1], seed: 6 });
  onTestFinished(() => model.dispose());
  const run = model.fit(dataset, { ...options, backend: 'cpu' });
  await run.finished;
  const again = await runProgram(slope.toSlope(model, options), dataset);
  expect(again.history.steps).toEqual(run.history.steps);
  expect(again.history.epochs.map(({ validation }) => validation)).toEqual(
    run.history.epochs.map(({ validation }) => validation),
  );
});

test.each([
  ['defaults are left out', [dense(3)], '    dense(3),\n'],
  [
    'what differs is said',
    [dense(3, { activation: 'relu', useBias: false })],
    "dense(3, { activation: 'relu', useBias: false })",
  ],
])('in the program for this engine %s', (_what, model, expected) => {
  expect(slope.toSlope(slope.sequential(model, { inputShape: [2] }))).toContain(expected);
});

test('the Keras program', () => {
  const model = slope.sequential(layers().slice(1), { inputShape: [8, 8, 1], seed: 6 });
  expect(slope.toKeras(model, options)).toMatchInlineSnapshot(`
    "import keras

    keras.utils.set_random_seed(6)

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(4, (3, 3), strides=(1, 1), padding="same", activation="relu", kernel_initializer="he_normal"),
        keras.layers.MaxPooling2D((2, 2), strides=(2, 2), padding="valid"),
        keras.layers.Dropout(0.25),
        keras.layers.Flatten(),
        keras.layers.Dense(12, activation=lambda x: keras.activations.gelu(x, approximate=True), use_bias=False, kernel_regularizer=keras.regularizers.L1L2(l1=0.001, l2=0.002)),
        keras.layers.Activation("tanh"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.RMSprop(learning_rate=keras.optimizers.schedules.CosineDecay(0.003, 50, alpha=0.1), global_clipnorm=2, rho=0.9, momentum=0.5, epsilon=1e-7),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    history = model.fit(x_train, y_train, batch_size=16, epochs=2, validation_split=0.25, class_weight={0: 2, 3: 0.5})
    "
  `);
});

test('the PyTorch program', () => {
  const model = slope.sequential(layers().slice(1), { inputShape: [8, 8, 1], seed: 6 });
  expect(slope.toPyTorch(model, { ...options, optimizer: adamW() })).toMatchInlineSnapshot(`
    "import torch
    from torch import nn

    torch.manual_seed(6)

    model = nn.Sequential(
        nn.Conv2d(1, 4, (3, 3), stride=(1, 1), padding="same"),
        nn.ReLU(),
        nn.MaxPool2d((2, 2), stride=(2, 2)),
        nn.Dropout(0.25),
        nn.Flatten(),
        nn.Linear(64, 12, bias=False),
        nn.GELU(approximate="tanh"),
        nn.Tanh(),
        nn.Linear(12, 10),
    )
    weighted = [layer for layer in model if isinstance(layer, (nn.Linear, nn.Conv2d))]
    nn.init.kaiming_normal_(weighted[0].weight, nonlinearity="relu")
    nn.init.zeros_(weighted[0].bias)
    nn.init.xavier_uniform_(weighted[1].weight)
    nn.init.xavier_uniform_(weighted[2].weight)
    nn.init.zeros_(weighted[2].bias)

    kept = int(len(x_train) * 0.75)
    x_train, x_validation, y_train, y_validation = x_train[:kept], x_train[kept:], y_train[:kept], y_train[kept:]
    class_weights = torch.tensor([2, 1, 1, 0.5, 1, 1, 1, 1, 1, 1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.001, betas=(0.9, 0.999), eps=1e-7, weight_decay=0.004)

    for epoch in range(2):
        for batch in torch.randperm(len(x_train)).split(16):
            x, y = x_train[batch], y_train[batch]
            said = model(x)
            rows = nn.functional.cross_entropy(said, y.long(), reduction="none")
            rows = rows * class_weights[y.long()].view(-1, *[1] * (rows.dim() - 1))
            loss = rows.mean() + 0.001 * weighted[1].weight.abs().sum() + 0.002 * weighted[1].weight.square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(f"epoch {epoch + 1}: loss {loss.item():.4f}")
    "
  `);
});

test('every optimizer and loss can be said in every language', () => {
  const optimizers = [slope.sgd({ momentum: 0.9, nesterov: true }), adam(), adamW(), rmsprop(), slope.adagrad()];
  const losses: slope.LossName[] = ['mse', 'meanAbsoluteError', 'huber', 'hinge', 'perceptron', 'binaryCrossentropy'];
  const model = slope.sequential([dense(1, { activation: 'sigmoid', kernelRegularizer: l2() })], { inputShape: [2] });
  for (const optimizer of optimizers)
    for (const loss of losses)
      for (const write of [slope.toKeras, slope.toPyTorch, slope.toSlope]) {
        expect(write(model, { optimizer, loss })).not.toMatch(/undefined|\[object|NaN/);
      }
});

test('a layer that was made by hand is named', () => {
  const { config: _config, ...byHand } = dense(2);
  const model = slope.sequential([byHand], { inputShape: [2] });
  expect(() => slope.toKeras(model)).toThrow('Layer 1 (Dense) was made by hand');
});
