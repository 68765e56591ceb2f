// The least-squares line of the figure as a program: by the normal equation and by gradient descent.

import type { CodeLanguage } from '../../code/classification.ts';

export interface LinearProgram {
  readonly count: number;
  readonly noise: number;
  readonly seed: number;
  /** Own points as `x,y;x,y`; undefined for generated ones. */
  readonly points: string | undefined;
}

export function linearCode(language: CodeLanguage, program: LinearProgram): string {
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

/** At most this many points stand in a listing. */
const LISTED = 24;

function numpyData({ count, noise, seed, points }: LinearProgram): string {
  if (points === undefined) {
    return `# other random numbers than on this page, but the same law
rng = np.random.default_rng(${seed})
x = rng.uniform(0, 10, ${count})
y = 4 + 2 * x + ${noise} * rng.normal(size=${count})
`;
  }
  const pairs = points.split(';');
  const listed = pairs.slice(0, LISTED).map((pair) => `[${pair.replace(',', ', ')}]`);
  return `x, y = np.array([
    ${listed.join(', ')},${pairs.length > LISTED ? `\n    # … and ${pairs.length - LISTED} more` : ''}
]).T
`;
}

const normalEquation = `X = np.column_stack([np.ones_like(x), x])
theta = np.linalg.inv(X.T @ X) @ X.T @ y  # in practice: np.linalg.lstsq(X, y)
mse = np.mean((X @ theta - y) ** 2)
print(theta, mse, np.sqrt(mse))
`;

function keras(program: LinearProgram): string {
  return `import keras
import numpy as np

${numpyData(program)}
# the normal equation
${normalEquation}
# the same line by gradient descent
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
rate = 2 / np.linalg.eigvalsh(2 * X.T @ X / len(x)).max()
model.compile(optimizer=keras.optimizers.SGD(learning_rate=rate, momentum=0.9), loss="mse")
model.fit(x[:, None], y, batch_size=len(x), epochs=400, verbose=0)
print(model.get_weights())
`;
}

function pytorch(program: LinearProgram): string {
  return `import numpy as np
import torch

${numpyData(program)}
# the normal equation
${normalEquation}
# the same line by gradient descent
A, b = torch.tensor(X), torch.tensor(y)
theta = torch.zeros(2, dtype=torch.float64, requires_grad=True)
rate = 2 / torch.linalg.eigvalsh(2 * A.T @ A / len(b)).max().item()
optimizer = torch.optim.SGD([theta], lr=rate, momentum=0.9)
for i in range(400):
    optimizer.zero_grad()
    loss = ((A @ theta - b) ** 2).mean()
    loss.backward()
    optimizer.step()
print(theta, loss.item())
`;
}

function slope({ count, noise, seed, points }: LinearProgram): string {
  const data =
    points === undefined
      ? `const { x, y } = linear({ seed: ${seed}, count: ${count}, noise: ${noise} });`
      : `const points = '${points.length > 300 ? `${points.slice(0, 297)}…` : points}';
const pairs = points.split(';').map((pair) => pair.split(',').map(Number));
const x = Float64Array.from(pairs, ([x]) => x);
const y = Float64Array.from(pairs, ([, y]) => y);`;
  const imports = points === undefined ? 'linear, seriesDataset' : 'seriesDataset';
  return `import { dense, sequential, sgd } from 'slope';
import { ${imports} } from 'slope/datasets';

${data}

// twice the mean of xᵢ² bounds the curvature of the loss from above
const curvature = 2 * (1 + x.reduce((sum, value) => sum + value * value, 0) / x.length);
const model = sequential([dense(1)], { inputShape: [1] });
const run = model.fit(seriesDataset({ x, y }), {
  epochs: 400,
  batchSize: x.length,
  optimizer: sgd({ learningRate: 2 / curvature, momentum: 0.9 }),
  loss: 'meanSquaredError',
  shuffle: false,
});
await run.finished;
console.log(await model.getWeights(), run.history.steps.at(-1)?.loss);
`;
}
