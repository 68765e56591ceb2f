// English sentences of `<slope-approximation>`.

export const approximationEnglish = {
  title: 'A layer of neurons follows a curve that you draw',
  presets: {
    waves: { name: 'Waves', about: 'Twelve neurons follow this curve so closely that one has to look twice.' },
    narrow: { name: 'Too few', about: 'Fails on purpose: two neurons have two steps, the curve has more.' },
    relu: {
      name: 'Straight pieces',
      about: 'With ReLU each neuron adds one corner: the curve is made of straight lines.',
    },
    step: { name: 'A step', about: 'Easy for tanh, which is a step itself: two neurons will do.' },
    spikes: { name: 'Spikes', about: 'Hard: twelve turns cost many neurons and a long training.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    curve: { label: 'Curve' },
    units: { label: 'Hidden neurons' },
    activation: { label: 'Activation', options: { tanh: 'tanh', relu: 'ReLU' } },
    learningRate: { label: 'Learning rate', hint: 'May change while it trains.' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  announce: (epoch: string, epochs: string, error: string) => `Epoch ${epoch} of ${epochs}: off by ${error}.`,
  step: { update: '1 update', epoch: '1 epoch' },
  progress: 'Training',
  plot: {
    title: 'Your curve and the network’s',
    hint: 'Drag the knots, or click anywhere: the nearest knot jumps there.',
    summary: (units: string, error: string) =>
      `A curve through thirteen knots, and the curve of a network with ${units} hidden neurons. They are apart by ${error} on average.`,
    knot: (number: string) => `knot ${number}`,
    yours: 'your curve',
    network: 'the network',
    parts: 'what each neuron adds',
    manyParts: 'too many neurons to draw what each adds',
  },
  now: {
    title: 'How close it comes',
    error: 'apart, on average (RMSE)',
    parameters: (count: string) => `${count} parameters`,
  },
  runs: {
    title: 'Where training ended, by width',
    units: 'hidden neurons',
    none: 'Each finished run of this curve leaves a dot here. Change the number of neurons.',
    summary: (count: string) => `The error at the end of ${count} runs by their number of hidden neurons.`,
  },
};

export type ApproximationMessages = typeof approximationEnglish;
