// All experiments of the lecture, by the name that the command takes.

import { bhpd1, bhpd2 } from './bhpd.ts';
import { digits, fashion } from './classifier.ts';
import type { Experiment } from './experiment.ts';
import { gdTable } from './gd-table.ts';
import { grad1 } from './grad1.ts';
import { grad1b } from './grad1b.ts';
import { linr1 } from './linr1.ts';
import { logr1 } from './logr1.ts';
import { mnist } from './mnist.ts';
import { mnist2 } from './mnist2.ts';
import type { ExperimentName } from './names.ts';
import { per57 } from './per57.ts';
import { polr1 } from './polr1.ts';

export const experiments: Readonly<Record<ExperimentName, Experiment>> = {
  linr1,
  'gd-table': gdTable,
  grad1,
  grad1b,
  polr1,
  logr1,
  per57,
  bhpd1,
  bhpd2,
  digits,
  mnist,
  mnist2,
  fashion,
};
