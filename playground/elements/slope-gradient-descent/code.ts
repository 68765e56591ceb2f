// The walk on screen as a program: same points, same start, same steps.

import type { CodeLanguage } from '../../code/classification.ts';
import type { Data, Method } from './definition.ts';
import type { Theta } from './surface.ts';

export interface DescentProgram {
  readonly data: Data;
  readonly method: Method;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly seed: number;
  readonly start: Theta | undefined;
  /** Updates that the walk makes. */
  readonly updatesInAll: number;
}

export function descentCode(language: CodeLanguage, program: DescentProgram): string {
  switch (language) {
    case 'keras':
      return keras(program);
    case 'pytorch':
      return pytorch(program);
    case 'slope':
      return slope(program);
    default:
      return language satisfies never;
  }
}

/** The points in NumPy. The lecture's cloud needs no random numbers and comes out the same everywhere. */
function numpyData({ data, seed }: DescentProgram): string {
  if (data === 'cloud') {
    return `# 200 points with mean 0, variance 1 and correlation sqrt(3)/2
n = 200
i = np.arange(n)
x = (i + 0.5) / n
x = (x - x.mean()) / x.std()
z = np.array([NormalDist().inv_cdf(((123 * k) % n + 0.5) / n) for k in i])
z[0] = -3.731535771
z -= z.mean()
z -= x * (x * z).mean()
y = np.sqrt(3) / 2 * x + z / z.std() / 2
`;
  }
  return `# a line with noise; NumPy draws another one than this page
n = 200
rng = np.random.default_rng(${seed})
x = rng.uniform(0, 10, n)
y = rng.integers(-30, 30) * x + rng.integers(-10, 10) + rng.integers(10, 50) * rng.normal(size=n)
${data === 'random' ? 'x = (x - x.mean()) / x.std()\n' : ''}y = (y - y.mean()) / y.std()
`;
}

const numpyImports = ({ data }: DescentProgram): string =>
  data === 'cloud' ? 'from statistics import NormalDist\n\nimport numpy as np' : 'import numpy as np';

const startOf = ({ start }: DescentProgram): readonly [string, string] =>
  start ? [String(start[0]), String(start[1])] : ['y.min()', '0.0'];

const batchOf = ({ method, batchSize }: DescentProgram): string => (method === 'mini-batch' ? String(batchSize) : 'n');

/** Epochs that hold these updates. */
const epochsOf = ({ method, batchSize, updatesInAll }: DescentProgram): number =>
  method === 'mini-batch' ? Math.ceil(updatesInAll / Math.ceil(200 / batchSize)) : updatesInAll;

function keras(program: DescentProgram): string {
  const { learningRate, method } = program;
  const [intercept, slopeStart] = startOf(program);
  const optimizers =
    method === 'race'
      ? `[
    keras.optimizers.SGD(learning_rate=${learningRate}),
    keras.optimizers.SGD(learning_rate=${learningRate}, momentum=0.9),
    keras.optimizers.RMSprop(learning_rate=${learningRate}),
    keras.optimizers.Adam(learning_rate=${learningRate}),
]`
      : `[keras.optimizers.SGD(learning_rate=${learningRate})]`;
  return `${numpyImports(program)}
import keras

${numpyData(program)}
for optimizer in ${optimizers}:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.set_weights([[[${slopeStart}]], [${intercept}]])  # slope, intercept
    model.compile(optimizer=optimizer, loss="mse")
    history = model.fit(x[:, None], y, batch_size=${batchOf(program)}, epochs=${epochsOf(program)}, shuffle=${method === 'mini-batch' ? 'True' : 'False'}, verbose=0)
    print(history.history["loss"])
    print(model.get_weights())
`;
}

function pytorch(program: DescentProgram): string {
  const { learningRate, method, updatesInAll } = program;
  const [intercept, slopeStart] = startOf(program);
  const makers =
    method === 'race'
      ? `[
    lambda theta: torch.optim.SGD(theta, lr=${learningRate}),
    lambda theta: torch.optim.SGD(theta, lr=${learningRate}, momentum=0.9),
    lambda theta: torch.optim.RMSprop(theta, lr=${learningRate}, alpha=0.9),
    lambda theta: torch.optim.Adam(theta, lr=${learningRate}),
]`
      : `[lambda theta: torch.optim.SGD(theta, lr=${learningRate})]`;
  const rows =
    method === 'mini-batch'
      ? `        batch = torch.randperm(n)[:${program.batchSize}]
        loss = ((a + b * x[batch] - y[batch]) ** 2).mean()`
      : '        loss = ((a + b * x - y) ** 2).mean()';
  return `${numpyImports(program)}
import torch

${numpyData(program)}
x, y = torch.tensor(x), torch.tensor(y)
for make in ${makers}:
    a = torch.tensor(float(${intercept}), dtype=torch.float64, requires_grad=True)
    b = torch.tensor(float(${slopeStart}), dtype=torch.float64, requires_grad=True)
    optimizer = make([a, b])
    for i in range(${updatesInAll}):
        optimizer.zero_grad()
${rows}
        loss.backward()
        print(f"{i:3d} {loss:+.3f} {a.grad:+.3f} {b.grad:+.3f} {a:+.3f} {b:+.3f}")
        optimizer.step()
`;
}

function slope(program: DescentProgram): string {
  const { data, seed, start, method, batchSize, learningRate, updatesInAll } = program;
  const maker = data === 'cloud' ? 'gradientCloud' : 'standardizedLine';
  const series =
    data === 'cloud'
      ? 'const { x, y } = gradientCloud();'
      : `const { x, y } = standardizedLine({ seed: ${seed}, count: 200 });`;
  const raw =
    data === 'raw' ? '\nx.forEach((value, i) => (x[i] = 5 + value * (10 / Math.sqrt(12)))); // back to 0..10' : '';
  const [intercept, slopeStart] = start ?? ['Math.min(...y)', 0];
  const optimizer =
    method === 'race'
      ? `sgd({ learningRate: ${learningRate} }); // or sgd with momentum: 0.9, rmsprop, adam`
      : `sgd({ learningRate: ${learningRate} });`;
  return `import { dense, sequential, sgd } from 'slope';
import { ${maker}, seriesDataset } from 'slope/datasets';

${series}${raw}

const model = sequential([dense(1)], { inputShape: [1] });
const [kernel, bias] = await model.getWeights();
model.setWeights([
  { ...kernel, data: Float32Array.of(${slopeStart}) },
  { ...bias, data: Float32Array.of(${intercept}) },
]);

const optimizer = ${optimizer}
const run = model.fit(seriesDataset({ x, y }), {
  epochs: ${epochsOf(program)},
  batchSize: ${method === 'mini-batch' ? batchSize : 'x.length'},
  optimizer,
  loss: 'meanSquaredError',
  shuffle: ${method === 'mini-batch'},
  paused: true,
});
for (let i = 0; i < ${updatesInAll}; i++) {
  await run.step();
  const [b, a] = (await model.getWeights()).map(({ data }) => data[0]);
  console.log(i, run.history.steps[i].loss, a, b);
}
`;
}
