// French sentences of `<slope-validation>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { ValidationMessages } from './messages.en.ts';

export const validationFrench: ValidationMessages = frenchCatalog<ValidationMessages>({
  title: 'Un réseau qui apprend par cœur, et les points qui le trahissent',
  presets: {
    overfits: {
      name: 'Trop longtemps',
      about:
        'Échoue exprès : la perte d’entraînement descend jusqu’au bout, celle de validation remonte après une quinzaine d’époques.',
    },
    'stops-early': {
      name: 'Arrêté à temps',
      about: 'Le même entraînement, arrêté après vingt époques sans progrès et ramené à sa meilleure.',
    },
    small: {
      name: 'Un petit réseau',
      about: 'Quatre neurones par couche ne dessinent pas d’îles : les deux courbes restent ensemble.',
    },
    leak: {
      name: 'Une fuite',
      about: 'Chaque point de validation a aussi servi à apprendre : tout paraît aller bien, et rien ne va.',
    },
    'few-to-learn': {
      name: 'Peu pour apprendre',
      about: '24 points s’apprennent par cœur d’un coup, et disent peu de chose des autres.',
    },
    'few-to-check': {
      name: 'Peu pour vérifier',
      about: 'Six points de validation : la courbe saute, et six autres raconteraient autre chose.',
    },
  },
  settings: {
    share: { label: 'Gardés de côté', hint: 'Points pour la seule validation.' },
    units: { label: 'Neurones par couche', hint: 'Deux couches cachées.' },
    patience: { label: 'Arrêt anticipé : patience', hint: 'Époques sans meilleure perte de validation.' },
    leak: { label: 'Fuite', options: { none: 'aucune', copies: 'des copies à l’entraînement' } },
    learningRate: { label: 'Taux d’apprentissage' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  seedError: (text) => `« ${text} » ne peut pas servir. Écrivez un nombre entier.`,
  never: 'désactivé',
  epochs: (count) => `${count} époques`,
  points: (share, count) => `${share} (${count})`,
  step: { update: '1 mise à jour', epoch: '1 époque' },
  training: 'Entraînement',
  announce: (epoch, epochs, training, validation) =>
    `Époque ${epoch} sur ${epochs} : perte d’entraînement ${training}, de validation ${validation}.`,
  map: {
    title: 'Ce qu’il a dessiné',
    summary: (training, validation) =>
      `Deux classes de points qui se mêlent ; ${training} servent à apprendre (pleins), ${validation} sont gardés (creux). Le fond montre ce que dit le réseau.`,
    x1: 'x₁',
    x2: 'x₂',
    training: 'appris',
    validation: 'gardés',
    leaked: 'les deux : fuite',
  },
  curves: {
    title: 'Perte (entropie croisée)',
    fresh: '1 000 points nouveaux',
  },
  table: {
    caption: 'Combien sont justes',
    part: 'Points',
    count: 'Nombre',
    accuracy: 'Justes',
    loss: 'Perte',
    training: 'entraînement',
    validation: 'validation',
    fresh: 'nouveaux, vus de personne',
  },
  verdict: {
    none: 'Rien n’est encore entraîné.',
    best: (epoch, loss) => `Perte de validation la plus basse : ${loss}, à l’époque ${epoch}.`,
    since: (epochs) => `Depuis, ${epochs} époques n’ont fait que l’aggraver.`,
    stopped: (epoch, best) => `Arrêté à l’époque ${epoch} ; les poids de l’époque ${best} sont remis en place.`,
    leak: (count) => `${count} points de validation sont aussi à l’entraînement : leur courbe ne dit plus rien.`,
  },
});
