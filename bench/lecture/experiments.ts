// All experiments of the lecture, by the name that the command takes.

import { bhpd1 } from './bhpd.ts';
import { digits, fashion } from './classifier.ts';
import type { Experiment } from './experiment.ts';
import { gdTable } from './gd-table.ts';
import { grad1 } from './grad1.ts';
import { logr1 } from './logr1.ts';
import { mnist } from './mnist.ts';
import type { ExperimentName } from './names.ts';
import { per57 } from './per57.ts';

export const experiments: Readonly<Record<ExperimentName, Experiment>> = {
  'gd-table': gdTable,
  grad1,
  logr1,
  per57,
  bhpd1,
  digits,
  mnist,
  fashion,
};
