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
}

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
  return `import keras

keras.utils.set_random_seed(${seed})

(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.load_data()
${part ? `x_train, y_train = x_train${part}, y_train${part}\n` : ''}x_train, x_test = x_train / 255, x_test / 255

model = keras.Sequential([
    keras.Input((28, 28)),
    keras.layers.Flatten(),
${[...hidden, '    keras.layers.Dense(10, activation="softmax"),'].join('\n')}
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

function pytorch(program: ClassificationProgram): string {
  const { units, activation, optimizer, learningRate, batchSize, epochs, seed } = program;
  const modules = { relu: 'nn.ReLU()', sigmoid: 'nn.Sigmoid()', tanh: 'nn.Tanh()', linear: '' };
  const sizes = [784, ...units];
  const hidden = units.map((count, index) => {
    const activated = modules[activation] ? `, ${modules[activation]}` : '';
    return `    nn.Linear(${sizes[index]}, ${count})${activated},`;
  });
  const name = optimizer === 'adam' ? 'Adam' : 'SGD';
  const part = cut(program);
  return `import torch
from torch import nn
from torchvision.datasets import MNIST

torch.manual_seed(${seed})

def load(train):
    data = MNIST("data", train=train, download=True)
    return data.data.float() / 255, data.targets

x_train, y_train = load(True)
${part ? `x_train, y_train = x_train${part}, y_train${part}\n` : ''}x_test, y_test = load(False)

model = nn.Sequential(
    nn.Flatten(),
${[...hidden, `    nn.Linear(${sizes.at(-1)}, 10),`].join('\n')}
)
for layer in model:
    if isinstance(layer, nn.Linear):  # as Keras and Slope begin
        nn.init.xavier_uniform_(layer.weight)
        nn.init.zeros_(layer.bias)

loss = nn.CrossEntropyLoss()  # holds the softmax
optimizer = torch.optim.${name}(model.parameters(), lr=${learningRate})

for epoch in range(${epochs}):
    for batch in torch.randperm(len(x_train)).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x_train[batch]), y_train[batch]).backward()
        optimizer.step()
    with torch.no_grad():
        accuracy = (model(x_test).argmax(1) == y_test).float().mean()
    print(f"epoch {epoch + 1}: {accuracy:.4f}")
`;
}

function slope(program: ClassificationProgram): string {
  const { units, activation, optimizer, learningRate, batchSize, epochs, seed, images, allImages } = program;
  const hidden = units.map(
    (count) => `    dense(${count}${activation === 'linear' ? '' : `, { activation: '${activation}' }`}),`,
  );
  const limit = images < allImages ? `, limit: ${images}` : '';
  return `import { ${[optimizer, 'dense', 'sequential'].sort().join(', ')} } from 'slope';
import { datasetUrl, loadDataset } from 'slope/datasets';

const mnist = datasetUrl('mnist');
const train = await loadDataset(mnist, { split: 'train'${limit} });
const test = await loadDataset(mnist, { split: 'test' });

const model = sequential(
  [
${[...hidden, "    dense(10, { activation: 'softmax' }),"].join('\n')}
  ],
  { inputShape: [784], seed: ${seed} },
);
console.log(String(model.summary()));

const run = model.fit(train, {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: ${optimizer}({ learningRate: ${learningRate} }),
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  validationData: test,
});
for await (const event of run) {
  if (event.type === 'epoch') console.log(event.row);
}
`;
}
