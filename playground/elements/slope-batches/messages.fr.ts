// French sentences of `<slope-batches>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { BatchesMessages } from './messages.en.ts';

export const batchesFrench: BatchesMessages = frenchCatalog<BatchesMessages>({
  title: 'Exemples, lots, mises à jour et époques',
  presets: {
    small: {
      name: 'Lots de 32',
      about: '45 mises à jour par époque : en quatre époques, il sait lire presque tous les chiffres.',
    },
    one: {
      name: 'Un par un',
      about: 'Une mise à jour après chaque image : 1 437 en une époque, chacune un peu irréfléchie.',
    },
    large: {
      name: 'Lots de 512',
      about:
        'Échoue exprès : avec si peu d’images, la taille de lot du cours ne fait que 3 mises à jour par époque, trop peu en tout.',
    },
    all: {
      name: 'Toutes d’un coup',
      about: 'Une mise à jour par époque : la descente de gradient simple. Il faut beaucoup d’époques.',
    },
    'large-and-faster': {
      name: 'Grands lots, grands pas',
      about:
        'Lots de 512 et un taux d’apprentissage dix fois plus grand : des gradients plus calmes permettent de longs pas.',
    },
  },
  settings: {
    learningRate: { label: 'Taux d’apprentissage' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  seedError: (text) => `« ${text} » ne peut pas servir. Écrivez un nombre entier.`,
  step: { batch: '1 lot', epoch: '1 époque' },
  training: 'Entraînement',
  wall: 'Les images d’entraînement',
  wallText: (count, used, lit) =>
    `${count} petites images de chiffres ; ${used} ont servi dans cette époque, ${lit} sont dans le lot du moment.`,
  keys: { waiting: 'à venir', used: 'déjà servies dans cette époque', lit: 'dans ce lot' },
  loading: 'Chargement de 1 437 images de chiffres …',
  failed: (message) => `Les images n’ont pas pu être chargées : ${message}`,
  sums: 'Ce que décide la taille des lots',
  columns: {
    set: 'Jeu d’entraînement',
    images: 'Images',
    perEpoch: 'Mises à jour par époque',
    last: 'Dans le dernier lot',
    all: 'Mises à jour en tout',
  },
  sets: { here: 'ces chiffres', mnist: 'MNIST en entier' },
  curve: 'La perte après tant d’images',
  curveX: 'images utilisées',
  curveY: 'perte sur les images de validation',
  curveSummary: (list) =>
    list ? `La perte sur des images de validation selon les images utilisées. ${list}` : 'Pas encore d’essai.',
  curveRun: (batch, loss) => `Lots de ${batch} : ${loss}.`,
  runs: 'Vos essais',
  runColumns: {
    batch: 'Lot',
    rate: 'Taux d’apprentissage',
    updates: 'Mises à jour',
    accuracy: 'Justes (validation)',
    seconds: 'Durée',
  },
  noRuns: 'Chaque entraînement achevé laisse ici une ligne : essayez d’autres tailles et comparez.',
  label: (batch) => `${batch}`,
  readout: (images, loss) => `après ${images} images : ${loss}`,
});
