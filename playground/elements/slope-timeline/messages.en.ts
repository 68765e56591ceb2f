// English sentences of `<slope-timeline>`.

export const timelineEnglish = {
  title: 'Three sets, one inside the other, and seventy years of history',
  presets: {
    perceptron: { name: '1958: the perceptron', about: 'A machine that learns from its mistakes.' },
    controversy: { name: '1969: the controversy', about: 'A proof of what it cannot learn, and the money dries up.' },
    'back-propagation': { name: '1986: back-propagation', about: 'Networks with hidden layers can be trained.' },
    deep: { name: '2012: deep networks', about: 'Many layers, many images, graphics processors.' },
  } as Record<string, { name: string; about: string }>,
  settings: { year: { label: 'Year' } } as Record<string, { label: string }>,
  play: 'Through the years',
  next: 'Next station',
  resetHint: 'Back to the first station (R)',
  setsTitle: 'What is inside what',
  sets: {
    intelligence: {
      name: 'Artificial intelligence',
      about: 'machines do what seems to need a mind, by whatever means',
    },
    learning: { name: 'Machine learning', about: 'they learn it from examples instead of being told' },
    deep: { name: 'Deep learning', about: 'through many layers of neurons, which find their own features' },
  } as Record<string, { name: string; about: string }>,
  winter: 'Hatched: years in which hope and money were short.',
  axis: 'The stations on a line from 1950 to today.',
  stationTitle: 'The station',
  open: (name: string) => `Run it: ${name}`,
  stations: {
    naming: {
      name: 'A name',
      text: 'A summer school at Dartmouth calls the field “artificial intelligence”. Programs of the time play draughts and prove theorems, by rules that people wrote. Arthur Samuel’s draughts player soon learns from its own games, and gives machine learning its name in 1959.',
    },
    'k-means': {
      name: 'k-means',
      text: 'Stuart Lloyd describes how to find groups by two simple moves. He wants to send speech over wires; it becomes one of the most used ways of learning without answers.',
    },
    perceptron: {
      name: 'The perceptron',
      text: 'Frank Rosenblatt builds a neuron that learns from its mistakes, first as a program, then as a machine with motors that turn the weights. The newspapers expect it to walk and talk soon.',
    },
    controversy: {
      name: 'The controversy',
      text: 'Marvin Minsky and Seymour Papert prove what a single layer can never learn, XOR among it. Two layers could, but nobody knows how to train them. For years hardly anybody pays for neurons.',
    },
    'back-propagation': {
      name: 'Back-propagation',
      text: 'Rumelhart, Hinton and Williams show that the error can be passed backwards through hidden layers. The idea is older; now everybody sees that it works.',
    },
    universal: {
      name: 'Nearly any curve',
      text: 'Cybenko, and others in the same year, prove that one hidden layer, if only it is wide enough, can follow any continuous function. How to find the weights, the proof does not say.',
    },
    digits: {
      name: 'Digits',
      text: 'Yann LeCun’s networks read a good part of the cheques in the United States. The data they are tested on, MNIST, is still every beginner’s first.',
    },
    graphics: {
      name: 'Deep networks',
      text: 'AlexNet, a network of eight layers and 60 million parameters trained on two graphics cards, wins the image contest ImageNet by a margin nobody had thought possible. From then on the field goes deep.',
    },
    frameworks: {
      name: 'For everybody',
      text: 'Keras and TensorFlow appear, PyTorch follows a year later: a network is now a few lines of code, and gradients come by themselves.',
    },
    everyday: {
      name: 'In everyday life',
      text: 'Programs that write, draw and talk reach hundreds of millions of people. At their end stands a softmax over words, as in this lecture over digits; in front of it, hundreds of layers.',
    },
  } as Record<string, { name: string; text: string }>,
  frameworks: {
    title: 'The libraries',
    asOf: (year: string) =>
      `As of ${year}. The code tabs of these pages write every model for Keras, for PyTorch, and for our own engine.`,
    name: 'library',
    since: 'since',
    origin: 'from',
    licence: 'licence',
    state: 'today',
    alive: 'in use',
    until: (year: string) => `until ${year}`,
  },
};

export type TimelineMessages = typeof timelineEnglish;
