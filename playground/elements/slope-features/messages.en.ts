// English sentences of `<slope-features>`.

export const featuresEnglish = {
  title: 'Features made by hand against features that are learned',
  presets: {
    circles: { name: 'Circles', about: 'By hand it takes an idea: squares. The network has it too, by itself.' },
    bare: {
      name: 'Without an idea',
      about: 'Fails on purpose, on the left: one neuron with bare coordinates draws one line.',
    },
    moons: { name: 'Moons', about: 'Which features would you give the neuron here? The network does not ask.' },
    xor: { name: 'Opposite corners', about: 'A single feature suffices, if you know which: the product.' },
    spiral: { name: 'Spiral', about: 'Fails on purpose, on the left: all seven features, and still no spiral.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    data: { label: 'Points', options: { circles: 'circles', moons: 'moons', xor: 'corners', spiral: 'spiral' } },
    features: { label: 'Features made by hand' },
    units: { label: 'Neurons per layer' },
    layers: { label: 'Hidden layers' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  failed: (message: string) => `The run stopped: ${message}`,
  play: 'Train both',
  epoch: '1 epoch',
  progress: 'Training of both',
  epochs: (epoch: string, epochs: string) => `epoch ${epoch} of ${epochs}`,
  announce: (hand: string, learned: string, total: string) =>
    `Wrong of ${total} unseen points: ${hand} by hand, ${learned} learned.`,
  hand: { title: 'Made by hand', about: 'One neuron. You choose what it gets to see.' },
  learned: { title: 'Learned', about: 'It gets x₁ and x₂ only. Its hidden neurons make their own features.' },
  score: (wrong: string, total: string) => `${wrong} of ${total} unseen points wrong`,
  summary: (wrong: string, total: string) =>
    `Points of two classes, shaded by the answer. ${wrong} of ${total} points that were not learned from are wrong.`,
  features: 'The features',
  toggle: 'Press to add or remove one.',
  used: (name: string) => `${name}, used`,
  unused: (name: string) => `${name}, not used`,
  hidden: (layer: string) => `Hidden layer ${layer}: what each neuron says of every point`,
  neuron: (name: string) => `Neuron ${name}`,
  parameters: (count: string) => `${count} parameters`,
  weights: {
    heading: 'All weights',
    value: 'weight',
    summary: (count: string, from: string, to: string) => `${count} weights and biases between ${from} and ${to}.`,
    legend: 'Bars: now. Line: before training.',
  },
};

export type FeaturesMessages = typeof featuresEnglish;
