// The workloads of the comparison: shapes, data and initial weights, the same for every library.

/** Reproducible numbers in [0, 1): mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface MatmulSpec {
  /** Rows of the product, columns, and the length that is summed over. */
  readonly m: number;
  readonly n: number;
  readonly k: number;
  /** A is stored [k, m]. */
  readonly transposeA?: boolean;
  /** B is stored [n, k]. */
  readonly transposeB?: boolean;
}

export type Activation = 'linear' | 'relu' | 'tanh' | 'sigmoid' | 'softmax';

export interface TrainingSpec {
  readonly inputWidth: number;
  readonly layers: readonly { readonly units: number; readonly activation: Activation }[];
  readonly loss: 'meanSquaredError' | 'binaryCrossentropy' | 'sparseCategoricalCrossentropy';
  readonly optimizer: 'sgd' | 'adam' | 'rmsprop';
  readonly learningRate: number;
  readonly batchSize: number;
  /** A whole number of batches; every library takes them in order. */
  readonly examples: number;
  readonly meanAbsoluteError?: boolean;
}

export type Workload =
  | { readonly kind: 'matmul'; readonly spec: MatmulSpec }
  | { readonly kind: 'train'; readonly spec: TrainingSpec; readonly lossEvery: number }
  | { readonly kind: 'softmax'; readonly rows: number; readonly width: number }
  | { readonly kind: 'sum'; readonly length: number };

export interface NamedWorkload {
  /** W1 to W6. */
  readonly group: string;
  readonly variant: string;
  readonly unit: string;
  readonly workload: Workload;
}

const product = (variant: string, spec: MatmulSpec): NamedWorkload => ({
  group: 'W1',
  variant,
  unit: 'GFLOP/s',
  workload: { kind: 'matmul', spec },
});

const training = (group: string, variant: string, spec: TrainingSpec, lossEvery = 0): NamedWorkload => ({
  group,
  variant,
  unit: 'steps/s',
  workload: { kind: 'train', spec, lossEvery },
});

const line: TrainingSpec = {
  inputWidth: 1,
  layers: [{ units: 1, activation: 'linear' }],
  loss: 'meanSquaredError',
  optimizer: 'sgd',
  learningRate: 0.1,
  batchSize: 200,
  examples: 200,
};

const playground: TrainingSpec = {
  inputWidth: 2,
  layers: [
    { units: 8, activation: 'tanh' },
    { units: 8, activation: 'tanh' },
    { units: 1, activation: 'sigmoid' },
  ],
  loss: 'binaryCrossentropy',
  optimizer: 'sgd',
  learningRate: 0.03,
  batchSize: 32,
  examples: 256,
};

const digits = (batchSize: number): TrainingSpec => ({
  inputWidth: 784,
  layers: [
    { units: 100, activation: 'relu' },
    { units: 100, activation: 'relu' },
    { units: 10, activation: 'softmax' },
  ],
  loss: 'sparseCategoricalCrossentropy',
  optimizer: 'adam',
  learningRate: 0.001,
  batchSize,
  examples: 2048,
});

const houses: TrainingSpec = {
  inputWidth: 13,
  layers: [
    { units: 64, activation: 'relu' },
    { units: 64, activation: 'relu' },
    { units: 1, activation: 'linear' },
  ],
  loss: 'meanSquaredError',
  optimizer: 'rmsprop',
  learningRate: 0.001,
  batchSize: 10,
  examples: 400,
  meanAbsoluteError: true,
};

/** In the order in which they are shown. */
export const workloads: readonly NamedWorkload[] = [
  product('256', { m: 256, n: 256, k: 256 }),
  product('512', { m: 512, n: 512, k: 512 }),
  product('1024', { m: 1024, n: 1024, k: 1024 }),
  product('forward 512×784×100', { m: 512, n: 100, k: 784 }),
  product('backward Aᵀ·B 784×512×100', { m: 784, n: 100, k: 512, transposeA: true }),
  product('backward A·Bᵀ 512×100×784', { m: 512, n: 784, k: 100, transposeB: true }),
  product('forward 64×784×128', { m: 64, n: 128, k: 784 }),
  training('W2', 'loss read once', line),
  training('W2', 'loss read every step', line, 1),
  training('W3', 'loss read every 50', playground, 50),
  training('W4', 'batch 64', digits(64)),
  training('W4', 'batch 512', digits(512)),
  training('W4', 'batch 2048', digits(2048)),
  training('W5', 'MSE and MAE', houses, 40),
  { group: 'W6', variant: 'softmax 4096×1000', unit: 'GB/s', workload: { kind: 'softmax', rows: 4096, width: 1000 } },
  { group: 'W6', variant: 'sum of 16M', unit: 'GB/s', workload: { kind: 'sum', length: 2 ** 24 } },
];

export interface TrainingData {
  /** [examples, inputWidth] */
  readonly inputs: Float32Array<ArrayBuffer>;
  /** [examples]: a value, 0 or 1, or a class. */
  readonly targets: Float32Array<ArrayBuffer>;
  /** Per layer: weights [inputs, units], biases [units]. */
  readonly weights: readonly { readonly kernel: Float32Array<ArrayBuffer>; readonly bias: Float32Array<ArrayBuffer> }[];
}

/** Data that can be learnt, and Glorot uniform weights. Digits are multiples of 1/15, as packed in 4 bits. */
export function trainingData(spec: TrainingSpec): TrainingData {
  const random = randomNumbers(17);
  const { examples, inputWidth, loss } = spec;
  const inputs = new Float32Array(examples * inputWidth);
  const targets = new Float32Array(examples);
  for (let row = 0; row < examples; row++) {
    const values = inputs.subarray(row * inputWidth, (row + 1) * inputWidth);
    if (loss === 'sparseCategoricalCrossentropy') {
      const label = Math.floor(random() * 10);
      targets[row] = label;
      for (let i = 0; i < inputWidth; i++) {
        const ink = (i * 7 + label * 31) % 11 === 0 ? 12 : 0;
        values[i] = random() < 0.5 ? 0 : Math.min(15, Math.floor(random() * 4) + ink) / 15;
      }
    } else {
      for (let i = 0; i < inputWidth; i++) values[i] = 2 * random() - 1;
      const [first = 0, second = 0] = values;
      targets[row] =
        loss === 'binaryCrossentropy' ? Number(first * second > 0) : 3 * first + 1 + second + 0.1 * (random() - 0.5);
    }
  }
  let width = inputWidth;
  const weights = spec.layers.map(({ units }) => {
    const limit = Math.sqrt(6 / (width + units));
    const kernel = Float32Array.from({ length: width * units }, () => (2 * random() - 1) * limit);
    width = units;
    return { kernel, bias: new Float32Array(units) };
  });
  return { inputs, targets, weights };
}

/** Values in [−1, 1): never all of one sign, never round. */
export function randomMatrix(length: number, seed: number): Float32Array<ArrayBuffer> {
  const random = randomNumbers(seed);
  return Float32Array.from({ length }, () => 2 * random() - 1);
}
