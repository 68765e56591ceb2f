// A model and its training as a PyTorch program: same layers, initial distributions, optimizer and loss, the loop written out.

import type { Activation, LayerConfig } from '../nn/layers.ts';
import type { Optimizer } from '../nn/optimizers.ts';
import type { Sequential } from '../nn/sequential.ts';
import {
  type DescribedFit,
  type DescribedLayer,
  describeLayers,
  describeTraining,
  keywords,
  python,
  type Training,
} from './description.ts';

/**
 * Python that rebuilds the model; with `options` also its training on the tensors `x_train` and `y_train`, which the program must
 * bring. Images are [channels, height, width] there. A last softmax or sigmoid is left to the loss, as PyTorch does.
 * @throws TypeError when a layer was made by hand, or pads as PyTorch cannot.
 */
export function toPyTorch(model: Sequential, options?: DescribedFit): string {
  const layers = describeLayers(model);
  const training = options && describeTraining(options);
  const leavesOut = training && lossOf(training).fromLogits;
  const modules = layers.flatMap((layer, i) => modulesOf(layer, leavesOut === true && i === layers.length - 1));
  const lines = [
    'import torch',
    'from torch import nn',
    '',
    `torch.manual_seed(${model.seed})`,
    '',
    ...(layers.some(({ config }) => config.layer === 'normalization') ? [normalization] : []),
    'model = nn.Sequential(',
    ...modules.map((module) => `    ${module},`),
    ')',
    ...initialValues(layers),
  ];
  return [...lines, ...(training ? loop(layers, training, Math.max(2, model.outputShape[0] ?? 1)) : []), ''].join('\n');
}

const normalization = `class Normalization(nn.Module):
    def __init__(self, mean, variance):
        super().__init__()
        self.register_buffer("mean", torch.tensor(mean))
        self.register_buffer("deviation", torch.tensor(variance).sqrt().clamp(min=1e-7))

    def forward(self, x):
        return (x - self.mean) / self.deviation

`;

const activations: Readonly<Record<Exclude<Activation, 'linear'>, string>> = {
  relu: 'nn.ReLU()',
  leakyRelu: 'nn.LeakyReLU(0.2)',
  sigmoid: 'nn.Sigmoid()',
  tanh: 'nn.Tanh()',
  softplus: 'nn.Softplus()',
  gelu: 'nn.GELU(approximate="tanh")',
  softmax: 'nn.Softmax(dim=1)',
};

function modulesOf({ config, activation, inputShape, mean, variance }: DescribedLayer, withoutActivation: boolean) {
  const activated = activation === 'linear' || withoutActivation ? [] : [activations[activation]];
  const bias = (useBias = true) => (useBias ? '' : ', bias=False');
  switch (config.layer) {
    case 'dense':
      return [`nn.Linear(${inputShape[0] ?? 0}, ${config.units}${bias(config.useBias)})`, ...activated];
    case 'conv2d': {
      const { filters, kernelSize, strides, padding, useBias } = config;
      if (padding === 'same' && strides.some((step) => step !== 1)) {
        throw new TypeError('PyTorch has no convolution with strides and same padding.');
      }
      const window = `${python(kernelSize)}, stride=${python(strides)}, padding="${padding}"`;
      return [`nn.Conv2d(${inputShape[2] ?? 0}, ${filters}, ${window}${bias(useBias)})`, ...activated];
    }
    case 'maxPooling2d': {
      const { poolSize, strides, padding } = config;
      if (padding === 'same' && poolSize.some((size, i) => size !== strides[i])) {
        throw new TypeError('PyTorch has no overlapping pools with same padding.');
      }
      const same = padding === 'same' ? ', ceil_mode=True' : '';
      return [`nn.MaxPool2d(${python(poolSize)}, stride=${python(strides)}${same})`];
    }
    case 'dropout':
      return [`nn.Dropout(${config.rate})`];
    case 'normalization':
      return [`Normalization([${(mean ?? [0]).join(', ')}], [${(variance ?? [1]).join(', ')}])`];
    case 'flatten':
      return ['nn.Flatten()'];
    case 'activation':
      return activated;
    default:
      return config satisfies never;
  }
}

type Weighted = Extract<LayerConfig, { layer: 'dense' | 'conv2d' }>;
const isWeighted = (config: LayerConfig): config is Weighted => config.layer === 'dense' || config.layer === 'conv2d';

const initializers: Readonly<Record<string, string>> = {
  zeros: 'zeros_',
  ones: 'ones_',
  glorotUniform: 'xavier_uniform_',
  glorotNormal: 'xavier_normal_',
  heUniform: 'kaiming_uniform_',
  heNormal: 'kaiming_normal_',
};

/** PyTorch begins otherwise: its own distribution for weights, and biases that are not 0. */
function initialValues(layers: readonly DescribedLayer[]): string[] {
  const weighted = layers.map(({ config }) => config).filter(isWeighted);
  if (weighted.length === 0) return [];
  const own = 'lecun: no such initialiser in PyTorch, its own is kept';
  return [
    'weighted = [layer for layer in model if isinstance(layer, (nn.Linear, nn.Conv2d))]',
    ...weighted.flatMap(({ useBias = true, kernelInitializer = 'glorotUniform', biasInitializer = 'zeros' }, i) => {
      const kernel = initializers[kernelInitializer];
      const relu = kernelInitializer.startsWith('he') ? ', nonlinearity="relu"' : '';
      return [
        kernel ? `nn.init.${kernel}(weighted[${i}].weight${relu})` : `# ${own}`,
        ...(useBias ? [`nn.init.${initializers[biasInitializer] ?? 'zeros_'}(weighted[${i}].bias)`] : []),
      ];
    }),
  ];
}

/** The loss, and whether it takes what comes before the last activation. */
function lossOf({ loss }: Training): { readonly code: string; readonly fromLogits: boolean } {
  const name = typeof loss === 'string' ? loss : loss.name;
  const known: Readonly<Record<string, readonly [code: string, fromLogits: boolean]>> = {
    sparseCategoricalCrossentropy: ['nn.functional.cross_entropy(said, y.long(), reduction="none")', true],
    categoricalCrossentropy: ['nn.functional.cross_entropy(said, y, reduction="none")', true],
    binaryCrossentropy: [
      'nn.functional.binary_cross_entropy_with_logits(said, y.view_as(said), reduction="none")',
      true,
    ],
    meanSquaredError: ['(said - y.view_as(said)).square()', false],
    mse: ['(said - y.view_as(said)).square()', false],
    meanAbsoluteError: ['(said - y.view_as(said)).abs()', false],
    mae: ['(said - y.view_as(said)).abs()', false],
    huber: ['nn.functional.huber_loss(said, y.view_as(said), reduction="none")', false],
    hinge: ['(1 - (2 * y.view_as(said) - 1) * said).relu()', false],
    perceptron: ['((1 - 2 * y.view_as(said)) * said).relu()', false],
  };
  const [code, fromLogits] = known[name] ?? [];
  if (!code) throw new TypeError(`The loss ${name} cannot be written in PyTorch.`);
  return { code, fromLogits: fromLogits === true };
}

function loop(layers: readonly DescribedLayer[], training: Training, classes: number): string[] {
  const { epochs, batchSize, optimizer, classWeights, shuffle = true, validationSplit } = training;
  const weights = classWeights ? Array.from({ length: classes }, (_, label) => classWeights[label] ?? 1) : [];
  const order = shuffle ? 'torch.randperm(len(x_train))' : 'torch.arange(len(x_train))';
  const penalties = penaltiesOf(layers);
  const { schedule, globalClipNorm } = optimizer;
  const isScheduled = schedule.schedule !== 'constant';
  return [
    '',
    ...(validationSplit === undefined
      ? []
      : [
          `kept = int(len(x_train) * ${1 - validationSplit})`,
          'x_train, x_validation, y_train, y_validation = x_train[:kept], x_train[kept:], y_train[:kept], y_train[kept:]',
        ]),
    ...(weights.length > 0 ? [`class_weights = torch.tensor([${weights.join(', ')}])`] : []),
    `optimizer = torch.optim.${optimizerCall(optimizer)}`,
    ...(isScheduled ? [`schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, ${factorOf(optimizer)})`] : []),
    '',
    `for epoch in range(${epochs}):`,
    `    for batch in ${order}.split(${batchSize}):`,
    '        x, y = x_train[batch], y_train[batch]',
    '        said = model(x)',
    `        rows = ${lossOf(training).code}`,
    ...(weights.length > 0 ? ['        rows = rows * class_weights[y.long()].view(-1, *[1] * (rows.dim() - 1))'] : []),
    `        loss = rows.mean()${penalties}`,
    '        optimizer.zero_grad()',
    '        loss.backward()',
    ...(globalClipNorm > 0 ? [`        nn.utils.clip_grad_norm_(model.parameters(), ${globalClipNorm})`] : []),
    '        optimizer.step()',
    ...(isScheduled ? ['        schedule.step()'] : []),
    '    print(f"epoch {epoch + 1}: loss {loss.item():.4f}")',
  ];
}

function penaltiesOf(layers: readonly DescribedLayer[]): string {
  const weighted = layers.map(({ config }) => config).filter(isWeighted);
  const terms = weighted.flatMap(({ kernelRegularizer, biasRegularizer }, i) =>
    [['weight', kernelRegularizer] as const, ['bias', biasRegularizer] as const].flatMap(([name, penalty]) => [
      ...(penalty?.l1 ? [` + ${penalty.l1} * weighted[${i}].${name}.abs().sum()`] : []),
      ...(penalty?.l2 ? [` + ${penalty.l2} * weighted[${i}].${name}.square().sum()`] : []),
    ]),
  );
  return terms.join('');
}

function optimizerCall({ update, learningRate }: Optimizer): string {
  const call = (name: string, values: Readonly<Record<string, string | undefined>>) =>
    `${name}(${['model.parameters()', `lr=${learningRate}`, ...keywords(values)].join(', ')})`;
  switch (update.optimizer) {
    case 'sgd':
      return call('SGD', { momentum: `${update.momentum}`, nesterov: update.nesterov ? 'True' : undefined });
    case 'rmsprop':
      return call('RMSprop', {
        alpha: `${update.rho}`,
        momentum: `${update.momentum}`,
        eps: `${update.epsilon}`,
      });
    case 'adagrad':
      return call('Adagrad', { initial_accumulator_value: `${update.initialAccumulator}`, eps: `${update.epsilon}` });
    case 'adam': {
      const { beta1, beta2, epsilon, weightDecay } = update;
      const values = { betas: `(${beta1}, ${beta2})`, eps: `${epsilon}` };
      return weightDecay === 0 ? call('Adam', values) : call('AdamW', { ...values, weight_decay: `${weightDecay}` });
    }
    default:
      return update satisfies never;
  }
}

/** The schedule as a function of the step. */
function factorOf({ schedule }: Optimizer): string {
  switch (schedule.schedule) {
    case 'step':
      return `lambda step: ${schedule.factor} ** int(step / ${schedule.every})`;
    case 'cosine': {
      const { steps, floor } = schedule;
      const cosine = `torch.tensor(torch.pi * min(step / ${steps}, 1)).cos().item()`;
      return `lambda step: ${floor} + (1 - ${floor}) * (1 + ${cosine}) / 2`;
    }
    case 'inverseTime':
      return `lambda step: 1 / (1 + ${schedule.decay} * step)`;
    default:
      return 'lambda step: 1';
  }
}
