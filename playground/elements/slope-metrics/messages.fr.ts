// French sentences of `<slope-metrics>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { MetricsMessages } from './messages.en.ts';

export const metricsFrench: MetricsMessages = frenchCatalog<MetricsMessages>({
  title: 'Une matrice de confusion et ce qu’on en tire',
  presets: {
    half: {
      name: 'À un demi',
      about: 'Deux cents étudiants, un modèle qui dit les chances de chacun, et le seuil habituel.',
    },
    strict: {
      name: 'Sévère',
      about: 'Oui seulement quand c’est presque sûr : précis, mais bien des reçus sont manqués.',
    },
    lenient: {
      name: 'Indulgent',
      about: 'Oui à la moindre chance : aucun reçu n’est manqué, beaucoup passent par erreur.',
    },
    rare: {
      name: 'Un cas rare',
      about: 'Un sur quinze seulement réussit. Même modèle, même seuil, et l’exactitude commence à flatter.',
    },
    never: {
      name: 'Toujours non',
      about: 'Échoue exprès : un modèle qui ne dit jamais oui a le plus souvent raison, et ne trouve personne.',
    },
    blunder: {
      name: 'Une bourde',
      about: 'Pour les nombres : sept bons prix et un très mauvais. MAE et RMSE n’en pensent pas la même chose.',
    },
    average: {
      name: 'Toujours la moyenne',
      about: 'Pour les nombres : le même prix pour chaque maison. R² est fait pour valoir alors 0.',
    },
  },
  settings: {
    group: { label: 'Étudiants', options: { students: 'la plupart réussit', rare: 'peu réussissent' } },
    threshold: { label: 'Seuil' },
    counts: { label: 'Effectifs' },
    predicted: { label: 'Prix prédits' },
    seed: { label: 'Graine' },
  },
  seedError: (text) => `« ${text} » ne peut pas servir. Écrivez un nombre entier.`,
  play: 'Monter le seuil',
  step: 'Plus haut',
  newSeedHint: 'D’autres étudiants',
  classes: 'Pour les classes : quatre nombres',
  strip: 'Ce que le modèle dit de chaque étudiant',
  stripX: 'probabilité de réussir, selon le modèle',
  stripSummary: (count, threshold) =>
    `${count} étudiants rangés selon la probabilité que leur donne le modèle ; les reçus en haut, les autres en bas ; le seuil est à ${threshold}.`,
  handle: 'seuil',
  stripReadout: (probability) => `probabilité ${probability}`,
  bands: { pass: 'réussissent vraiment', fail: 'échouent vraiment' },
  matrix: 'La matrice de confusion',
  matrixHint: 'Les effectifs suivent le seuil. Écrivez-en d’autres pour essayer les vôtres.',
  really: 'en réalité',
  said: 'le modèle dit',
  yes: 'oui',
  no: 'non',
  cells: {
    tp: 'oui juste (vrai positif)',
    fn: 'non faux (faux négatif)',
    fp: 'oui faux (faux positif)',
    tn: 'non juste (vrai négatif)',
  },
  typed: 'Vos propres effectifs.',
  back: 'Revenir à ceux du modèle',
  ratings: 'Quatre réponses à « est-il bon ? »',
  names: { accuracy: 'exactitude', precision: 'précision', recall: 'rappel', f1: 'F1' },
  asks: {
    accuracy: 'combien sont justes ?',
    precision: 'combien de oui sont justes ?',
    recall: 'combien sont trouvés ?',
    f1: 'et les deux à la fois ?',
  },
  nothing: 'rien à diviser',
  curves: 'Les mêmes quand le seuil bouge',
  curvesSummary: (list) => `Quatre courbes selon le seuil. Là où il est : ${list}.`,
  curvesY: 'valeur',
  numbers: 'Pour les nombres : huit prix',
  prices: 'Prédit contre réel',
  pricesX: 'prix réel (milliers)',
  pricesY: 'prédit (milliers)',
  pricesSummary: (list) => `Huit maisons, prix prédit contre prix réel, et la droite où les deux sont égaux. ${list}`,
  house: (price) => `maison à ${price}`,
  pricesReadout: (real, predicted) => `réel ${real}, prédit ${predicted}`,
  pricesHint: 'Déplacez les points de haut en bas.',
  numberNames: { mae: 'MAE', rmse: 'RMSE', r2: 'R²' },
  numberAsks: {
    mae: 'de combien se trompe-t-il d’ordinaire ?',
    rmse: 'de même, les grandes erreurs comptant plus',
    r2: 'combien de mieux que toujours la moyenne ?',
  },
});
