// English sentences of `<slope-mnist>`.

import type { DatasetErrorDetails, DatasetErrorKind } from '../../../datasets/errors.ts';
import type { NumberFormats } from '../../formats/numbers.ts';
import type { ImageSet } from './definition.ts';
import type { LayersProblem } from './layers.ts';

export const mnistEnglish = {
  title: 'A network learns to read handwritten digits',
  presets: {
    lecture: {
      name: 'Lecture',
      about: '784-100-100-10, ReLU, Adam: about 9,770 of the 10,000 test digits right after 16 epochs.',
    },
    quick: {
      name: 'Quick',
      about: 'Only 10,000 images to learn from: done in a sixth of the time, about 95% right.',
    },
    small: {
      name: 'Small digits',
      about: '1,797 digits of 8 by 8 pixels: loaded and learned in seconds, about 98% right.',
    },
    fashion: {
      name: 'Clothes',
      about:
        'Fashion-MNIST, ten kinds of clothes in the same format: the same network gets about 87% right. Shirts are hard.',
    },
    cnn: {
      name: 'Convolutions',
      about:
        'The next lecture: small windows slide over the image. With 10,000 images about 97% right; much more to compute.',
    },
    'no-hidden-layer': {
      name: 'No hidden layer',
      about: 'Ten neurons looking straight at the pixels: it stops at about 92.5%.',
    },
    diverges: {
      name: 'Fails on purpose',
      about: 'A learning rate of 100: watch the loss blow up, then go back.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    data: {
      label: 'Images',
      options: { mnist: 'MNIST', fashion: 'clothes', digits: '8 × 8 digits' },
    },
    images: { label: 'Training images' },
    network: {
      label: 'Network',
      options: { dense: 'layers of neurons', cnn: 'convolutions' },
    },
    layers: {
      label: 'Hidden layers',
      hint: 'Neurons per layer, with commas; empty for none.',
    },
    activation: {
      label: 'Activation',
      options: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoid', linear: 'none (linear)' },
    },
    optimizer: { label: 'Optimizer', options: { adam: 'Adam', sgd: 'SGD' } },
    learningRate: { label: 'Learning rate', hint: 'May change while it trains.' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  fieldErrors: {
    layers: (problem: LayersProblem, used: string) => {
      const kept = used === '' ? 'The network keeps no hidden layer.' : `The network keeps ${used}.`;
      switch (problem.kind) {
        case 'not-a-count':
          return `“${problem.text}” is not a number of neurons. Write whole numbers with commas, for example 100,100. ${kept}`;
        case 'too-large':
          return `${problem.text} neurons are too many for one layer here; up to 2,048 work. ${kept}`;
        default:
          return `At most six hidden layers fit here. ${kept}`;
      }
    },
    number: (text: string, min: string, max: string) =>
      `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  },
  steps: {
    init: 'Import and init',
    retrieve: 'Retrieve the data',
    prepare: 'Prepare the data',
    build: 'Build the model',
    train: 'Train the model',
    evaluate: 'Evaluate',
    draw: 'Your own digit',
    sizes: 'How much data does it need?',
  },
  step: { batch: '1 batch', epoch: '1 epoch' },
  init: {
    backend: 'Backend',
    adapter: 'Adapter',
    seedHint: 'Same seed, same initial weights and batches.',
  },
  retrieve: {
    about: {
      mnist: 'MNIST: scans of digits written by several hundred people, 28 by 28 pixels each.',
      fashion:
        'Fashion-MNIST: 30,000 photographs of clothes from a shop, made to look like MNIST: 28 by 28 pixels, ten kinds.',
      digits: 'Digits of 43 people in 8 by 8 pixels, made in 1998: a whole data set in 46 kilobytes.',
    } as Record<ImageSet, string>,
    progressLabel: 'Download of the images',
    bytes: (loaded: string, total: string) => `${loaded} of ${total}`,
    images: (loaded: string, total: string) => `${loaded} of ${total} images`,
    done: (bytes: string) => `${bytes} loaded and checked`,
    training: 'training',
    test: 'test',
    images10k: 'images',
    labels: 'labels',
    shape: 'shape',
    waiting: (loaded: string) => `Training starts when all images are here. ${loaded} have arrived.`,
    startNow: (count: string) => `Train on ${count} now`,
    trainedOnPart: (used: string, total: string) =>
      `This network learns from the first ${used} images only; all ${total} are here now.`,
    startOver: 'Start over with all',
  },
  prepare: {
    wall: 'The first 36 training images with their labels',
    wallText: (labels: string) => `36 training images, labelled ${labels}.`,
    histogram: 'How often each grey level occurs',
    histogramText:
      'Bar chart on a logarithmic scale: four fifths of all pixels are 0, white paper; the rest spreads over the grey levels up to 255, with a second peak at full ink.',
    before: 'as scanned',
    after: (range: string) => `divided by ${range}`,
    count: 'pixels (log scale)',
    min: 'min',
    max: 'max',
    mean: 'mean',
    std: 'std. dev.',
    note: 'The picture does not change, only its ruler does: weights start near zero, and inputs of that size suit them.',
  },
  build: {
    layer: 'Layer',
    shape: 'Output shape',
    parameters: 'Parameters',
    total: 'Total',
    input: 'image, flattened',
    hidden: (activation: string) => `dense, ${activation}`,
    output: 'dense, softmax',
    caption: 'The network, layer by layer',
    kinds: {
      Conv2D: 'convolution 3 × 3, ReLU',
      MaxPooling2D: 'max pooling 2 × 2',
      Dropout: 'dropout',
      Flatten: 'flatten',
      Dense: 'dense',
    } as Record<string, string>,
    why: (inputs: string, outputs: string, count: string) =>
      `${inputs} × ${outputs} weights + ${outputs} biases = ${count}`,
  },
  train: {
    loss: 'Loss (cross-entropy)',
    accuracy: 'Accuracy',
    validated: (accuracy: string) => `validation accuracy ${accuracy}`,
    table: 'Values per epoch',
    validation: 'Validation is measured on the test images, as in the lecture.',
    epoch: 'epoch',
    lossShort: 'loss',
    accuracyShort: 'accuracy',
    valLoss: 'val. loss',
    valAccuracy: 'val. accuracy',
    seconds: 'seconds',
  },
  evaluate: {
    before: 'As soon as they are here, the network reads all test images; it never learns from them.',
    verdict: (wrong: string, total: string, accuracy: string) => ({
      wrong: `${wrong} of ${total} wrong`,
      accuracy: `${accuracy} right`,
    }),
    after: (step: string) => `after ${step} updates`,
    untrained: (wrong: string) => `before training; guessing gets ${wrong} wrong`,
    matrix: 'Confusion matrix',
    matrixCaption: 'Confusion matrix: rows are what was shown, columns what was read.',
    shown: 'shown',
    read: 'read as',
    cell: (truth: string, read: string, count: string, total: string) =>
      `${truth} read as ${read}: ${count} of ${total}`,
    display: 'Cells show',
    counts: 'counts',
    shares: '% of row',
    list: 'Pictures',
    listMistakes: 'mistakes',
    listDoubts: 'doubts',
    doubts: 'Doubts, least sure first',
    doubtsAbout:
      'Right or wrong: the images whose best answer had the smallest probability. Choose one to see between what it wavers.',
    mistakes: 'Mistakes, surest first',
    mistakesOf: (truth: string, read: string) => `${truth} read as ${read}, surest first`,
    allMistakes: 'Show all mistakes',
    noMistakes: 'No mistake of this kind.',
    mistake: (truth: string, read: string, share: string) => `A ${truth}, read as ${read} with ${share} confidence`,
    more: (count: string) => `Show ${count} more`,
    detail: (index: string) => `Test image ${index}`,
    truth: 'shown',
    pick: 'Choose one to see all ten probabilities.',
    templates: 'What the first layer looks for',
    templatesAbout:
      'One square per neuron of the first layer: pixels that excite it are orange, pixels that silence it blue.',
    templatesText: (count: string) => `Weight images of ${count} neurons.`,
  },
  draw: {
    about: 'Write a digit. The network sees it as on the right: cropped, scaled and centred like its training images.',
    canvas: 'Drawing area. Arrow keys move the pen, space lowers and lifts it, Delete clears.',
    keys: 'Keyboard: arrows move the pen, space lowers or lifts it, Delete clears.',
    penDown: 'Pen down',
    penUp: 'Pen up',
    clear: 'Clear',
    undo: 'Undo',
    sample: 'Take a test image',
    seen: 'What the network sees',
    seenText: '28 by 28 pixels',
    empty: 'Nothing drawn yet.',
    answer: (digit: string, share: string) => `It reads ${digit}, ${share} sure.`,
    unsure: (digit: string, share: string, second: string) =>
      `It reads ${digit}, but only ${share} sure; it might be ${second}.`,
    untrained: 'The network is untrained: its answer is a guess.',
    probabilities: 'Probability of each digit',
    truth: (digit: string) => `The test set says ${digit}.`,
  },
  sizes: {
    about:
      'One network per dot, each new and trained for about 470 updates, on more and more images; all are judged by the same test images.',
    measure: 'Measure',
    stop: 'Stop',
    measuring: (images: string) => `Training on ${images} images …`,
    chart: 'Right on test images',
    x: 'training images (log scale)',
    y: 'share of test images read right',
    summary: (list: string) => (list ? `Accuracy against training-set size: ${list}.` : 'Nothing measured yet.'),
    point: (images: string, share: string) => `${images}: ${share}`,
    images: 'Images',
    right: 'Right',
    wrong: 'Wrong of 1,000',
    own: 'your run',
    none: 'Nothing measured yet. A run of your own leaves a dot here, too.',
    failed: (message: string) => `Measuring stopped: ${message}`,
  },
  clothes: {
    names: ['T-shirt', 'trousers', 'pullover', 'dress', 'coat', 'sandal', 'shirt', 'sneaker', 'bag', 'boot'],
    short: ['tee', 'tro', 'pul', 'dre', 'coa', 'san', 'shi', 'sne', 'bag', 'boo'],
  },
  quiz: {
    question: 'Fours or nines?',
    press: 'Press one to see its label.',
    which: (position: number) => `digit ${position} of 9, a 4 or a 9? Press to see its label.`,
    is: (position: number, label: number) => `digit ${position} of 9 is labelled ${label}`,
  },
  data: {
    retry: 'Retry',
    kept: (count: string) => ` The ${count} images that arrived are kept and can be trained on.`,
    error: (kind: DatasetErrorKind, details: DatasetErrorDetails, f: NumberFormats): string => {
      const file = details.file ?? 'mnist';
      switch (kind) {
        case 'offline':
          return `The image file ${file} could not be reached. Check the connection, then press Retry.`;
        case 'missing':
          return `The server has no image file ${file}${details.status ? ` (status ${details.status})` : ''}. Press Retry in a moment; whoever runs the site makes it with “npm run data”.`;
        case 'truncated':
          return `The image file ${file} is incomplete: ${f.bytes(details.receivedBytes ?? 0)}${details.expectedBytes ? ` of ${f.bytes(details.expectedBytes)}` : ''} arrived. Check the connection, then press Retry.`;
        case 'checksum':
          return `The image file ${file} arrived damaged: its checksum is wrong, so it is not used. Press Retry; if it stays so, a proxy or a stale cache may be changing it.`;
        case 'aborted':
          return `Loading stopped at ${file}. Press Retry to go on.`;
        default:
          return `The file ${file} is not in the format that this page reads. Reload the page; whoever runs the site makes it anew with “npm run data”.`;
      }
    },
  },
};

export type MnistMessages = typeof mnistEnglish;
