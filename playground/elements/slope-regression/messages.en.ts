// English sentences of `<slope-regression>`.

export const regressionEnglish = {
  title: 'A network learns the price of houses',
  presets: {
    ames: {
      name: 'Ames, three layers',
      about: '13-32-64-32-1 with Adam: off by about 21,000 dollars, where a straight rule is off by 25,000.',
    },
    'ames-rmsprop': { name: 'Ames, two layers', about: '13-64-64-1 with RMSprop.' },
    boston: {
      name: 'Boston, the original',
      about: 'The lecture’s own table from 1970: 506 districts, prices capped at 50,000 dollars.',
    },
    'boston-rmsprop': { name: 'Boston, two layers', about: 'The lecture’s second notebook: 64-64-1 with RMSprop.' },
    'one-neuron': {
      name: 'One neuron',
      about: 'No hidden layer: gradient descent arrives at the straight rule, and cannot do better.',
    },
    raw: { name: 'Not normalised', about: 'Fails on purpose: columns as they are, years beside square feet.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    data: { label: 'Table', options: { ames: 'Ames', boston: 'Boston' } },
    normalisation: { label: 'Normalise the columns', options: { on: 'yes', off: 'no' } },
    layers: { label: 'Hidden layers', hint: 'Neurons per layer, with commas; empty for none.' },
    optimizer: { label: 'Optimizer', options: { adam: 'Adam', rmsprop: 'RMSprop', sgd: 'SGD' } },
    learningRate: { label: 'Learning rate', hint: 'May change while it trains.' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  errors: {
    layers: 'Write up to four whole numbers from 1 to 256 with commas, for example 64,64.',
    number: (text: string, min: string, max: string) =>
      `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
    loading: (message: string) => `The table could not be loaded: ${message}`,
  },
  announce: (epoch: string, epochs: string, error: string) =>
    `Epoch ${epoch} of ${epochs}: off by ${error} on average.`,
  step: { batch: '1 batch', epoch: '1 epoch' },
  thousands: (value: string) => `${value} k$`,
  data: {
    title: 'Retrieve the data',
    about: {
      ames: 'Houses sold in Ames, Iowa, from 2006 to 2010: 13 numbers each, and the price in thousands of dollars.',
      boston: 'Districts of Boston in 1970: 12 numbers each, and the median price in thousands of dollars.',
    },
    note: 'Why not by default: the study behind this table includes a column made from the share of Black residents, on the idea that segregation raises prices. The column is left out here, and most libraries have withdrawn the table.',
    counts: (train: string, test: string) => `${train} houses to learn from, ${test} kept for the test`,
  },
  prepare: {
    title: 'Prepare the data',
    before: 'as they are',
    after: 'normalised',
    show: 'Show the columns',
    column: 'Column',
    mean: 'mean',
    std: 'std',
    min: 'min',
    max: 'max',
    note: 'Each column minus its mean, divided by its standard deviation, both measured on the training houses only.',
    off: 'Normalisation is off: the network gets the columns as they are.',
  },
  build: {
    title: 'Build the model',
    layer: 'Layer',
    shape: 'Output shape',
    parameters: 'Parameters',
    input: 'one house',
    hidden: 'dense, ReLU',
    output: 'dense, linear',
    total: 'Total',
  },
  train: {
    title: 'Train the model',
    mae: 'Mean absolute error (k$)',
    mse: 'Loss: mean squared error',
    note: 'Validation is measured on the test houses, as in the lecture.',
  },
  evaluate: {
    title: 'Evaluate',
    rules: 'How far off, on average, for a house it has not seen',
    mean: 'always the mean price',
    linear: 'straight rule (linear regression)',
    now: 'the network now',
    best: (epoch: string) => `its best epoch (${epoch})`,
    restore: 'Restore the best weights',
    restored: 'The weights of the best epoch are back.',
    scatter: 'Predicted against real price (test houses)',
    scatterAlt: (error: string) =>
      `Each point is a test house; on the diagonal it would be priced exactly. Mean distance ${error}.`,
    real: 'real price (k$)',
    predicted: 'predicted (k$)',
    readout: (real: string, predicted: string) => `real ${real}, predicted ${predicted}`,
    diagonal: 'exact',
  },
  predict: {
    title: 'Price one house',
    house: (index: string) => `Test house ${index}`,
    next: 'Another house',
    restore: 'As it was',
    says: 'The network says',
    really: 'It was sold for',
    changed: 'Now it is a house that nobody sold: only the network knows a price.',
    untrained: 'The weights are still random.',
    bad: (text: string) => `“${text}” is no number.`,
  },
};

export type RegressionMessages = typeof regressionEnglish;
