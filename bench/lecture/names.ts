// Names of the experiments, in the lecture's order: the command knows the names, the page holds the code.

export const experimentNames = [
  'linr1',
  'gd-table',
  'grad1',
  'grad1b',
  'polr1',
  'logr1',
  'per57',
  'bhpd1',
  'bhpd2',
  'digits',
  'mnist',
  'mnist2',
  'fashion',
] as const;

export type ExperimentName = (typeof experimentNames)[number];
