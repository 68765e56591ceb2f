// One hidden layer that follows a drawn curve, as a program.

import type { CodeLanguage } from './classification.ts';

export interface ApproximationProgram {
  /** At thirteen places from -3 to 3. */
  readonly heights: readonly number[];
  readonly activation: 'tanh' | 'relu';
  readonly units: number;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
}

export function approximationCode(language: CodeLanguage, program: ApproximationProgram): string {
  const { activation, units, learningRate, batchSize, epochs, seed } = program;
  const heights = program.heights.join(', ');
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np
from scipy.interpolate import CubicHermiteSpline

rng = np.random.default_rng(${seed})
keras.utils.set_random_seed(${seed})
knots = np.linspace(-3, 3, 13)
heights = np.array([${heights}])
x = np.linspace(-3, 3, 128)[:, None]
y = CubicHermiteSpline(knots, heights, np.gradient(heights, knots))(x)

model = keras.Sequential([
    keras.Input((1,)),
    keras.layers.Dense(${units}, activation="${activation}"),
    keras.layers.Dense(1),
])
# each neuron begins with its bend at a place of its own
place = -3 + 6 * (np.arange(${units}) + rng.uniform(size=${units})) / ${units}
slope = 1.5 * rng.choice([-1, 1], ${units})
model.layers[0].set_weights([slope[None, :], -slope * place])

model.compile(optimizer=keras.optimizers.Adam(learning_rate=${learningRate}), loss="mse")
model.fit(x, y, batch_size=${batchSize}, epochs=${epochs})
`;
    case 'pytorch':
      return `import numpy as np
import torch
from scipy.interpolate import CubicHermiteSpline
from torch import nn

torch.manual_seed(${seed})
knots = np.linspace(-3, 3, 13)
heights = np.array([${heights}])
curve = CubicHermiteSpline(knots, heights, np.gradient(heights, knots))
x = torch.linspace(-3, 3, 128)[:, None]
y = torch.tensor(curve(x), dtype=torch.float32)

model = nn.Sequential(nn.Linear(1, ${units}), nn.${activation === 'relu' ? 'ReLU' : 'Tanh'}(), nn.Linear(${units}, 1))
with torch.no_grad():  # each neuron begins with its bend at a place of its own
    place = -3 + 6 * (torch.arange(${units}) + torch.rand(${units})) / ${units}
    slope = 1.5 * torch.sign(torch.randn(${units}))
    model[0].weight[:] = slope[:, None]
    model[0].bias[:] = -slope * place

loss = nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters(), lr=${learningRate})
for epoch in range(${epochs}):
    for batch in torch.randperm(128).split(${batchSize}):
        optimizer.zero_grad()
        loss(model(x[batch]), y[batch]).backward()
        optimizer.step()
`;
    case 'slope':
      return `import { adam, dense, sequential } from 'slope';

// The curve: straight lines between these heights will do here.
const heights = [${heights}];
const f32 = (data) => ({ shape: [data.length, 1], encoding: 'f32', data, scale: 1, offset: 0 });
const x = Float32Array.from({ length: 128 }, (_, i) => -3 + (6 * i) / 127);
const y = x.map((value) => {
  const place = Math.min(11.999, (value + 3) * 2);
  const knot = Math.floor(place);
  return heights[knot] + (place - knot) * (heights[knot + 1] - heights[knot]);
});

const model = sequential([dense(${units}, { activation: '${activation}' }), dense(1)], { inputShape: [1], seed: ${seed} });
const [kernel, bias, ...head] = await model.getWeights();
kernel.data.forEach((_, j) => {
  // each neuron begins with its bend at a place of its own
  const place = -3 + (6 * (j + Math.random())) / ${units};
  kernel.data[j] = Math.random() < 0.5 ? -1.5 : 1.5;
  bias.data[j] = -kernel.data[j] * place;
});
model.setWeights([kernel, bias, ...head]);

const run = model.fit({ inputs: f32(x), targets: f32(y) }, {
  epochs: ${epochs},
  batchSize: ${batchSize},
  optimizer: adam({ learningRate: ${learningRate} }),
  loss: 'meanSquaredError',
});
await run.finished;
`;
    default:
      return language satisfies never;
  }
}
