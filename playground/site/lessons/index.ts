// The lessons by name, each loaded with its figure and in one language only.

import type { TemplateResult } from 'lit';
import type { Locale } from '../../i18n/locale.ts';
import type { LessonName } from '../roadmap.ts';

export interface Lesson {
  render(): TemplateResult;
}

export const lessons: Record<LessonName, (locale: Locale) => Promise<Lesson>> = {
  rules: async (locale) => (await import('./rules/lesson.ts')).load(locale),
  introduction: async (locale) => (await import('./introduction/lesson.ts')).load(locale),
  peers: async (locale) => (await import('./peers/lesson.ts')).load(locale),
  crossover: async (locale) => (await import('./crossover/lesson.ts')).load(locale),
  approximation: async (locale) => (await import('./approximation/lesson.ts')).load(locale),
  'learned-features': async (locale) => (await import('./learned-features/lesson.ts')).load(locale),
  supervised: async (locale) => (await import('./supervised/lesson.ts')).load(locale),
  'k-means': async (locale) => (await import('./k-means/lesson.ts')).load(locale),
  perceptron: async (locale) => (await import('./perceptron/lesson.ts')).load(locale),
  'back-propagation': async (locale) => (await import('./back-propagation/lesson.ts')).load(locale),
  'neural-network': async (locale) => (await import('./neural-network/lesson.ts')).load(locale),
  activations: async (locale) => (await import('./activations/lesson.ts')).load(locale),
  losses: async (locale) => (await import('./losses/lesson.ts')).load(locale),
  metrics: async (locale) => (await import('./metrics/lesson.ts')).load(locale),
  shapes: async (locale) => (await import('./shapes/lesson.ts')).load(locale),
  batches: async (locale) => (await import('./batches/lesson.ts')).load(locale),
  validation: async (locale) => (await import('./validation/lesson.ts')).load(locale),
  'training-loop': async (locale) => (await import('./training-loop/lesson.ts')).load(locale),
  normalisation: async (locale) => (await import('./normalisation/lesson.ts')).load(locale),
  data: async (locale) => (await import('./data/lesson.ts')).load(locale),
  softmax: async (locale) => (await import('./softmax/lesson.ts')).load(locale),
  'basic-regression': async (locale) => (await import('./basic-regression/lesson.ts')).load(locale),
  'basic-classification': async (locale) => (await import('./basic-classification/lesson.ts')).load(locale),
  'gradient-descent': async (locale) => (await import('./gradient-descent/lesson.ts')).load(locale),
  'linear-regression': async (locale) => (await import('./linear-regression/lesson.ts')).load(locale),
  'polynomial-regression': async (locale) => (await import('./polynomial-regression/lesson.ts')).load(locale),
  'logistic-regression': async (locale) => (await import('./logistic-regression/lesson.ts')).load(locale),
  neuron: async (locale) => (await import('./neuron/lesson.ts')).load(locale),
};
