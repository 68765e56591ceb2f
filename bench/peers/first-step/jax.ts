// From nothing to the first finished training step of W3, with jax-js.

import { defaultDevice, init, jit, nn, numpy as np, valueAndGrad } from '@jax-js/jax';
import { data, finished, spec } from './workload.ts';

await init('webgpu');
defaultDevice('webgpu');
const parameters = data.weights.flatMap(({ kernel, bias }) => [
  np.array(kernel).reshape([kernel.length / bias.length, bias.length]),
  np.array(bias),
]);
const x = np.array(data.inputs.slice(0, spec.batchSize * spec.inputWidth)).reshape([spec.batchSize, spec.inputWidth]);
const y = np.array(data.targets.slice(0, spec.batchSize)).reshape([spec.batchSize, 1]);
const lossOf = (p: np.Array[], inputs: np.Array, targets: np.Array) => {
  let h = inputs;
  for (let l = 0; l < 3; l++) {
    const z = np.dot(h, p[2 * l] as np.Array).add(p[2 * l + 1] as np.Array);
    h = l < 2 ? np.tanh(z) : z;
  }
  const stable = np.log1p(np.exp(np.abs(h.ref).neg()));
  return np.mean(nn.relu(h.ref).sub(h.mul(targets)).add(stable));
};
const step = jit((p: np.Array[], inputs: np.Array, targets: np.Array) => {
  const [loss, gradients] = valueAndGrad((q: np.Array[]) => lossOf(q, inputs, targets))(p.map((value) => value.ref));
  const next = p.map((value, i) => value.sub(((gradients as np.Array[])[i] as np.Array).mul(spec.learningRate)));
  return [loss, next] as [np.Array, np.Array[]];
});
const [loss, next] = step(parameters, x, y) as [np.Array, np.Array[]];
for (const value of next) await value.blockUntilReady();
finished(Number((await loss.data())[0]));
