// Over all gradients at once: Σ of their squares, and the L1 and L2 penalties with their gradients.

import { chunk } from '../../ops/gradient-sums.ts';
import type { Reference } from '../reference.ts';

export const gradientSums: Reference<'gradientSums'> = (
  { attributes: { count, penalized } },
  [coefficients],
  output,
  { parameters, gradients },
) => {
  for (let first = 0; first < count; first += chunk) {
    let squares = 0;
    let penalty = 0;
    for (let i = first; i < Math.min(first + chunk, count); i++) {
      if (penalized && coefficients) {
        const [l1, l2] = [coefficients[(i >> 6) * 2] as number, coefficients[(i >> 6) * 2 + 1] as number];
        const theta = parameters[i] as number;
        penalty += l1 * Math.abs(theta) + l2 * theta * theta;
        gradients[i] = (gradients[i] as number) + l1 * Math.sign(theta) + 2 * l2 * theta;
      }
      squares += (gradients[i] as number) ** 2;
    }
    output[(first / chunk) * 2] = squares;
    output[(first / chunk) * 2 + 1] = penalty;
  }
};
