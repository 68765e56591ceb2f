// The stations of the history that the lecture tells, each with the page of this site where its model runs.

import type { LessonName } from '../../site/roadmap.ts';

/** The three sets, from the largest to the smallest. */
export type SetName = 'intelligence' | 'learning' | 'deep';

export interface Station {
  readonly year: number;
  readonly name: string;
  /** The smallest set that it belongs to. */
  readonly set: SetName;
  readonly page: LessonName;
  readonly query?: string;
}

export const stations: readonly Station[] = [
  { year: 1956, name: 'naming', set: 'intelligence', page: 'supervised' },
  { year: 1957, name: 'k-means', set: 'learning', page: 'k-means' },
  { year: 1958, name: 'perceptron', set: 'learning', page: 'perceptron' },
  { year: 1969, name: 'controversy', set: 'learning', page: 'perceptron', query: 'preset=xor' },
  { year: 1986, name: 'back-propagation', set: 'deep', page: 'back-propagation' },
  { year: 1989, name: 'universal', set: 'deep', page: 'approximation' },
  { year: 1998, name: 'digits', set: 'deep', page: 'basic-classification' },
  { year: 2012, name: 'graphics', set: 'deep', page: 'crossover' },
  { year: 2015, name: 'frameworks', set: 'deep', page: 'neural-network', query: 'preset=lecture' },
  { year: 2022, name: 'everyday', set: 'deep', page: 'softmax' },
];

export const years: readonly number[] = stations.map(({ year }) => year);

/** When the money and the belief ran out. */
export const winters: readonly (readonly [from: number, to: number])[] = [
  [1974, 1980],
  [1987, 1993],
];

export const FIRST_YEAR = 1950;
export const LAST_YEAR = 2026;

export interface Framework {
  readonly name: string;
  readonly since: number;
  readonly origin: string;
  readonly licence: string;
  /** The last year of its development, where that is over. */
  readonly until?: number;
}

/** As far as their own repositories and release notes say; as of 2025. */
export const FRAMEWORKS_AS_OF = 2025;
export const frameworks: readonly Framework[] = [
  { name: 'Theano', since: 2007, origin: 'Montréal', licence: 'BSD-3', until: 2017 },
  { name: 'Caffe', since: 2013, origin: 'Berkeley', licence: 'BSD-2', until: 2017 },
  { name: 'Keras', since: 2015, origin: 'F. Chollet', licence: 'Apache 2.0' },
  { name: 'TensorFlow', since: 2015, origin: 'Google', licence: 'Apache 2.0' },
  { name: 'MXNet', since: 2015, origin: 'Apache', licence: 'Apache 2.0', until: 2023 },
  { name: 'CNTK', since: 2016, origin: 'Microsoft', licence: 'MIT', until: 2019 },
  { name: 'PyTorch', since: 2016, origin: 'Facebook', licence: 'BSD-3' },
  { name: 'JAX', since: 2018, origin: 'Google', licence: 'Apache 2.0' },
];
