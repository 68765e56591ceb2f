// The polynomial of the figure as a program: the same features, the same degree.

import type { CodeLanguage } from '../../code/classification.ts';

export interface PolynomialProgram {
  readonly seed: number;
  readonly count: number;
  readonly noise: number;
  readonly degree: number;
}

export function polynomialCode(language: CodeLanguage, program: PolynomialProgram): string {
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

const numpyData = ({
  seed,
  count,
  noise,
  degree,
}: PolynomialProgram): string => `# other random numbers than on this page, but the same law
rng = np.random.default_rng(${seed})
coefficients = rng.uniform(-2, 2, 7)
x = rng.uniform(-5, 5, ${count} + 500)
y = np.polynomial.polynomial.polyval(x, coefficients) + ${noise} * rng.normal(size=x.shape)
x, y = (x - x.mean()) / x.std(), (y - y.mean()) / y.std()

# Chebyshev polynomials instead of powers: same curves, but numbers that stay apart
u = 2 * (x - x[:${count}].min()) / np.ptp(x[:${count}]) - 1
features = np.polynomial.chebyshev.chebvander(u, ${degree})
train, validation = slice(0, ${count}), slice(${count}, None)
`;

function keras(program: PolynomialProgram): string {
  return `import keras
import numpy as np

${numpyData(program)}
# one neuron without bias is a weighted sum: its best weights come from least squares
model = keras.Sequential([keras.Input((${program.degree + 1},)), keras.layers.Dense(1, use_bias=False)])
weights = np.linalg.lstsq(features[train], y[train])[0]
model.set_weights([weights[:, None]])
model.compile(loss="mse", metrics=[keras.metrics.RootMeanSquaredError()])
print(model.evaluate(features[train], y[train]))
print(model.evaluate(features[validation], y[validation]))
`;
}

function pytorch(program: PolynomialProgram): string {
  return `import numpy as np
import torch

${numpyData(program)}
A, b = torch.tensor(features), torch.tensor(y)
weights = torch.linalg.lstsq(A[train], b[train, None]).solution[:, 0]
for part in (train, validation):
    print(((A[part] @ weights - b[part]) ** 2).mean().sqrt())
`;
}

function slope({ seed, count, noise, degree }: PolynomialProgram): string {
  return `import { adam, dense, sequential } from 'slope';
import { polynomial } from 'slope/datasets';

const { x, y } = polynomial({ seed: ${seed}, count: 4000, noise: ${noise} });
const low = Math.min(...x.subarray(0, ${count}));
const high = Math.max(...x.subarray(0, ${count}));

// T₀(u) … T${degree}(u) of every point, row by row
const features = new Float32Array(x.length * ${degree + 1});
x.forEach((value, i) => {
  const u = (2 * (value - low)) / (high - low) - 1;
  let [before, now] = [u, 1];
  for (let n = 0; n <= ${degree}; n++) {
    features[i * ${degree + 1} + n] = now;
    [before, now] = [now, n === 0 ? u : 2 * u * now - before];
  }
});
const part = (first, end) => ({
  inputs: { shape: [end - first, ${degree + 1}], encoding: 'f32', data: features.slice(first * ${degree + 1}, end * ${degree + 1}), scale: 1, offset: 0 },
  targets: { shape: [end - first, 1], encoding: 'f32', data: Float32Array.from(y.subarray(first, end)), scale: 1, offset: 0 },
});

// the figure solves for the weights; here they are learned
const model = sequential([dense(1, { useBias: false })], { inputShape: [${degree + 1}] });
const run = model.fit(part(0, ${count}), {
  epochs: 5000,
  batchSize: ${count},
  optimizer: adam({ learningRate: 0.01 }),
  loss: 'meanSquaredError',
});
await run.finished;
const validation = await model.evaluate(part(3500, 4000), { loss: 'meanSquaredError' });
console.log(Math.sqrt(validation.loss));
`;
}
