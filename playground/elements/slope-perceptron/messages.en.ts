// English sentences of `<slope-perceptron>`.

export const perceptronEnglish = {
  title: 'A perceptron learns from its mistakes, one flower at a time',
  presets: {
    setosa: { name: 'Setosa or not', about: 'One straight border is enough: no mistakes left after a few rounds.' },
    virginica: {
      name: 'Virginica or not',
      about: 'Fails on purpose: the two groups overlap, and the border never comes to rest.',
    },
    xor: { name: 'XOR', about: 'Fails on purpose: opposite corners, which no straight border can part.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    question: { label: 'Question', options: { setosa: 'setosa?', virginica: 'virginica?', xor: 'XOR' } },
    learningRate: { label: 'Learning rate' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Rounds, at most' },
    seed: { label: 'Seed', hint: 'Another order, another split.' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  failed: (message: string) => `The flowers could not be loaded: ${message}`,
  announce: (round: string, mistakes: string) => `Round ${round}: ${mistakes} mistakes.`,
  step: { one: '1 flower', mistake: 'Next mistake' },
  progress: 'Rounds',
  axis: {
    iris: ['petal length (cm)', 'petal width (cm)'] as [string, string],
    xor: ['x₁', 'x₂'] as [string, string],
  },
  names: {
    setosa: ['another iris', 'setosa'] as [string, string],
    virginica: ['another iris', 'virginica'] as [string, string],
    xor: ['same signs', 'opposite signs'] as [string, string],
  },
  plot: {
    title: 'The flowers and the border',
    summary: (wrong: string, total: string) =>
      `${wrong} of ${total} points lie on the wrong side of the straight border.`,
    noBorder: 'All three numbers are zero: there is no border yet.',
  },
  now: {
    title: 'The flower of the moment',
    none: 'Nothing shown yet. Press “Next mistake”.',
    right: (name: string) => `It is ${name}, and the perceptron says so. Nothing changes.`,
    wrongOne: (name: string) => `It is ${name}, but the sum was not above zero. Its numbers are added to the weights.`,
    wrongZero: (name: string) =>
      `It is ${name}, but the sum was not below zero. Its numbers are taken off the weights.`,
  },
  count: {
    mistakes: (count: string, rounds: string) => `${count} mistakes so far, round ${rounds}`,
    train: (right: string, total: string) => `${right} of ${total} right`,
    test: (right: string, total: string) => `${right} of ${total} right in the test`,
    converged: (round: string) => `A whole round without a mistake: it has come to rest in round ${round}.`,
    never: 'The rounds are over, and it still makes mistakes: no straight border parts these two.',
  },
  log: { title: 'The last mistakes', number: '#', point: 'flower', w1: 'w₁', w2: 'w₂', b: 'b' },
  neuron: {
    title: 'Two neurons',
    hint: 'Point at a part of one: its counterpart in the other lights up.',
    biological: 'A nerve cell',
    artificial: 'The perceptron, 1958',
    parts: {
      input: ['dendrites receive signals', 'inputs'] as [string, string],
      weight: ['synapses: some strong, some weak', 'weights'] as [string, string],
      sum: ['the cell body adds them up', 'weighted sum'] as [string, string],
      fire: ['above a threshold, it fires', 'step: 1 or 0'] as [string, string],
      output: ['the axon carries the answer', 'output'] as [string, string],
    },
    alt: 'A nerve cell and an artificial neuron side by side, part for part: dendrites and inputs, synapses and weights, cell body and sum, threshold and step, axon and output.',
  },
};

export type PerceptronMessages = typeof perceptronEnglish;
