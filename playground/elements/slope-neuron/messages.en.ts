// English sentences of `<slope-neuron>`.

import type { Names } from './definition.ts';

/** What the parts are called, by who speaks. */
export interface PartNames {
  readonly input: string;
  readonly weight: string;
  readonly bias: string;
  readonly sum: string;
  readonly activation: string;
  readonly output: string;
  readonly whole: string;
}

export const neuronEnglish = {
  title: 'One neuron, number by number',
  presets: {
    student: {
      name: 'Will this student pass?',
      about:
        'The logistic regression of the students, with the weights that it learned: work a little above average, sleep well below.',
    },
    neuron: {
      name: 'The same, renamed',
      about: 'Not one number has changed, only the words: this is an artificial neuron.',
    },
    line: { name: 'A straight line', about: 'One input, no squeeze: linear regression, 4 + 2x, is a neuron too.' },
    and: { name: 'AND', about: 'A step and three numbers make a logic gate: 1 only if both inputs are 1.' },
    or: { name: 'OR', about: 'The same weights, another bias: one input is enough.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    names: { label: 'Call it', options: { model: 'a regression', neuron: 'a neuron', biology: 'a nerve cell' } },
    activation: {
      label: 'Activation',
      options: { step: 'step (1958)', sigmoid: 'sigmoid', relu: 'ReLU (today)', linear: 'none' },
    },
    inputs: { label: 'Inputs', options: { '1': '1', '2': '2', '3': '3' } },
    x1: { label: 'x₁' },
    x2: { label: 'x₂' },
    x3: { label: 'x₃' },
    w1: { label: 'θ₁' },
    w2: { label: 'θ₂' },
    w3: { label: 'θ₃' },
    b: { label: 'b' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  fieldError: (text: string) => `“${text}” is not a number from −100 to 100.`,
  parts: {
    model: {
      input: 'observation X',
      weight: 'parameters Θ',
      bias: 'intercept b',
      sum: 'weighted sum',
      activation: 'logistic function σ',
      output: 'probability ŷ',
      whole: 'A logistic regression',
    },
    neuron: {
      input: 'input X',
      weight: 'weights Θ',
      bias: 'bias b',
      sum: 'sum',
      activation: 'activation σ',
      output: 'output ŷ',
      whole: 'An artificial neuron: a network of one',
    },
    biology: {
      input: 'dendrites',
      weight: 'synapses, strong or weak',
      bias: 'threshold',
      sum: 'cell body: signals add up',
      activation: 'axon hillock: to fire or not',
      output: 'axon',
      whole: 'A nerve cell, simplified beyond all shame',
    },
  } as Record<Names, PartNames>,
  play: 'Let the numbers flow',
  stepUnit: '1 stage',
  resetHint: 'Back to the inputs',
  newInputs: 'Other inputs',
  newInputsHint: 'Random inputs, same weights',
  stages: [
    (names: PartNames) => `The numbers arrive: ${names.input}.`,
    (names: PartNames) => `Each is multiplied by its own number: ${names.weight}.`,
    (names: PartNames) => `All products and the ${names.bias} are added up: ${names.sum}.`,
    (names: PartNames) => `One number goes through one function: ${names.activation}.`,
    (names: PartNames) => `And out it comes: ${names.output}.`,
  ],
  diagram: (parts: PartNames, inputs: string, sum: string, output: string) =>
    `${parts.whole}. Inputs ${inputs}; their weighted sum is ${sum}; the output is ${output}.`,
  equation: 'In one line',
  curve: {
    title: 'The activation function',
    x: 't',
    y: 'σ(t)',
    handle: 'the sum t',
    summary: (t: string, y: string) => `The activation function; at t = ${t} its value is ${y}.`,
    readout: (t: string, y: string) => `t = ${t}: ${y}`,
    hint: 'Drag the ring: the bias moves the sum.',
  },
  map: {
    title: 'What the neuron says to every input',
    x: 'x₁',
    y: 'x₂',
    handle: 'the input',
    summary:
      'The plane of both inputs, shaded by the output: blue is low, orange is high. The border is a straight line.',
    readout: (x1: string, x2: string, y: string) => `x₁ = ${x1}, x₂ = ${x2}: ŷ = ${y}`,
    hint: 'Drag the ring to another input.',
  },
  truth: { title: 'Truth table', output: 'ŷ' },
  computedOn: (name: string, output: string) => `The engine’s own answer, on ${name}: ŷ = ${output}`,
  complete: (output: string) => `Output ${output}.`,
};

export type NeuronMessages = typeof neuronEnglish;
