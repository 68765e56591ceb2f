// The network on screen as a program in Keras, PyTorch and Slope: same layers, same optimizer, same numbers.

export type CodeLanguage = 'keras' | 'pytorch' | 'slope';
export const codeLanguages: readonly CodeLanguage[] = ['keras', 'pytorch', 'slope'];
export const codeLanguageNames: Record<CodeLanguage, string> = { keras: 'Keras', pytorch: 'PyTorch', slope: 'Slope' };

export interface ClassificationProgram {
  readonly units: readonly number[];
  readonly activation: 'relu' | 'sigmoid' | 'tanh' | 'linear';
  readonly optimizer: 'adam' | 'sgd';
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  /** Training images used, from the first on. */
  readonly images: number;
  readonly allImages: number;
  /** Default MNIST. */
  readonly data?: 'mnist' | 'fashion' | 'digits';
  /** Default dense. */
  readonly network?: 'dense' | 'cnn';
}

/** What differs from set to set: pixels along an edge, and the whitest white. */
const sideOf = ({ data }: ClassificationProgram): number => (data === 'digits' ? 8 : 28);
const rangeOf = ({ data }: ClassificationProgram): number => (data === 'digits' ? 16 : 255);

const digitsInPython = `from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
x_train, x_test, y_train, y_test = train_test_split(digits.images, digits.target, test_size=360)`;

export function classificationCode(language: CodeLanguage, program: ClassificationProgram): string {
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

const cut = ({ images, allImages }: ClassificationProgram): string => (images < allImages ? `[:${images}]` : '');

function keras(program: ClassificationProgram): string {
  const { units, activation, optimizer, learningRate, batchSize, epochs, seed } = program;
  const hidden = units.map(
    (count) => `    keras.layers.Dense(${count}${activation === 'linear' ? '' : `, activation="${activation}"`}),`,
  );
  const name = optimizer === 'adam' ? 'Adam' : 'SGD';
  const part = cut(program);
  const side = sideOf(program);
  const load =
    program.data === 'digits'
      ? digitsInPython
      : `(x_train, y_train), (x_test, y_test) = keras.datasets.${program.data === 'fashion' ? 'fashion_mnist' : 'mnist'}.load_data()`;
  const layers =
    program.network === 'cnn'
      ? [
          ...[8, 16].flatMap(kerasConvolution),
          '    keras.layers.Flatten(),',
          '    keras.layers.Dense(100, activation="relu"),',
          '    keras.layers.Dropout(0.5),',
        ]
      : ['    keras.layers.Flatten(),', ...hidden];
  return `import keras

keras.utils.set_random_seed(${seed})

${load}
${part ? `x_train, y_train = x_train${part}, y_train${part}\n` : ''}x_train, x_test = x_train / ${rangeOf(program)}, x_test / ${rangeOf(program)}

model = keras.Sequential([
    keras.Input((${side}, ${side}${program.network === 'cnn' ? ', 1' : ''})),
${[...layers, '    keras.layers.Dense(10, activation="softmax"),'].join('\n')}
])
model.summary()

model.compile(
    optimizer=keras.optimizers.${name}(learning_rate=${learningRate}),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
history = model.fit(
    x_train, y_train,
    batch_size=${batchSize},
    epochs=${epochs},
    validation_data=(x_test, y_test),
)
print(model.evaluate(x_test, y_test))
`;
}

const kerasConvolution = (filters: number): string[] => [
  `    keras.layers.Conv2D(${filters}, 3, padding="same", activation="relu"),`,
  '    keras.layers.MaxPooling2D(),',
  '    keras.layers.Dropout(0.2),',
];

const torchConvolution = (channels: number, filters: number): string =>
  `    nn.Conv2d(${channels}, ${filters}, 3, padding="same"), nn.ReLU(), nn.MaxPool2d(2), nn.Dropout(0.2),`;

function pytorch(program: ClassificationProgram): string {
  const { units, activation, optimizer, learningRate, batchSize, epochs, seed } = program;
  const modules = { relu: 'nn.ReLU()', sigmoid: 'nn.Sigmoid()', tanh: 'nn.Tanh()', linear: '' };
  const side = sideOf(program);
  const convolutions = program.network === 'cnn';
  const sizes = [side * side, ...units];
  const hidden = units.map((count, index) => {
    const activated = modules[activation] ? `, ${modules[activation]}` : '';
    return `    nn.Linear(${sizes[index]}, ${count})${activated},`;
  });
  const name = optimizer === 'adam' ? 'Adam' : 'SGD';
  const part = cut(program);
  const set = program.data === 'fashion' ? 'FashionMNIST' : 'MNIST';
  const load =
    program.data === 'digits'
      ? `${digitsInPython}
x_train, x_test = (torch.tensor(x).float() / 16 for x in (x_train, x_test))
y_train, y_test = torch.tensor(y_train), torch.tensor(y_test)`
      : `from torchvision.datasets import ${set}

def load(train):
    data = ${set}("data", train=train, download=True)
    return data.data.float() / 255, data.targets

x_train, y_train = load(True)
x_test, y_test = load(False)`;
  const layers = convolutions
    ? [
        `    nn.Unflatten(1, (1, ${side})),`,
        torchConvolution(1, 8),
        torchConvolution(8, 16),
        `    nn.Flatten(), nn.Linear(${16 * (side / 4) ** 2}, 100), nn.ReLU(), nn.Dropout(0.5),`,
        '    nn.Linear(100, 10),',
      ]
    : ['    nn.Flatten(),', ...hidden, `    nn.Linear(${sizes.at(-1)}, 10),`];
  return `import torch
from torch import nn
${load}
${part ? `x_train, y_train = x_train${part}, y_train${part}\n` : ''}
torch.manual_seed(${seed})
model = nn.Sequential(
${layers.join('\n')}
)
for layer in model:
    if isinstance(layer, ${convolutions ? '(nn.Conv2d, nn.Linear)' : 'nn.Linear'}):  # as Keras and Slope begin
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)

loss = nn.CrossEntropyLoss()  # holds the softmax
optimizer = torch.optim.${name}(model.parameters(), lr=${learningRate})

for epoch in range(${epochs}):
    for batch in torch.randperm(len(x_train)).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x_train[batch]), y_train[batch]).backward()
        optimizer.step()
${convolutions ? '    model.eval()  # no dropout\n' : ''}    with torch.no_grad():
        accuracy = (model(x_test).argmax(1) == y_test).float().mean()
    print(f"epoch {epoch + 1}: {accuracy:.4f}")
${convolutions ? '    model.train()\n' : ''}`;
}

const slopeConvolution = (filters: number): string[] => [
  `    conv2d(${filters}, 3, { padding: 'same', activation: 'relu' }),`,
  '    maxPooling2d(),',
  '    dropout(0.2),',
];

function slope(program: ClassificationProgram): string {
  const { units, activation, optimizer, learningRate, batchSize, epochs, seed, images, allImages } = program;
  const hidden = units.map(
    (count) => `    dense(${count}${activation === 'linear' ? '' : `, { activation: '${activation}' }`}),`,
  );
  const limit = images < allImages ? `, limit: ${images}` : '';
  const side = sideOf(program);
  const convolutions = program.network === 'cnn';
  const folder = { mnist: 'mnist', fashion: 'fashion-mnist', digits: 'digits' }[program.data ?? 'mnist'];
  const names = [
    optimizer,
    'dense',
    'sequential',
    ...(convolutions ? ['conv2d', 'dropout', 'flatten', 'maxPooling2d'] : []),
  ];
  const layers = convolutions
    ? [
        ...[8, 16].flatMap(slopeConvolution),
        '    flatten(),',
        "    dense(100, { activation: 'relu' }),",
        '    dropout(0.5),',
      ]
    : hidden;
  const reshaping = convolutions
    ? `
// As images with rows, columns and one channel.
const asImages = ({ inputs, targets }) => ({
  inputs: { ...inputs, shape: [inputs.shape[0], ${side}, ${side}, 1] },
  targets,
});
`
    : '';
  const [training, validation] = convolutions ? ['asImages(train)', 'asImages(test)'] : ['train', 'test'];
  return `import { ${names.sort().join(', ')} } from 'slope';
import { datasetUrl, loadDataset } from 'slope/datasets';

const ${program.data ?? 'mnist'} = datasetUrl('${folder}');
const train = await loadDataset(${program.data ?? 'mnist'}, { split: 'train'${limit} });
const test = await loadDataset(${program.data ?? 'mnist'}, { split: 'test' });
${reshaping}
const model = sequential(
  [
${[...layers, "    dense(10, { activation: 'softmax' }),"].join('\n')}
  ],
  { inputShape: [${convolutions ? `${side}, ${side}, 1` : side * side}], seed: ${seed} },
);
console.log(String(model.summary()));

const run = model.fit(${training}, {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: ${optimizer}({ learningRate: ${learningRate} }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  validationData: ${validation},
});
for await (const event of run) {
  if (event.type === 'epoch') console.log(event.row);
}
`;
}
