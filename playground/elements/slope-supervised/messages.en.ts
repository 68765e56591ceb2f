// English sentences of `<slope-supervised>`.

export const supervisedEnglish = {
  title: 'The same homes, the same network, two questions',
  presets: {
    kind: { name: 'Which kind is it?', about: 'Classification: the answer is a word, with a probability.' },
    price: { name: 'How much is it?', about: 'Regression: the answer is a quantity, here a price.' },
    few: { name: 'Six examples', about: 'Fails on purpose: six homes are few to learn a town from.' },
    'few-prices': {
      name: 'Six prices',
      about: 'Fails on purpose: the six prices are learned by heart, the others are not.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    question: { label: 'Question', options: { kind: 'which kind?', price: 'how much?' } },
    examples: { label: 'Homes with an answer', hint: 'All others are only asked about.' },
    home: { label: 'Home asked about' },
    learningRate: { label: 'Learning rate' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed', hint: 'Another town, other first weights.' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  announce: (epoch: string, epochs: string, loss: string) => `Epoch ${epoch} of ${epochs}: loss ${loss}.`,
  step: { update: '1 update', epoch: '1 epoch' },
  progress: 'Training',
  kinds: ['flat', 'house'] as [string, string],
  euros: (value: string) => `€${value}k`,
  plot: {
    title: 'The town',
    size: 'size (m²)',
    distance: 'from the centre (km)',
    summary: (examples: string, wrong: string, unseen: string) =>
      `${examples} homes with an answer, filled; ${unseen} without, hollow, of which ${wrong} are answered wrongly.`,
    legendKind: 'Blue circle: flat, orange triangle: house',
    legendPrice: 'The larger the dot, the dearer the home; lines of equal price as the network sees it',
    legend: 'Filled: with an answer. Hollow: never learned from. Ringed: answered wrongly.',
    home: 'home asked about',
    readout: (size: string, distance: string) => `${size} m², ${distance} km`,
  },
  answer: {
    title: 'Tell me, what is this?',
    titlePrice: 'Tell me, what does this cost?',
    asked: (size: string, distance: string) =>
      `A home of ${size} m², ${distance} km from the centre. Drag the ring to ask about another.`,
    waiting: 'It has learned nothing yet: this is a guess.',
    bars: 'Probability of each kind',
    priceAlt: (price: string) => `Predicted price: ${price}`,
    head: { kind: 'head: 2 neurons, softmax, cross-entropy', price: 'head: 1 neuron, linear, squared error' },
    body: 'body: 2 → 8 → 8, the same for both questions',
  },
  score: {
    kind: (wrong: string, total: string) =>
      `${wrong} of ${total} homes it never saw ${wrong === '1' ? 'is' : 'are'} given the wrong kind`,
    price: (error: string, total: string) => `off by ${error} on average, for ${total} homes it never saw`,
    seen: {
      kind: (wrong: string, total: string) => `${wrong} of its ${total} examples wrong`,
      price: (error: string) => `off by ${error} for its examples`,
    },
  },
  table: {
    title: 'What the loss may look at',
    examples: 'Some of the examples',
    unseen: 'Some homes that come without an answer',
    size: 'm²',
    distance: 'km',
    kind: 'kind',
    price: 'price',
    answer: 'its answer',
    truth: 'in truth',
    looked: 'the answer to learn',
    ignored: 'not looked at',
  },
  loss: { kind: 'Loss (cross-entropy)', price: 'Loss (mean squared error)' },
  series: { training: 'examples', validation: 'unseen' },
};

export type SupervisedMessages = typeof supervisedEnglish;
