// Three lines through the same points by three losses, as a program.

import type { CodeLanguage } from './classification.ts';

export interface LossesProgram {
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly delta: number;
}

/** The points' text: two decimals, as many as a plot shows. */
const list = (values: readonly number[]): string => values.map((value) => Number(value.toFixed(2))).join(', ');

export function lossesCode(language: CodeLanguage, { x, y, delta }: LossesProgram): string {
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np

x = np.array([${list(x)}])
y = np.array([${list(y)}])  # the last point is the outlier
u = ((x - 5) / 3)[:, None]

losses = [keras.losses.MeanSquaredError(), keras.losses.MeanAbsoluteError(), keras.losses.Huber(delta=${delta})]
for loss in losses:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_initializer="zeros")])
    rate = keras.optimizers.schedules.ExponentialDecay(0.25, decay_steps=1, decay_rate=0.985)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    model.fit(u, y, batch_size=len(x), epochs=300, verbose=0)
    (slope,), (middle,) = model.get_weights()[0][0], model.get_weights()[1]
    print(f"{loss.name}: y = {middle - 5 * slope / 3:.2f} + {slope / 3:.2f} x")
`;
    case 'pytorch':
      return `import torch
from torch import nn

x = torch.tensor([${list(x)}])
y = torch.tensor([${list(y)}])  # the last point is the outlier
u = ((x - 5) / 3)[:, None]

for loss in [nn.MSELoss(), nn.L1Loss(), nn.HuberLoss(delta=${delta})]:
    line = nn.Linear(1, 1)
    nn.init.zeros_(line.weight)
    nn.init.zeros_(line.bias)
    optimizer = torch.optim.SGD(line.parameters(), lr=0.25)
    rate = torch.optim.lr_scheduler.ExponentialLR(optimizer, 0.985)
    for update in range(300):
        optimizer.zero_grad()
        loss(line(u)[:, 0], y).backward()
        optimizer.step()
        rate.step()
    slope, middle = line.weight.item(), line.bias.item()
    print(f"{loss}: y = {middle - 5 * slope / 3:.2f} + {slope / 3:.2f} x")
`;
    case 'slope':
      return `import { abs, add, grad, mean, minimum, mul, square, sub, tensor } from 'slope';

const x = [${list(x)}];
const y = tensor([${list(y)}]); // the last point is the outlier
const u = tensor(x.map((at) => (at - 5) / 3));

const residual = ({ a, b }) => sub(add(a, mul(b, u)), y);
const losses = {
  squared: (line) => mean(square(residual(line))),
  absolute: (line) => mean(abs(residual(line))),
  huber: (line) => {
    const r = abs(residual(line));
    const near = minimum(r, ${delta});
    return mean(mul(near, sub(r, mul(near, 0.5))));
  },
};
for (const [name, loss] of Object.entries(losses)) {
  let line = { a: tensor(0), b: tensor(0) };
  for (let update = 0; update < 300; update++) {
    const { a, b } = grad(loss)(line);
    const rate = 0.25 * 0.985 ** update;
    line = { a: sub(line.a, mul(a, rate)), b: sub(line.b, mul(b, rate)) };
  }
  const [middle, slope] = [await line.a.item(), await line.b.item()];
  console.log(name, \`y = \${middle - (5 * slope) / 3} + \${slope / 3} x\`);
}
`;
    default:
      return language satisfies never;
  }
}
