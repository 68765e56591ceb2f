// The little Keras reader: what it writes it reads back, and every refusal has its line.

import { expect, test } from 'vitest';
import { readKeras, writeKeras } from '../../playground/elements/slope-network/keras.ts';

const lecture = {
  inputs: 3,
  features: ['x1', 'x2', 'x1 * x2'],
  hidden: [{ units: 4, activation: 'relu' as const }],
  output: 'softmax' as const,
  optimizer: 'adam' as const,
  learningRate: 0.03,
  batchSize: 16,
  epochs: 200,
  l2: 0.001,
};

test('what is written is read back as the same network', () => {
  const { features: _features, ...network } = lecture;
  expect(readKeras(writeKeras(lecture), 'classes')).toEqual({ network });
});

test('the long spelling of Keras is understood as well', () => {
  const source = `model = keras.Sequential([
    keras.layers.Dense(4, input_shape=(3,), activation='relu'),
    keras.layers.Dense(units=2, activation='softmax'),
])
model.compile(optimizer=keras.optimizers.SGD(learning_rate=0.1, momentum=0.9), loss='sparse_categorical_crossentropy')`;
  const result = readKeras(source, 'classes');
  expect(result).toMatchObject({ network: { inputs: 3, optimizer: 'momentum', learningRate: 0.1 } });
});

const network = (line: string) =>
  `model = Sequential([\n    Input((2,)),\n    ${line}\n    Dense(1, activation="sigmoid"),\n])`;

test.each([
  ['Dens(4),', { kind: 'unknown-layer', name: 'Dens', line: 3 }],
  ['Dense(4, activation="rule"),', { kind: 'activation', name: 'rule', line: 3 }],
  ['Dense(four),', { kind: 'units', text: 'four', line: 3 }],
  ['Dense(64),', { kind: 'too-many-units', text: '64', line: 3 }],
  ['Dense(4, activation="softmax"),', { kind: 'softmax-inside', line: 3 }],
  ['Dense(4', { kind: 'unclosed', line: 3 }],
])('“%s” is refused with its reason and line', (line, error) => {
  expect(readKeras(network(line), 'classes')).toEqual({ error });
});

test('a last layer that does not fit the data is refused', () => {
  expect(readKeras(network('Dense(4),'), 'values')).toMatchObject({ error: { kind: 'output-activation', line: 4 } });
});
