// Steps per second of one network on both kinds of processor, as a program.

import type { CodeLanguage } from './classification.ts';

export interface CrossoverProgram {
  readonly width: number;
  readonly layers: number;
  readonly batchSize: number;
}

const repeat = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('\n');

export function crossoverCode(language: CodeLanguage, { width, layers, batchSize }: CrossoverProgram): string {
  switch (language) {
    case 'keras':
      return `import time
import keras
import numpy as np
import tensorflow as tf
from keras.layers import Dense

x = np.random.rand(${batchSize}, 64).astype("float32")
y = np.random.randint(0, 10, ${batchSize})

for device in ["/CPU:0", "/GPU:0"]:
    with tf.device(device):
        model = keras.Sequential([
            keras.Input((64,)),
${repeat(layers, () => `            Dense(${width}, activation="relu"),`)}
            Dense(10, activation="softmax"),
        ])
        model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
        model.train_on_batch(x, y)  # builds
        started = time.perf_counter()
        for _ in range(200):
            model.train_on_batch(x, y)
        print(device, 200 / (time.perf_counter() - started), "steps/s")
`;
    case 'pytorch':
      return `import time
import torch
from torch import nn

for device in ["cpu", "cuda"]:
    x = torch.rand(${batchSize}, 64, device=device)
    y = torch.randint(0, 10, (${batchSize},), device=device)
    model = nn.Sequential(
${repeat(layers, (i) => `        nn.Linear(${i ? width : 64}, ${width}), nn.ReLU(),`)}
        nn.Linear(${width}, 10),
    ).to(device)
    optimizer, loss = torch.optim.Adam(model.parameters()), nn.CrossEntropyLoss()

    def step():
        optimizer.zero_grad()
        loss(model(x), y).backward()
        optimizer.step()

    for steps in [20, 200]:  # the first ones are a warm-up
        started = time.perf_counter()
        for _ in range(steps):
            step()
        if device == "cuda":
            torch.cuda.synchronize()  # a GPU works on after the call has returned
    print(device, 200 / (time.perf_counter() - started), "steps/s")
`;
    case 'slope':
      return `import { adam, dense, sequential } from 'slope';

const rows = ${4 * batchSize};
const f32 = (shape, data) => ({ shape, encoding: 'f32', data, scale: 1, offset: 0 });
const dataset = {
  inputs: f32([rows, 64], Float32Array.from({ length: rows * 64 }, Math.random)),
  targets: f32([rows], Float32Array.from({ length: rows }, () => Math.floor(10 * Math.random()))),
};

for (const backend of ['cpu', 'webgpu']) {
  const model = sequential(
    [
${repeat(layers, () => `      dense(${width}, { activation: 'relu' }),`)}
      dense(10, { activation: 'softmax' }),
    ],
    { inputShape: [64] },
  );
  const run = model.fit(dataset, {
    backend,
    optimizer: adam(),
    loss: 'sparseCategoricalCrossentropy',
    batchSize: ${batchSize},
    epochs: 1e6,
    paused: true,
  });
  await run.step(20); // builds, and warms up
  const started = performance.now();
  await run.step(200);
  console.log(backend, (1000 * 200) / (performance.now() - started), 'steps/s');
  run.stop();
}
`;
    default:
      return language satisfies never;
  }
}
