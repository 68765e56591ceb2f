// English sentences of `<slope-network>`.

import type { LayersProblem } from './architecture.ts';
import type { KerasError } from './keras.ts';

const unknownLoss = (name: string, wanted: string) =>
  `the loss “${name}” does not fit the last layer; it needs “${wanted}”.`;

export const networkEnglish = {
  title: 'A network of neurons learns to part the plane',
  presets: {
    circles: {
      name: 'A ring',
      about: 'Two small hidden layers bend a straight border into a closed curve, in about five seconds.',
    },
    lecture: {
      name: 'The lecture’s 3-4-2',
      about: 'Three inputs, four ReLU neurons, two softmax outputs: 26 numbers to learn.',
    },
    xor: { name: 'XOR', about: 'Opposite corners belong together. One hidden layer of three neurons is enough.' },
    'one-neuron': {
      name: 'XOR with one neuron',
      about: 'Fails on purpose: one neuron draws one straight border, and no straight border does this.',
    },
    'by-hand': {
      name: 'Features made by hand',
      about: 'No hidden layer: a person chose x₁² and x₂², and one neuron does the rest.',
    },
    spiral: { name: 'Spiral', about: 'Two layers of eight. Watch the border wind itself inwards.' },
    'spiral-one-neuron': {
      name: 'Spiral with one neuron',
      about: 'Fails on purpose: the hidden layer has a single neuron, and everything must pass through it.',
    },
    overfit: {
      name: 'Too much network',
      about: 'Twenty noisy points for 151 numbers: training becomes perfect, validation becomes worse.',
    },
    hills: { name: 'Regression', about: 'A number at every point instead of a class: a hill and a hollow.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    data: {
      label: 'Data set',
      options: {
        circles: 'ring',
        moons: 'moons',
        xor: 'XOR',
        blobs: 'clouds',
        spiral: 'spiral',
        hills: 'hill and hollow',
        slope: 'slope',
      },
    },
    points: { label: 'Own points' },
    count: { label: 'Points' },
    noise: { label: 'Noise' },
    validationShare: { label: 'Kept for validation' },
    features: { label: 'Features' },
    layers: { label: 'Hidden layers' },
    activation: {
      label: 'Activation',
      options: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid', linear: 'none (linear)' },
    },
    output: { label: 'Output', options: { sigmoid: '1 sigmoid', softmax: '2 softmax' } },
    optimizer: { label: 'Optimizer', options: { sgd: 'SGD', momentum: 'Momentum', adam: 'Adam' } },
    l2: { label: 'Penalty on weights (L2)' },
    learningRate: { label: 'Learning rate', hint: 'May change while it trains.' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  fieldErrors: {
    number: (text: string, min: string, max: string) =>
      `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  },
  step: { update: '1 update', epoch: '1 epoch' },
  data: {
    title: 'Data',
    classes: ['blue circle', 'orange triangle'] as [string, string],
    edit: 'A click adds',
    brush: { move: 'nothing', '0': 'blue', '1': 'orange' },
    brushHint: 'Drag a point to move it, Delete removes it.',
    valuesHint: 'These points carry numbers; drag to move them, Delete removes one.',
    save: 'Save as CSV',
    undo: 'Undo',
    restore: 'As drawn',
    edited: (count: string) => `Edited: ${count} points.`,
    counts: (train: string, validation: string) =>
      `${train} to learn from (filled), ${validation} for validation (hollow)`,
  },
  network: {
    title: 'Network',
    features: 'Features',
    hidden: (number: number) => `Layer ${number}`,
    output: 'Output',
    addLayer: 'Layer',
    addLayerLabel: 'Add a hidden layer',
    removeLayerLabel: 'Remove the last hidden layer',
    addNeuron: (layer: number) => `Add a neuron to layer ${layer}`,
    removeNeuron: (layer: number) => `Remove a neuron from layer ${layer}`,
    featureOn: (name: string) => `Feature ${name}, used`,
    featureOff: (name: string) => `Feature ${name}, not used`,
    neuron: (name: string, value: string) => `Neuron ${name}. ${value}`,
    neuronText: (inputs: number) => `${inputs} weights and a bias`,
    outputText: 'what the network says',
    parameters: (count: string) => `${count} parameters`,
    hint: 'Each square is what that neuron says about every point of the plane. Point at one to see it large, press it to see and change its numbers.',
    weight: (from: string, to: string, value: string) => `${from} → ${to}: ${value}`,
    legend: { negative: 'negative', zero: '0', positive: 'positive' },
    diagram: (shape: string) => `Network ${shape}: features, hidden layers, output.`,
  },
  inspector: {
    title: (name: string) => `Neuron ${name}`,
    weight: (from: string) => `weight of ${from}`,
    bias: 'bias',
    hint: 'Change a number and the picture follows. A change pauses the training.',
    choose: 'Press a neuron or a line of the network: its formula appears here, with numbers that you can change.',
    notANumber: (text: string) => `“${text}” is no number; the old value stays.`,
    close: 'Close',
    softmax: 'softmax over both outputs of',
  },
  picture: {
    title: 'What it says',
    neuron: (name: string) => `What neuron ${name} says`,
    classesAlt: (wrong: string, total: string) =>
      `The plane, coloured by the network’s answer: blue for class 0, orange for class 1. ${wrong} of ${total} points lie on the wrong side.`,
    valuesAlt: 'The plane, coloured by the number that the network predicts: blue negative, orange positive.',
    neuronAlt: (name: string) => `The plane, coloured by the output of neuron ${name}.`,
    border: 'border: both classes equally likely',
    point: (index: string, kind: string) => `point ${index}, ${kind}`,
    value: (value: string) => `value ${value}`,
    probability: (share: string) => `says orange with ${share}`,
    prediction: (value: string) => `says ${value}`,
    trainWrong: (wrong: string, total: string) => `${wrong} of ${total} wrong in training`,
    validationWrong: (wrong: string, total: string) => `${wrong} of ${total} wrong in validation`,
    trainError: (error: string) => `off by ${error} on average in training`,
    validationError: (error: string) => `${error} in validation`,
    nothingLearned: 'Nothing learned yet: the weights are random.',
    axis1: 'x₁',
    axis2: 'x₂',
  },
  curve: {
    title: { classes: 'Loss (cross-entropy)', values: 'Loss (mean squared error)' },
  },
  training: { title: 'Training' },
  code: {
    title: 'The same network as Keras code',
    hint: 'Type here: the network follows.',
    label: 'Keras code of the network, editable',
    fits: 'The code and the picture are the same network.',
    kept: 'The picture keeps the last network that could be read.',
    writeAgain: 'Write it again',
    line: (line: number) => `Line ${line}: `,
    error: (error: KerasError): string => {
      switch (error.kind) {
        case 'no-layers':
          return 'there is no Dense layer. The last one is the output: Dense(1, activation="sigmoid").';
        case 'unknown-layer':
          return `“${error.name}” is no layer that can stand here. Write Dense(4, activation="relu"), for example.`;
        case 'unknown-argument':
          return `Dense has no argument “${error.name}” here; it takes the number of neurons and activation.`;
        case 'unclosed':
          return 'a parenthesis is not closed.';
        case 'units':
          return `“${error.text}” is not a number of neurons. Write a whole number, for example Dense(4).`;
        case 'too-many-units':
          return `${error.text} neurons are more than the picture can show; up to 10 fit in a layer.`;
        case 'activation':
          return `“${error.name}” is no activation of this figure. There are relu, tanh, sigmoid and linear, and softmax for the output.`;
        case 'inputs':
          return `“${error.text}” is not a number of features. One to seven fit: Input((3,)).`;
        case 'output-units':
          return error.output === 'softmax'
            ? `softmax shares one between the classes. There are 2 classes, so the last layer needs Dense(2, activation="softmax").`
            : `the last layer has ${error.units} neurons, but there is one number to say: Dense(1).`;
        case 'output-activation':
          return error.task === 'classes'
            ? `the last layer must give probabilities: sigmoid with one neuron, or softmax with two, not “${error.name}”.`
            : `the data are numbers, so the last layer has one linear neuron, not “${error.name}”.`;
        case 'softmax-inside':
          return 'softmax belongs at the end of a network; inside, use relu, tanh or sigmoid.';
        case 'too-many-layers':
          return 'at most five hidden layers fit into the picture.';
        case 'loss':
          return unknownLoss(error.name, error.wanted);
        case 'optimizer':
          return `“${error.name}” is no optimizer of this figure. There are SGD, SGD with momentum, and Adam.`;
        case 'number':
          return `“${error.text}” cannot be used for ${error.name}.`;
        default:
          return error satisfies never;
      }
    },
  },
  layersError: (problem: LayersProblem): string =>
    ({
      'not-a-count': 'Write numbers of neurons with commas, for example 4,3.',
      'too-large': 'Up to ten neurons fit in a layer.',
      'too-many': 'Up to five hidden layers fit here.',
      activation: 'After the colon stands relu, tanh, sigmoid or linear.',
    })[problem],
};

export type NetworkMessages = typeof networkEnglish;
