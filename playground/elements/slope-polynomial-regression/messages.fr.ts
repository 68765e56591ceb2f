// French sentences of `<slope-polynomial-regression>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { PolynomialMessages } from './messages.en.ts';

export const polynomialFrench: PolynomialMessages = frenchCatalog<PolynomialMessages>({
  title: 'Une courbe de plus en plus libre',
  presets: {
    good: { name: 'À peu près juste', about: 'Degré 5 : la courbe suit les points, pas leur bruit.' },
    underfit: {
      name: 'Sous-apprentissage',
      about: 'Degré 1, une droite : fausse sur les points vus comme sur les autres.',
    },
    overfit: {
      name: 'Surapprentissage',
      about: 'Degré 24 : plus près que jamais de ses propres points, et folle entre eux.',
    },
    'more-points': {
      name: 'Plus de points',
      about: 'De nouveau degré 24, avec 1 000 points : il ne reste pas assez de liberté pour s’affoler.',
    },
    'few-points': { name: 'Trop peu de points', about: 'Degré 9 par 10 points : une erreur nulle qui ne vaut rien.' },
  },
  settings: {
    degree: { label: 'Degré' },
    count: { label: 'Points d’entraînement' },
    noise: { label: 'Bruit' },
    truth: { label: 'Courbe derrière les points', options: { shown: 'visible', hidden: 'cachée' } },
    validation: { label: 'Points de validation', options: { shown: 'visibles', hidden: 'cachés' } },
    seed: { label: 'Graine' },
    draw: { label: 'Tirage' },
  },
  play: 'Degré par degré',
  stepUnit: '1 degré de plus',
  resetHint: 'Revenir au degré 1',
  newSeed: 'Autre courbe',
  newSeedHint: 'Un autre polynôme derrière les points',
  redraw: 'Retirer le bruit au sort',
  redrawHint: 'La même courbe, d’autres points autour',
  plane: {
    title: (degree) => `L’ajustement de degré ${degree}`,
    x: 'x, standardisé',
    y: 'y, standardisé',
    truth: 'derrière les points',
    fit: 'ajustement',
    summary: (train, validation, degree) =>
      `${train} points d’entraînement, ${validation} points de validation, et le polynôme de degré ${degree} ajusté aux premiers.`,
    legend: { train: 'entraînement, ajustés', validation: 'validation, jamais vus par l’ajustement' },
    readout: (x, y) => `x ${x} : l’ajustement dit ${y}`,
  },
  errors: {
    title: 'L’erreur selon le degré',
    x: 'degré',
    y: 'RMSE',
    train: 'entraînement',
    validation: 'validation',
    handle: 'le degré',
    summary: (best, degree, train, validation) =>
      `L’erreur d’entraînement baisse à chaque degré ; celle de validation est la plus petite au degré ${best}. Au degré ${degree} : entraînement ${train}, validation ${validation}.`,
    readout: (degree, train, validation) => `degré ${degree} : entraînement ${train}, validation ${validation}`,
    hint: 'Faites glisser l’anneau le long de la courbe.',
  },
  bars: {
    title: 'Les coefficients de l’ajustement',
    x: 'i, du polynôme de Tchebychev',
    y: 'c',
    summary: (count, largest) => `${count} coefficients ; le plus grand mesure ${largest}.`,
    readout: (index, value) => `c${index} = ${value}`,
    about: (largest) =>
      `Le plus grand : ${largest}. Quand les coefficients dépassent de loin les données, ils se compensent, et seulement aux points.`,
  },
  numbers: {
    train: 'RMSE d’entraînement',
    validation: 'RMSE de validation',
    fitted: (count) => `sur les ${count} points de l’ajustement`,
    unseen: (count) => `sur ${count} points jamais vus`,
    parameters: 'Paramètres',
    parametersAbout: (count) => `pour ${count} points`,
  },
  verdicts: {
    under: 'La courbe manque les deux sortes de points. Plus de liberté aiderait.',
    good: 'Les nouveaux points sont prédits presque aussi bien que possible.',
    over: 'La courbe connaît ses points mieux que les nouveaux. Moins de liberté ou plus de points aiderait.',
  },
  verdictNames: { under: 'sous-apprentissage', good: 'à peu près juste', over: 'surapprentissage' },
  complete: (best) => `Tous les degrés sont passés ; l’erreur de validation est la plus petite au degré ${best}.`,
  fieldError: (text, min, max) => `« ${text} » ne convient pas. Écrivez un nombre entier de ${min} à ${max}.`,
});
