// A model and its training as a Keras 3 program: same layers, initialisers, penalties, optimizer and loss.

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
  snakeCase,
} from './description.ts';

/**
 * Python that rebuilds the model; with `options` also its training on `x_train` and `y_train`, which the program must bring.
 * @throws TypeError when a layer was made by hand.
 */
export function toKeras(model: Sequential, options?: DescribedFit): string {
  const lines = [
    'import keras',
    '',
    `keras.utils.set_random_seed(${model.seed})`,
    '',
    'model = keras.Sequential([',
    `    keras.Input(${python(model.inputShape)}),`,
    ...describeLayers(model).map((layer) => `    keras.layers.${layerCall(layer)},`),
    '])',
  ];
  if (!options) return [...lines, ''].join('\n');
  const { epochs, batchSize, optimizer, loss, metrics, shuffle, validationSplit, classWeights } =
    describeTraining(options);
  const name = typeof loss === 'string' ? loss : loss.name;
  const named = (metrics ?? []).flatMap((metric) => metricName(metric) ?? []);
  const weights = classWeights && Object.entries(classWeights).map(([label, weight]) => `${label}: ${weight}`);
  if (name === 'perceptron') lines.push('', perceptron);
  const fit = keywords({
    batch_size: `${batchSize}`,
    epochs: `${epochs}`,
    shuffle: shuffle === false ? 'False' : undefined,
    validation_split: validationSplit === undefined ? undefined : `${validationSplit}`,
    class_weight: weights && `{${weights.join(', ')}}`,
  });
  return [
    ...lines,
    'model.compile(',
    `    optimizer=keras.optimizers.${optimizerCall(optimizer)},`,
    `    loss=${name === 'perceptron' ? 'perceptron' : `"${snakeCase(name)}"`},`,
    ...(named.length > 0 ? [`    metrics=[${named.join(', ')}],`] : []),
    ')',
    `history = model.fit(x_train, y_train, ${fit.join(', ')})`,
    '',
  ].join('\n');
}

const perceptron = `def perceptron(y_true, y_pred):
    return keras.ops.mean(keras.ops.relu((1 - 2 * y_true) * y_pred), axis=-1)
`;

/** Keras's `gelu` is exact unless told otherwise; its `leaky_relu` has the slope 0.2, as here. */
function activationCode(activation: Activation): string | undefined {
  if (activation === 'linear') return undefined;
  if (activation === 'gelu') return 'lambda x: keras.activations.gelu(x, approximate=True)';
  return `"${snakeCase(activation)}"`;
}

function layerCall({ config, activation, mean, variance }: DescribedLayer): string {
  const activated = activationCode(activation);
  switch (config.layer) {
    case 'dense':
      return call('Dense', `${config.units}`, { activation: activated, ...weightValues(config) });
    case 'conv2d': {
      const { filters, kernelSize, strides, padding } = config;
      const values = { strides: python(strides), padding: `"${padding}"`, activation: activated };
      return call('Conv2D', `${filters}, ${python(kernelSize)}`, { ...values, ...weightValues(config) });
    }
    case 'maxPooling2d': {
      const { poolSize, strides, padding } = config;
      return call('MaxPooling2D', python(poolSize), { strides: python(strides), padding: `"${padding}"` });
    }
    case 'dropout':
      return `Dropout(${config.rate})`;
    case 'normalization':
      return call('Normalization', '', {
        mean: mean && `[${mean.join(', ')}]`,
        variance: variance && `[${variance.join(', ')}]`,
      });
    case 'flatten':
      return 'Flatten()';
    case 'activation':
      return `Activation(${activated ?? '"linear"'})`;
    default:
      return config satisfies never;
  }
}

const call = (name: string, first: string, values: Readonly<Record<string, string | undefined>>) =>
  `${name}(${[...(first ? [first] : []), ...keywords(values)].join(', ')})`;

function weightValues(config: Extract<LayerConfig, { layer: 'dense' | 'conv2d' }>) {
  const { useBias = true, kernelInitializer = 'glorotUniform', biasInitializer = 'zeros' } = config;
  const penalty = (regularizer: (typeof config)['kernelRegularizer']) =>
    regularizer && `keras.regularizers.L1L2(l1=${regularizer.l1}, l2=${regularizer.l2})`;
  return {
    use_bias: useBias ? undefined : 'False',
    kernel_initializer: kernelInitializer === 'glorotUniform' ? undefined : `"${snakeCase(kernelInitializer)}"`,
    bias_initializer: biasInitializer === 'zeros' ? undefined : `"${snakeCase(biasInitializer)}"`,
    kernel_regularizer: penalty(config.kernelRegularizer),
    bias_regularizer: penalty(config.biasRegularizer),
  };
}

function optimizerCall(optimizer: Optimizer): string {
  const { update, globalClipNorm } = optimizer;
  const shared = {
    learning_rate: learningRate(optimizer),
    global_clipnorm: globalClipNorm === 0 ? undefined : `${globalClipNorm}`,
  };
  switch (update.optimizer) {
    case 'sgd':
      return call('SGD', '', { ...shared, momentum: `${update.momentum}`, nesterov: python(update.nesterov) });
    case 'rmsprop': {
      const { rho, momentum, epsilon } = update;
      return call('RMSprop', '', { ...shared, rho: `${rho}`, momentum: `${momentum}`, epsilon: `${epsilon}` });
    }
    case 'adagrad': {
      const { initialAccumulator, epsilon } = update;
      return call('Adagrad', '', {
        ...shared,
        initial_accumulator_value: `${initialAccumulator}`,
        epsilon: `${epsilon}`,
      });
    }
    case 'adam': {
      const { beta1, beta2, epsilon, weightDecay } = update;
      const values = { ...shared, beta_1: `${beta1}`, beta_2: `${beta2}`, epsilon: `${epsilon}` };
      return weightDecay === 0
        ? call('Adam', '', values)
        : call('AdamW', '', { ...values, weight_decay: `${weightDecay}` });
    }
    default:
      return update satisfies never;
  }
}

function learningRate({ learningRate: rate, schedule }: Optimizer): string {
  const schedules = 'keras.optimizers.schedules';
  switch (schedule.schedule) {
    case 'constant':
      return `${rate}`;
    case 'step':
      return `${schedules}.ExponentialDecay(${rate}, ${schedule.every}, ${schedule.factor}, staircase=True)`;
    case 'cosine':
      return `${schedules}.CosineDecay(${rate}, ${schedule.steps}, alpha=${schedule.floor})`;
    case 'inverseTime':
      return `${schedules}.InverseTimeDecay(${rate}, 1, ${schedule.decay})`;
    default:
      return schedule satisfies never;
  }
}

/** Keras measures no norm of the gradients. */
function metricName(metric: string): string | undefined {
  if (metric === 'gradientNorm') return undefined;
  const classes: Readonly<Record<string, string>> = {
    precision: 'Precision',
    recall: 'Recall',
    rootMeanSquaredError: 'RootMeanSquaredError',
    rmse: 'RootMeanSquaredError',
    r2Score: 'R2Score',
  };
  return metric in classes ? `keras.metrics.${classes[metric]}()` : `"${snakeCase(metric)}"`;
}
