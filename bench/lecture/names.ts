// Names of the experiments, in the lecture's order: the command knows the names, the page holds the code.

export const experimentNames = ['gd-table', 'grad1', 'logr1', 'per57', 'bhpd1', 'digits', 'mnist', 'fashion'] as const;

export type ExperimentName = (typeof experimentNames)[number];
