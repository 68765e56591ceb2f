// Dropout by counter-based random numbers: the mask follows from seed, step, stream and position, on every executor alike.

import { hash } from '../../graph/shuffle.ts';
import { thresholdOf } from '../../ops/dropout.ts';
import type { Reference } from '../reference.ts';

export const dropout: Reference<'dropout'> = ({ attributes: { rate, stream } }, [x], y, { clock, knobs }) => {
  const key = hash(clock.step, hash(stream, knobs.seed));
  const [threshold, scale] = [thresholdOf(rate), 1 / (1 - rate)];
  for (let i = 0; i < y.length; i++) y[i] = hash(i, key) >= threshold ? (x?.[i] ?? 0) * scale : 0;
};
