// The backward pass of an activation, written by the activation's own output.

import type { FusedActivation } from '../../graph/node.ts';
import type { Reference } from '../reference.ts';

const slopes: Readonly<Record<FusedActivation, (y: number) => number>> = {
  relu: (y) => (y > 0 ? 1 : 0),
  sigmoid: (y) => y * (1 - y),
  tanh: (y) => 1 - y * y,
};

export const activationGradient: Reference<'activationGradient'> = (node, [dy, y], output) => {
  const slope = slopes[node.attributes.function];
  for (let i = 0; i < output.length; i++) output[i] = (dy?.[i] ?? 0) * slope(y?.[i] ?? 0);
};
