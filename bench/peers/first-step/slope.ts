// From nothing to the first finished training step of W3, with Slope.

import { dense, sequential, sgd } from '../../../engine/index.ts';
import { data, finished, spec } from './workload.ts';

const model = sequential(
  spec.layers.map(({ units, activation }) => dense(units, { activation })),
  { inputShape: [spec.inputWidth] },
);
const column = (values: Float32Array, width: number) => ({
  shape: [spec.examples, width],
  encoding: 'f32' as const,
  data: values,
  scale: 1,
  offset: 0,
});
const run = model.fit(
  { inputs: column(data.inputs, spec.inputWidth), targets: column(data.targets, 1) },
  {
    batchSize: spec.batchSize,
    optimizer: sgd({ learningRate: spec.learningRate }),
    loss: spec.loss,
    shuffle: false,
    backend: 'webgpu',
    paused: true,
  },
);
// Not a top-level await: the chunks that the engine loads later import this one, which would wait for them.
run.step(1).then(() => finished(run.history.steps[0]?.loss));
