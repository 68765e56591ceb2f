// English sentences of `<slope-backprop>`.

export const backpropEnglish = {
  title: 'Back-propagation, one example and one layer at a time',
  presets: {
    xor: { name: 'XOR', about: '2-3-1 with tanh: watch a few examples step by step, then let it run.' },
    sigmoid: {
      name: 'Sigmoid inside',
      about: 'Its slope is at most a quarter: the gradients of the first layer are small, and learning is slow.',
    },
    'one-hidden': {
      name: 'One hidden neuron',
      about: 'Fails on purpose: the gradients are right, the network is too small.',
    },
    overshoots: {
      name: 'Too large a step',
      about:
        'Fails on purpose: the gradient only tells the direction. With a rate of 20 each update jumps past the goal.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    table: { label: 'Examples', options: { xor: 'XOR', and: 'and', or: 'or' } },
    hidden: { label: 'Hidden neurons' },
    activation: { label: 'Activation', options: { tanh: 'tanh', sigmoid: 'sigmoid', relu: 'ReLU' } },
    learningRate: { label: 'Learning rate', hint: 'May change at any time.' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  step: { stage: '1 stage', example: '1 example' },
  stages: [
    'Example',
    'Forward: hidden layer',
    'Forward: output',
    'Loss',
    'Backward: output',
    'Backward: hidden layer',
    'Update',
  ],
  explain: {
    input: (x1: string, x2: string, y: string) => `The inputs are ${x1} and ${x2}; the right answer is ${y}.`,
    hidden: 'Each hidden neuron weighs the inputs, adds its bias, and bends the sum.',
    output: 'The output neuron does the same with the hidden ones, and makes a probability of the sum.',
    loss: 'The loss is small if the network believed in the right answer, and large if it did not.',
    backOutput:
      'How would the loss change if the sum of the output neuron grew a little? From there, every weight into it gets its share: the neuron’s δ times what came along that line.',
    backHidden:
      'The δ of the output flows back along the lines, times their weights and times the slope of the activation. Then each weight of the first layer gets its share in the same way.',
    update: 'Every weight takes a step against its gradient, as long as the learning rate says.',
  },
  position: (round: string, example: string) => `round ${round}, example ${example} of 4`,
  skipped: (rounds: string) => `${rounds} rounds went by without being drawn.`,
  scrub: 'History',
  back: 'Back',
  diagram: (stage: string) =>
    `The network of two inputs, its hidden neurons and one output, with the numbers of the stage “${stage}”.`,
  examples: {
    title: 'The four examples',
    input: 'inputs',
    target: 'right',
    answer: 'network',
    verdict: (right: string) => `${right} of 4 right`,
  },
  loss: { title: 'Mean loss of a round', round: 'round' },
  calculation: 'The calculation',
};

export type BackpropMessages = typeof backpropEnglish;
