// The neuron on screen as a program: the same numbers, one layer of one unit.

import type { CodeLanguage } from '../../code/classification.ts';
import type { NeuronFunction } from './definition.ts';

export interface NeuronProgram {
  readonly activation: NeuronFunction;
  readonly inputs: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

export function neuronCode(language: CodeLanguage, program: NeuronProgram): string {
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

const column = (weights: readonly number[]): string => weights.map((weight) => `[${weight}]`).join(', ');

function keras({ activation, inputs, weights, bias }: NeuronProgram): string {
  const given = activation === 'step' || activation === 'linear' ? '' : `, activation="${activation}"`;
  const output =
    activation === 'step' ? '(model(x) >= 0).numpy().astype(int)  # a step cannot be trained by slopes' : 'model(x)';
  return `import keras
import numpy as np

model = keras.Sequential([keras.Input((${inputs.length},)), keras.layers.Dense(1${given})])
model.set_weights([np.array([${column(weights)}]), np.array([${bias}])])

x = np.array([[${inputs.join(', ')}]])
print(${output.includes('#') ? output.split('  #')[0] : output})${output.includes('#') ? `  #${output.split('  #')[1]}` : ''}
`;
}

function pytorch({ activation, inputs, weights, bias }: NeuronProgram): string {
  const functions = { step: '(t >= 0).int()', sigmoid: 'torch.sigmoid(t)', relu: 'torch.relu(t)', linear: 't' };
  return `import torch

theta = torch.tensor([${weights.join(', ')}])
b = torch.tensor(${bias})

x = torch.tensor([${inputs.join(', ')}])
t = theta @ x + b
print(${functions[activation]})
`;
}

function slope({ activation, inputs, weights, bias }: NeuronProgram): string {
  const given = activation === 'step' || activation === 'linear' ? '' : `, { activation: '${activation}' }`;
  return `import { dense, sequential } from 'slope';

const model = sequential([dense(1${given})], { inputShape: [${inputs.length}] });
const [kernel, bias] = await model.getWeights();
model.setWeights([
  { ...kernel, data: Float32Array.of(${weights.join(', ')}) },
  { ...bias, data: Float32Array.of(${bias}) },
]);

const [output] = await model.predict(Float32Array.of(${inputs.join(', ')}));
console.log(${activation === 'step' ? 'Number(output >= 0)' : 'output'});
`;
}
