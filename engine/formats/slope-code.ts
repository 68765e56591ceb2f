// A model and its training as a program for this engine; run, it builds the same model and, with the same data, the same curve.

import type { ScheduleAttributes } from '../graph/node.ts';
import type { LayerConfig } from '../nn/layers.ts';
import type { Optimizer } from '../nn/optimizers.ts';
import type { Sequential } from '../nn/sequential.ts';
import { type DescribedFit, type DescribedLayer, describeLayers, describeTraining } from './description.ts';

/**
 * TypeScript that rebuilds the model; with `options` also its training on a `dataset` that the program must bring.
 * @throws TypeError when a layer was made by hand.
 */
export function toSlope(model: Sequential, options?: DescribedFit): string {
  const used = new Set(['sequential']);
  const call = (name: string, ...args: (string | undefined)[]) => {
    used.add(name);
    return `${name}(${args.filter((argument) => argument !== undefined).join(', ')})`;
  };
  const layers = describeLayers(model).map((layer) => `    ${layerCall(layer, call)},`);
  const shape = `[${model.inputShape.join(', ')}]`;
  const body = [
    'const model = sequential(',
    '  [',
    ...layers,
    '  ],',
    `  { inputShape: ${shape}, seed: ${model.seed} },`,
    ');',
  ];
  if (options) {
    const { epochs, batchSize, optimizer, loss, metrics, shuffle, validationSplit, classWeights } =
      describeTraining(options);
    if (typeof loss !== 'string') used.add(loss.name);
    const values = {
      epochs,
      batchSize,
      optimizer: optimizerCall(optimizer, call),
      loss: typeof loss === 'string' ? `'${loss}'` : loss.name,
      metrics: metrics && `[${metrics.map((metric) => `'${metric}'`).join(', ')}]`,
      shuffle,
      validationSplit,
      classWeights: classWeights && JSON.stringify(classWeights).replaceAll('"', ''),
    };
    body.push('', 'const run = model.fit(dataset, {');
    for (const [name, value] of Object.entries(values)) if (value !== undefined) body.push(`  ${name}: ${value},`);
    body.push('});', 'await run.finished;');
  }
  const names = [...used].sort((a, b) => a.localeCompare(b));
  return [`import { ${names.join(', ')} } from 'slope';`, '', ...body, ''].join('\n');
}

type Call = (name: string, ...args: (string | undefined)[]) => string;

/** `{ a: 1 }`, or nothing when no value differs from the default. */
function object(values: Readonly<Record<string, string | undefined>>): string | undefined {
  const entries = Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : undefined;
}

const unless = (value: unknown, standard: unknown) => (value === standard ? undefined : literal(value));
const literal = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value).replaceAll('"', "'").replaceAll(',', ', ');

function layerCall({ config, activation, mean, variance }: DescribedLayer, call: Call): string {
  const shared = { activation: unless(activation, 'linear') };
  switch (config.layer) {
    case 'dense':
      return call('dense', `${config.units}`, object({ ...shared, ...weightValues(config, call) }));
    case 'conv2d':
      return call(
        'conv2d',
        `${config.filters}`,
        literal(config.kernelSize),
        object({ ...shared, ...windowValues(config), ...weightValues(config, call) }),
      );
    case 'maxPooling2d':
      return call('maxPooling2d', literal(config.poolSize), object(windowValues(config)));
    case 'dropout':
      return call('dropout', `${config.rate}`);
    case 'normalization':
      return call('normalization', object({ mean: literal(mean), variance: literal(variance) }));
    case 'flatten':
      return call('flatten');
    case 'activation':
      return call('activation', `'${activation}'`);
    default:
      return config satisfies never;
  }
}

const windowValues = ({ strides, padding }: Extract<LayerConfig, { strides: unknown }>) => ({
  strides: literal(strides),
  padding: unless(padding, 'valid'),
});

function weightValues(config: Extract<LayerConfig, { layer: 'dense' | 'conv2d' }>, call: Call) {
  const penalty = (regularizer: (typeof config)['kernelRegularizer']) =>
    regularizer && call('l1l2', `${regularizer.l1}`, `${regularizer.l2}`);
  return {
    useBias: unless(config.useBias ?? true, true),
    kernelInitializer: unless(config.kernelInitializer ?? 'glorotUniform', 'glorotUniform'),
    biasInitializer: unless(config.biasInitializer ?? 'zeros', 'zeros'),
    kernelRegularizer: penalty(config.kernelRegularizer),
    biasRegularizer: penalty(config.biasRegularizer),
  };
}

function optimizerCall({ update, learningRate, schedule, globalClipNorm }: Optimizer, call: Call): string {
  const { optimizer, ...constants } = update;
  const isAdamW = update.optimizer === 'adam' && update.weightDecay !== 0;
  const values = Object.entries(constants).filter(([name]) => name !== 'weightDecay' || isAdamW);
  return call(
    isAdamW ? 'adamW' : optimizer,
    object({
      learningRate: `${learningRate}`,
      ...Object.fromEntries(values.map(([name, value]) => [name, literal(value)])),
      schedule: scheduleCall(schedule, call),
      globalClipNorm: unless(globalClipNorm, 0),
    }),
  );
}

function scheduleCall(schedule: ScheduleAttributes, call: Call): string | undefined {
  switch (schedule.schedule) {
    case 'constant':
      return undefined;
    case 'step':
      return call('stepDecay', `${schedule.every}`, `${schedule.factor}`);
    case 'cosine':
      return call('cosineDecay', `${schedule.steps}`, `${schedule.floor}`);
    case 'inverseTime':
      return call('inverseTimeDecay', `${schedule.decay}`);
    default:
      return schedule satisfies never;
  }
}
