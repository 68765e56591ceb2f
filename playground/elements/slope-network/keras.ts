// The network as a Keras Sequential program, and back: what somebody types in the code field rebuilds the network.
//
// This reads the few statements that describe a network here, not Python: one layer per line, arguments by name or place.

import { MAX_LAYERS, MAX_UNITS } from './architecture.ts';
import type { Activation, OptimizerName, OutputHead } from './definition.ts';

/** A network as both sides of the editor know it. */
export interface KerasNetwork {
  readonly inputs: number;
  readonly hidden: readonly { readonly units: number; readonly activation: Activation }[];
  readonly output: OutputHead | 'linear';
  readonly optimizer: OptimizerName;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  /** The factor of the squared weights, the same for all layers. */
  readonly l2: number;
}

export interface KerasSource extends KerasNetwork {
  /** The features in NumPy, for the comment beside the input. */
  readonly features: readonly string[];
}

const losses = {
  sigmoid: 'binary_crossentropy',
  softmax: 'sparse_categorical_crossentropy',
  linear: 'mean_squared_error',
} as const;

const optimizers: Record<OptimizerName, (rate: number) => string> = {
  adam: (rate) => `Adam(learning_rate=${rate})`,
  sgd: (rate) => `SGD(learning_rate=${rate})`,
  momentum: (rate) => `SGD(learning_rate=${rate}, momentum=0.9)`,
};

export function kerasLayer(units: number, activation: Activation | 'softmax', l2 = 0): string {
  const penalty = l2 > 0 ? `, kernel_regularizer=L2(${l2})` : '';
  return `Dense(${units}${activation === 'linear' ? '' : `, activation="${activation}"`}${penalty}),`;
}

/** The editable program. */
export function writeKeras({ inputs, features, hidden, output, ...training }: KerasSource): string {
  const units = output === 'softmax' ? 2 : 1;
  return [
    'model = Sequential([',
    `    Input((${inputs},)),  # ${features.join(', ')}`,
    ...hidden.map((layer) => `    ${kerasLayer(layer.units, layer.activation, training.l2)}`),
    `    ${kerasLayer(units, output, training.l2)}`,
    '])',
    'model.compile(',
    `    optimizer=${optimizers[training.optimizer](training.learningRate)},`,
    `    loss="${losses[output]}",`,
    ')',
    `model.fit(x, y, batch_size=${training.batchSize}, epochs=${training.epochs})`,
    '',
  ].join('\n');
}

export type KerasProblem =
  | { readonly kind: 'no-layers' }
  | { readonly kind: 'unknown-layer'; readonly name: string }
  | { readonly kind: 'unknown-argument'; readonly name: string }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'units'; readonly text: string }
  | { readonly kind: 'too-many-units'; readonly text: string }
  | { readonly kind: 'activation'; readonly name: string }
  | { readonly kind: 'inputs'; readonly text: string }
  | { readonly kind: 'output-units'; readonly output: OutputHead | 'linear'; readonly units: number }
  | { readonly kind: 'output-activation'; readonly name: string; readonly task: 'classes' | 'values' }
  | { readonly kind: 'softmax-inside' }
  | { readonly kind: 'too-many-layers' }
  | { readonly kind: 'loss'; readonly name: string; readonly wanted: string }
  | { readonly kind: 'optimizer'; readonly name: string }
  | { readonly kind: 'number'; readonly name: string; readonly text: string };

/** What is wrong, and on which line, counted from 1. */
export type KerasError = KerasProblem & { readonly line: number };

class Refusal extends Error {
  constructor(readonly problem: KerasError) {
    super(problem.kind);
  }
}

interface Line {
  readonly text: string;
  readonly line: number;
}

/**
 * Reads the program.
 * @param task what the data asks for: classes want sigmoid or softmax at the end, values a linear neuron.
 */
export function readKeras(
  source: string,
  task: 'classes' | 'values',
): { readonly network: KerasNetwork } | { readonly error: KerasError } {
  try {
    return { network: read(source, task) };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.problem };
    throw error;
  }
}

function read(source: string, task: 'classes' | 'values'): KerasNetwork {
  const lines: Line[] = source
    .split('\n')
    .map((text, index) => ({ text: text.replace(/#.*$/, '').trim(), line: index + 1 }));
  const layers: { units: number; activation: string; l2: number; line: number }[] = [];
  let inputs: number | undefined;
  for (const { text, line } of lines) {
    const call = /^(?:keras\.)?(?:layers\.)?([A-Za-z_]\w*)\s*\((.*)$/.exec(text);
    if (!call) continue;
    const [, name = '', rest = ''] = call;
    if (['optimizer', 'loss', 'metrics'].includes(name)) continue;
    const closed = rest.replace(/,\s*$/, '');
    if (!closed.endsWith(')')) throw new Refusal({ kind: 'unclosed', line });
    const body = closed.slice(0, -1);
    if (name === 'Input') inputs = readInputs(body, line);
    else if (name === 'Dense') {
      const layer = readDense(body, line);
      inputs ??= layer.inputs;
      layers.push(layer);
    } else throw new Refusal({ kind: 'unknown-layer', name, line });
  }
  const last = layers.at(-1);
  if (!last) throw new Refusal({ kind: 'no-layers', line: 1 });
  const output = readOutput(last, task);
  const hidden = layers.slice(0, -1).map(({ units, activation, line }) => {
    if (activation === 'softmax') throw new Refusal({ kind: 'softmax-inside', line });
    return { units, activation: activation as Activation };
  });
  if (hidden.length > MAX_LAYERS) throw new Refusal({ kind: 'too-many-layers', line: last.line });
  return { inputs: inputs ?? 2, hidden, output, l2: layers[0]?.l2 ?? 0, ...readTraining(lines, output) };
}

function readInputs(body: string, line: number): number {
  const text = body.replace(/^shape\s*=\s*/, '').replace(/[()[\]\s,]/g, '');
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 7)
    throw new Refusal({ kind: 'inputs', text: text || body, line });
  return count;
}

function readDense(body: string, line: number) {
  let units: number | undefined;
  let activation = 'linear';
  let inputs: number | undefined;
  let l2 = 0;
  for (const argument of splitArguments(body)) {
    const named = /^(\w+)\s*=\s*(.+)$/.exec(argument);
    const [name, value] = named ? [named[1] ?? '', named[2] ?? ''] : ['units', argument];
    if (name === 'units') units = readUnits(value, line);
    else if (name === 'activation') activation = readActivation(value, line);
    else if (name === 'input_shape' || name === 'input_dim') inputs = readInputs(value, line);
    else if (name === 'kernel_regularizer')
      l2 = readNumber(value.replace(/^.*\(/, 'factor='), 'factor', line, 0, 1) ?? 0;
    else if (name !== 'name') throw new Refusal({ kind: 'unknown-argument', name, line });
  }
  if (units === undefined) throw new Refusal({ kind: 'units', text: body, line });
  return { units, activation, inputs, l2, line };
}

function readUnits(text: string, line: number): number {
  const units = Number(text);
  if (!/^\d+$/.test(text) || units < 1) throw new Refusal({ kind: 'units', text, line });
  if (units > MAX_UNITS) throw new Refusal({ kind: 'too-many-units', text, line });
  return units;
}

function readActivation(text: string, line: number): string {
  const name = text.replace(/^["']|["']$/g, '');
  if (name === 'None') return 'linear';
  if (!['relu', 'tanh', 'sigmoid', 'linear', 'softmax'].includes(name)) {
    throw new Refusal({ kind: 'activation', name, line });
  }
  return name;
}

function readOutput(
  { units, activation, line }: { units: number; activation: string; line: number },
  task: 'classes' | 'values',
): OutputHead | 'linear' {
  if (task === 'values') {
    if (activation !== 'linear') throw new Refusal({ kind: 'output-activation', name: activation, task, line });
    if (units !== 1) throw new Refusal({ kind: 'output-units', output: 'linear', units, line });
    return 'linear';
  }
  if (activation !== 'sigmoid' && activation !== 'softmax') {
    throw new Refusal({ kind: 'output-activation', name: activation, task, line });
  }
  if (units !== (activation === 'softmax' ? 2 : 1)) {
    throw new Refusal({ kind: 'output-units', output: activation, units, line });
  }
  return activation;
}

function readTraining(lines: readonly Line[], output: KerasNetwork['output']) {
  let optimizer: OptimizerName = 'adam';
  let learningRate = 0.001;
  let batchSize = 32;
  let epochs = 1;
  for (const { text, line } of lines) {
    const made = /optimizer\s*=\s*(?:keras\.)?(?:optimizers\.)?["']?(\w+)["']?(.*)$/.exec(text);
    if (made) {
      const [, name = '', rest = ''] = made;
      const plain = name.toLowerCase();
      if (plain !== 'adam' && plain !== 'sgd') throw new Refusal({ kind: 'optimizer', name, line });
      const momentum = readNumber(rest, 'momentum', line, 0, 1);
      optimizer = plain === 'adam' ? 'adam' : momentum ? 'momentum' : 'sgd';
      learningRate = readNumber(rest, 'learning_rate', line, 1e-7, 1000) ?? (plain === 'adam' ? 0.001 : 0.01);
    }
    const loss = /loss\s*=\s*["'](\w*)["']?/.exec(text)?.[1];
    const wanted = losses[output];
    if (loss !== undefined && loss !== wanted && !(output === 'linear' && loss === 'mse')) {
      throw new Refusal({ kind: 'loss', name: loss, wanted, line });
    }
    batchSize = readNumber(text, 'batch_size', line, 1, 400) ?? batchSize;
    epochs = readNumber(text, 'epochs', line, 1, 1000) ?? epochs;
  }
  return { optimizer, learningRate, batchSize: Math.round(batchSize), epochs: Math.round(epochs) };
}

/** `name=number` within the text; undefined when it is not there. */
function readNumber(text: string, name: string, line: number, min: number, max: number): number | undefined {
  const written = new RegExp(`${name}\\s*=\\s*([^,)\\s]*)`).exec(text)?.[1];
  if (written === undefined) return undefined;
  const value = written === '' ? Number.NaN : Number(written);
  if (!(value >= min && value <= max)) throw new Refusal({ kind: 'number', name, text: written, line });
  return value;
}

/** Splits at commas outside parentheses. */
function splitArguments(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [index, letter] of [...body].entries()) {
    if (letter === '(' || letter === '[') depth++;
    if (letter === ')' || letter === ']') depth--;
    if (letter === ',' && depth === 0) {
      parts.push(body.slice(from, index));
      from = index + 1;
    }
  }
  parts.push(body.slice(from));
  return parts.map((part) => part.trim()).filter(Boolean);
}
