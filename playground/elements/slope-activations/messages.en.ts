// English sentences of `<slope-activations>`.

export const activationsEnglish = {
  title: 'Activation functions, their slopes, and what a network can draw with them',
  presets: {
    tanh: { name: 'tanh', about: 'Smooth between −1 and 1: eight of them draw a smooth curve.' },
    relu: { name: 'ReLU', about: 'Zero, then straight: eight of them draw a curve out of straight pieces.' },
    sigmoid: {
      name: 'Sigmoid',
      about: 'The same form as tanh between 0 and 1; its slope is at most a quarter, and learning is slower.',
    },
    linear: {
      name: 'None',
      about: 'Fails on purpose: without an activation, any number of neurons draws one straight line.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    chosen: {
      label: 'Activation',
      options: {
        linear: 'none (linear)',
        sigmoid: 'sigmoid',
        tanh: 'tanh',
        relu: 'ReLU',
        leakyRelu: 'leaky ReLU',
        softplus: 'softplus',
        gelu: 'GELU',
      },
    },
    units: { label: 'Hidden neurons' },
    learningRate: { label: 'Learning rate', hint: 'May change while it trains.' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  announce: (epoch: string, epochs: string, error: string) =>
    `Epoch ${epoch} of ${epochs}: mean squared error ${error}.`,
  step: { update: '1 update', epoch: '1 epoch' },
  curves: {
    title: 'The function and its slope',
    summary: (name: string) => `The function ${name} as a solid line, its derivative as a dashed one.`,
    readout: (z: string, value: string, slope: string) => `f(${z}) = ${value}, slope ${slope}`,
    sum: 'z, the sum before it',
    f: 'f(z)',
    slope: 'f′(z)',
    steepest: (value: string) => `Steepest slope between −5 and 5: ${value}.`,
  },
  network: {
    title: 'What a network draws with it',
    summary: (error: string) =>
      `Forty points along a wave, and the curve that the network draws. Mean squared error ${error}.`,
    x: 'x',
    y: 'y',
    hidden: 'Thin lines: what each hidden neuron adds to the curve.',
    loss: 'Loss (mean squared error)',
    training: 'Training',
  },
};

export type ActivationsMessages = typeof activationsEnglish;
