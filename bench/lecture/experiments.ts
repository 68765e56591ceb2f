// All experiments of the lecture, by the name that the command takes.

import type { Experiment } from './experiment.ts';
import { mnist } from './mnist.ts';

export const experiments: Readonly<Record<string, Experiment>> = { mnist };
