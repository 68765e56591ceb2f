// The lecture's experiments as data: what is learned, by which model, how, with which seeds, and which numbers come out.
// Sources: the parameters are those of the lecture's notebooks; where a note says "reproduced", the number is the mean over seeds
// of a NumPy run of the same experiment, as the notebooks fix no seed and print one draw.

import type { Activation, Loss, Metric } from '../../engine/index.ts';

/** A layer as data; defaults are those of the engine's function of that name. */
export type LayerPreset =
  | { readonly layer: 'dense'; readonly units: number; readonly activation: Activation }
  | {
      readonly layer: 'conv2d';
      readonly filters: number;
      readonly kernelSize: number;
      readonly padding: 'valid' | 'same';
      readonly activation: Activation;
    }
  | { readonly layer: 'maxPooling2d' }
  | { readonly layer: 'dropout'; readonly rate: number }
  | { readonly layer: 'flatten' };

export interface TrainingPreset {
  readonly layers: readonly LayerPreset[];
  /** Where a single neuron starts; networks start at Glorot's random weights (default). */
  readonly start?: 'zeros';
  readonly optimizer: {
    readonly name: 'sgd' | 'adam' | 'rmsprop';
    readonly learningRate: number;
    readonly momentum?: number;
    /** Lets the learning rate fall along a cosine, to nothing at the last step; default constant. */
    readonly schedule?: 'cosine';
  };
  readonly loss: Loss;
  readonly metrics: readonly Metric[];
  readonly epochs: number;
  /** `all`: full batch, one step per epoch, in the order of the data. */
  readonly batchSize: number | 'all';
}

const dense = (units: number, activation: Activation): LayerPreset => ({ layer: 'dense', units, activation });
const relu = (units: number) => dense(units, 'relu');
const line: readonly LayerPreset[] = [dense(1, 'linear')];

/** A line by full-batch gradient descent on the mean squared error. */
const descent = (learningRate: number, epochs: number): TrainingPreset => ({
  layers: line,
  optimizer: { name: 'sgd', learningRate },
  loss: 'meanSquaredError',
  metrics: [],
  epochs,
  batchSize: 'all',
});

/** The slide's table: `#i`, loss, the gradient's two, theta's two, as printed. */
const slideTable = [
  ['0', '+12.481', '-6.777', '-1.732', '-3.388', '+0.000'],
  ['20', '+4.653', '-4.066', '-1.039', '-2.033', '+0.346'],
  ['40', '+1.835', '-2.440', '-0.624', '-1.220', '+0.554'],
  ['60', '+0.821', '-1.464', '-0.374', '-0.732', '+0.679'],
  ['80', '+0.455', '-0.878', '-0.224', '-0.439', '+0.754'],
  ['100', '+0.324', '-0.527', '-0.135', '-0.263', '+0.799'],
  ['120', '+0.277', '-0.316', '-0.081', '-0.158', '+0.826'],
  ['140', '+0.260', '-0.190', '-0.048', '-0.095', '+0.842'],
  ['160', '+0.253', '-0.114', '-0.029', '-0.057', '+0.851'],
  ['180', '+0.251', '-0.068', '-0.017', '-0.034', '+0.857'],
  ['200', '+0.250', '-0.041', '-0.010', '-0.020', '+0.861'],
] as const;

/**
 * GRAD1 as the slide shows it. The notebook of that week updated only when it printed, so that its 200 iterations are 10
 * updates with learning rate 0.2: one per row.
 */
export const gradientDescentTable = {
  data: { generator: 'gradientCloud', count: 200 },
  /** The notebook's start: intercept min(y), slope 0. */
  start: 'minimum of y',
  training: descent(0.2, 11),
  columns: ['loss', 'gradient 0', 'gradient 1', 'theta 0', 'theta 1'],
  rows: slideTable,
} as const;

/** GRAD1: a random line with random noise, both axes standardised, so that the least loss is 1 − r². */
export const gradientDescent = {
  data: { generator: 'standardizedLine', count: 1000 },
  seeds: 5,
  /** Learning rates of today's notebook and of that of February 2020; `excess`: the loss above 1 − r² at the end. */
  trainings: [
    // (1 − 2η)^200 = 1.8 % of the way is left, and of the loss its square.
    { training: descent(0.01, 200), excess: { value: 0, tolerance: 0.006 } },
    { training: descent(0.2, 200), excess: { value: 0, tolerance: 1e-5 } },
  ],
} as const;

/**
 * GRAD1b: the same line by mini-batches of 10, ten rounds of 20 updates. The notebook ignores its η: it takes 1 / (150·round + 100) times
 * a gradient that it does not divide by the 10 rows, which is 0.1 / (1 + 1.5·round) times the mean gradient, as here.
 * It is down in the first round; then its losses, each of 10 rows, jitter from 0.2 to 0.5 about 0.33 = 1 − r²: by √(2/10), as means of
 * ten squares of a normal noise do.
 */
export const miniBatchDescent = {
  data: gradientDescent.data,
  seeds: 5,
  training: { ...descent(0.1, 2), batchSize: 10 },
  rounds: 10,
  updatesPerRound: 20,
  /** Of the rounds from 0 on. */
  learningRate: (round: number): number => 0.1 / (1 + 1.5 * round),
  expected: {
    // 0.8²⁰ of the way is left, which is 0.002 of loss; and the noise of 10 rows keeps it some 2 % of 1 − r² above the least.
    firstRound: { value: 0, tolerance: 0.03 },
    jitterMean: { value: 1, tolerance: 0.1 },
    jitterDeviation: { value: Math.sqrt(2 / 10), tolerance: 0.1 },
  },
} as const satisfies { training: TrainingPreset } & Record<string, unknown>;

/** LINR1: 100 observations of intercept 4 and slope 2, by the normal equation. (The notebook calls them a = 4 and b = 2.) */
export const linearRegression = {
  data: { count: 100, intercept: 4, slope: 2, noise: 7 },
  seeds: 5,
  expected: { away: { value: 0, tolerance: 1e-4 } },
} as const;

/**
 * POLR1: a polynomial of degree 6 with much noise, 100 points to train on and 1000 fresh ones. Expected: medians reproduced over 200
 * draws. Medians of 200 draws still vary by a tenth (0.42 to 0.49 for degree 6 on the training points), hence 1000.
 */
export const polynomialRegression = {
  data: { degree: 6, noise: 2000, trainCount: 100, freshCount: 1000 },
  seeds: 1000,
  /** Draws whose coefficients are compared with those in double precision. */
  precisionSeeds: 20,
  degrees: [
    { degree: 1, train: 0.98, validation: 0.98 },
    { degree: 2, train: 0.61, validation: 0.64 },
    { degree: 4, train: 0.461, validation: 0.483 },
    { degree: 6, train: 0.445, validation: 0.483 },
    { degree: 8, train: 0.44, validation: 0.5 },
    { degree: 12, train: 0.428, validation: 0.538 },
    { degree: 16, train: 0.42, validation: 0.636 },
    { degree: 20, train: 0.411, validation: 0.81 },
    { degree: 24, train: 0.404, validation: 1.31 },
  ],
  expected: { tolerance: 0.1, away: { value: 0, tolerance: 1e-3 } },
} as const;

/**
 * LOGR1: 1000 students, 800 to train on. Linear features, then with squares and cubes. The notebook's solver is SAGA with hardly any
 * penalty. Full-batch gradient descent gets there as well, with momentum where the cubes make the valley long: without it, seeds
 * 1 to 20 stand at 0.933 after 2000 steps; the minimum, by Newton's method, is 0.941 (0.944 over 160 seeds).
 * Expected: reproduced, 20 seeds. (What the notebook prints as "accuracy" is the precision.)
 */
export const logisticRegression = {
  data: { generator: 'students', count: 1000, trainCount: 800 },
  seeds: 20,
  models: [
    {
      name: 'linear',
      powers: [1],
      training: logistic({ name: 'sgd', learningRate: 0.5 }, 500),
      expected: {
        accuracy: { value: 0.895, tolerance: 0.01 },
        precision: { value: 0.912, tolerance: 0.015 },
        recall: { value: 0.925, tolerance: 0.015 },
      },
    },
    {
      name: 'with x², x³',
      powers: [1, 2, 3],
      training: logistic({ name: 'sgd', learningRate: 0.1, momentum: 0.9 }, 1000),
      expected: {
        accuracy: { value: 0.945, tolerance: 0.01 },
        precision: { value: 0.956, tolerance: 0.015 },
        recall: { value: 0.958, tolerance: 0.015 },
      },
    },
  ],
} as const;

function logistic(optimizer: TrainingPreset['optimizer'], epochs: number): TrainingPreset {
  return {
    layers: [dense(1, 'sigmoid')],
    start: 'zeros',
    optimizer,
    loss: 'binaryCrossentropy',
    metrics: ['accuracy'],
    epochs,
    batchSize: 'all',
  };
}

/**
 * PER57: Rosenblatt's perceptron on petal length and width of Iris; 120 flowers to train on, 30 to test. Expected: reproduced, 50
 * splits.
 */
export const perceptron = {
  data: { table: 'iris', inputs: ['petal_length', 'petal_width'], trainFraction: 0.8 },
  seeds: 50,
  training: {
    layers: line,
    start: 'zeros',
    optimizer: { name: 'sgd', learningRate: 1 },
    loss: 'perceptron',
    metrics: ['accuracy'],
    epochs: 10,
    batchSize: 1,
  },
  questions: [
    {
      species: 'setosa',
      expected: {
        // A mean of 30 flowers in f32 may stand 5e-8 beside 1.
        meanAccuracy: { value: 1, tolerance: 1e-6 },
        worstAccuracy: { value: 1, tolerance: 1e-6 },
        epochs: { value: 10, relation: 'at most' },
      },
    },
    {
      species: 'virginica',
      // The notebook's code reaches 0.84 in the mean, 0.50 at worst: no line parts these two.
      expected: { meanAccuracy: { value: 0.95, relation: 'at most' }, worstAccuracy: null, epochs: null },
    },
  ],
} as const satisfies { training: TrainingPreset } & Record<string, unknown>;

const housing = (layers: readonly LayerPreset[], name: 'adam' | 'rmsprop', epochs: number): TrainingPreset => ({
  layers: [...layers, ...line],
  optimizer: { name, learningRate: 0.001 },
  loss: 'meanSquaredError',
  metrics: ['meanAbsoluteError'],
  epochs,
  batchSize: 10,
});

/**
 * BHPD1 and BHPD2: house prices from 13 numbers. 70 % to train on; standardised by them; prices stay raw. Errors in k$.
 * What a split is worth varies more than what the network does with it: over 500 splits of Boston, least squares has a mean error of
 * 3.41 ± 0.22 (NumPy), over the first 20 the networks 2.46 ± 0.24 and 2.45 ± 0.24. The five splits of the reproduction were
 * easier than most (least squares 3.26), so Boston, which trains in a second, takes 20.
 */
export const housePrices = {
  trainFraction: 0.7,
  boston: { table: 'boston', target: 'MEDV', seeds: 20, leastSeeds: 1 },
  // The number to come near is a mean over five splits; one split alone stands up to 2.6 k$ beside it, so fewer are never judged.
  ames: { table: 'ames', target: 'Sale_Price', seeds: 5, leastSeeds: 5 },
  bhpd1: {
    training: housing([relu(32), relu(64), relu(32)], 'adam', 60),
    parameterCount: 4673,
    // The notebooks of 2020 and 2021 print 2.04 and 2.39; reproduced: 2.34 ± 0.18.
    boston: { value: 2.34, tolerance: 0.18 },
    ames: { value: 21.1, tolerance: 1 },
  },
  bhpd2: {
    training: housing([relu(64), relu(64)], 'rmsprop', 100),
    parameterCount: 5121,
    // The notebook of 2021 prints 2.37, and 2.29 for the best model; reproduced: 2.42 ± 0.21.
    boston: { value: 2.42, tolerance: 0.21 },
    ames: { value: 21.1, tolerance: 1 },
  },
  /** Full-batch gradient descent on the standardised columns, to the least squares. */
  linear: {
    training: { ...descent(0.1, 1000), metrics: ['meanAbsoluteError'] as const },
    boston: { value: 3.41, tolerance: 0.22 },
    ames: { value: 25.2, tolerance: 1 },
  },
  mean: {
    boston: { value: 6.65, tolerance: 0.3 },
    ames: { value: 58.3, tolerance: 1.5 },
  },
} as const;

const classifier = (batchSize: number, epochs: number): TrainingPreset => ({
  layers: [relu(100), relu(100), dense(10, 'softmax')],
  optimizer: { name: 'adam', learningRate: 0.001 },
  loss: 'sparseCategoricalCrossentropy',
  metrics: ['accuracy'],
  epochs,
  batchSize,
});

/** MNIST1: the lecture's network on all 60,000 digits. It prints 0.9767, 0.9772 and 0.9778 in its three vintages. */
export const mnist1 = {
  training: classifier(512, 16),
  seeds: 1,
  expected: {
    trainingImages: { value: 60_000, relation: 'equal' },
    testImages: { value: 10_000, relation: 'equal' },
    parameterCount: { value: 89_610, relation: 'equal' },
    differing: { value: 0, relation: 'equal' },
    firstEpoch: { value: 0.92, tolerance: 0.02 },
    accuracy: { value: 0.977, tolerance: 0.007, relation: 'at least' },
    cpuAgainstWebGpu: 0.005,
  },
} as const;

const convolution = (filters: number): readonly LayerPreset[] => [
  { layer: 'conv2d', filters, kernelSize: 3, padding: 'same', activation: 'relu' },
  { layer: 'maxPooling2d' },
  { layer: 'dropout', rate: 0.2 },
];

/** MNIST2, the next lecture's network, on the same digits as images 28×28×1. The notebooks print 0.9868 and 0.9876. */
export const mnist2 = {
  imageShape: [28, 28, 1],
  training: {
    ...classifier(512, 16),
    layers: [
      ...convolution(8),
      ...convolution(16),
      { layer: 'flatten' },
      relu(100),
      { layer: 'dropout', rate: 0.5 },
      dense(10, 'softmax'),
    ],
  },
  expected: {
    parameterCount: { value: 80_758, relation: 'equal' },
    accuracy: { value: 0.98, relation: 'at least' },
  },
} as const satisfies { training: TrainingPreset } & Record<string, unknown>;

/**
 * The 8×8 digits: the instant alternative to MNIST, the last 360 to test. NumPy reaches 0.982 on them (5 seeds, 0.978 to 0.986; on
 * random splits 0.977), and swings by 0.005 from epoch to epoch: a mean over seeds.
 */
export const digits = {
  training: classifier(32, 30),
  seeds: 3,
  expected: { accuracy: { value: 0.98, relation: 'at least' } },
} as const;

/**
 * Fashion-MNIST, 20,000 pictures to train on; with all 60,000 the lecture's run was measured at 0.871 to 0.881. On these 20,000 its
 * batch of 512 takes too few steps in 16 epochs: 0.859 (NumPy, 3 seeds). A batch of 128 reaches 0.868, but swings by 0.005 from
 * epoch to epoch; with a learning rate that falls to nothing it comes to rest at 0.870.
 */
const small = classifier(128, 16);
export const fashion = {
  training: { ...small, optimizer: { ...small.optimizer, schedule: 'cosine' as const } },
  seeds: 1,
  expected: { accuracy: { value: 0.86, relation: 'at least' } },
} as const;
