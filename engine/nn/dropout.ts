// Dropout: neurons left out at random, in training only.

import { dropout as drop } from '../ops/dropout.ts';
import type { Layer } from './layers.ts';

/**
 * Sets each value to 0 with probability `rate` and divides the others by 1 − rate (Srivastava et al. 2014); in evaluation and
 * prediction it does nothing. The choice follows from the run's seed and the step, so that a run can be repeated bit for bit.
 * @throws RangeError when the rate is not in [0, 1).
 */
export function dropout(rate: number): Layer {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`dropout: rate ${rate}; give a number from 0 to below 1`);
  return {
    type: 'Dropout',
    activation: 'linear',
    config: { layer: 'dropout', rate },
    outputShape: (inputShape) => inputShape,
    parameters: () => [],
    apply: (x, _parameters, { training, index }) => (training ? drop(x, rate, index) : x),
  };
}
