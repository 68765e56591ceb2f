// English sentences of `<slope-batches>`.

export const batchesEnglish = {
  title: 'Samples, batches, updates and epochs',
  presets: {
    small: { name: 'Batches of 32', about: '45 updates per epoch: it has learned most of the digits in four epochs.' },
    one: {
      name: 'One by one',
      about: 'An update after every single image: 1,437 of them in one epoch, each a little rash.',
    },
    large: {
      name: 'Batches of 512',
      about:
        'Fails on purpose: the lecture’s batch size on so few images makes 3 updates per epoch, and too few in all.',
    },
    all: { name: 'All at once', about: 'One update per epoch: plain gradient descent. It needs many epochs.' },
    'large-and-faster': {
      name: 'Large, with longer steps',
      about: 'Batches of 512 with a learning rate ten times as large: calmer gradients allow longer steps.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    learningRate: { label: 'Learning rate' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  seedError: (text: string) => `“${text}” cannot be used. Write a whole number.`,
  step: { batch: '1 batch', epoch: '1 epoch' },
  training: 'Training',
  wall: 'The training images',
  wallText: (count: string, used: string, lit: string) =>
    `${count} small pictures of digits; ${used} of them have been used in this epoch, ${lit} are in the batch of the moment.`,
  keys: { waiting: 'still to come', used: 'used in this epoch', lit: 'in this batch' },
  loading: 'Loading 1,437 pictures of digits …',
  failed: (message: string) => `The pictures could not be loaded: ${message}`,
  sums: 'What the batch size decides',
  columns: {
    set: 'Training set',
    images: 'Images',
    perEpoch: 'Updates per epoch',
    last: 'In the last batch',
    all: 'Updates in all',
  },
  sets: { here: 'these digits', mnist: 'all of MNIST' },
  curve: 'Loss after so many images',
  curveX: 'images used',
  curveY: 'loss on the validation images',
  curveSummary: (list: string) =>
    list ? `The loss on validation images over the images used. ${list}` : 'No run yet.',
  curveRun: (batch: string, loss: string) => `Batches of ${batch}: ${loss}.`,
  runs: 'Your runs',
  runColumns: {
    batch: 'Batch',
    rate: 'Learning rate',
    updates: 'Updates',
    accuracy: 'Right (validation)',
    seconds: 'Time',
  },
  noRuns: 'Each run that finishes leaves a line here: try other batch sizes and compare.',
  label: (batch: string) => `${batch}`,
  readout: (images: string, loss: string) => `after ${images} images: ${loss}`,
};

export type BatchesMessages = typeof batchesEnglish;
