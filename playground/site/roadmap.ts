// The lecture's road, and the pages that stand on it so far.

import type { Locale } from '../i18n/locale.ts';

export type LessonName =
  | 'rules'
  | 'introduction'
  | 'peers'
  | 'crossover'
  | 'approximation'
  | 'learned-features'
  | 'supervised'
  | 'k-means'
  | 'basic-regression'
  | 'back-propagation'
  | 'losses'
  | 'metrics'
  | 'shapes'
  | 'batches'
  | 'validation'
  | 'training-loop'
  | 'normalisation'
  | 'data'
  | 'softmax'
  | 'activations'
  | 'perceptron'
  | 'neural-network'
  | 'basic-classification'
  | 'gradient-descent'
  | 'linear-regression'
  | 'polynomial-regression'
  | 'logistic-regression'
  | 'neuron';
export type PageName = 'contents' | LessonName;

export interface Section {
  /** The lecture's own number, where it has one. */
  readonly number: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly lessons: readonly LessonName[];
}

export const sections: readonly Section[] = [
  {
    number: '1.1',
    title: { en: 'Introduction', fr: 'Introduction' },
    lessons: ['introduction', 'supervised', 'k-means', 'rules', 'learned-features', 'approximation'],
  },
  {
    number: '1.2',
    title: { en: 'From linear regression to the first neuron', fr: 'De la régression linéaire au premier neurone' },
    lessons: ['linear-regression', 'gradient-descent', 'polynomial-regression', 'logistic-regression', 'neuron'],
  },
  {
    number: '1.3',
    title: { en: 'Neurons in controversy', fr: 'Les neurones controversés' },
    lessons: ['perceptron', 'neural-network', 'back-propagation'],
  },
  {
    number: '1.4',
    title: { en: 'Data and neurons', fr: 'Données et neurones' },
    lessons: [
      'training-loop',
      'data',
      'normalisation',
      'validation',
      'batches',
      'activations',
      'losses',
      'metrics',
      'softmax',
      'shapes',
    ],
  },
  { number: '2', title: { en: 'Basic regression', fr: 'Régression de base' }, lessons: ['basic-regression'] },
  {
    number: '3',
    title: { en: 'Basic classification', fr: 'Classification de base' },
    lessons: ['basic-classification'],
  },
  { number: '4', title: { en: 'Speed', fr: 'Vitesse' }, lessons: ['crossover', 'peers'] },
];
