// French sentences of `<slope-rules>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { RulesMessages } from './messages.en.ts';

export const rulesFrench: RulesMessages = frenchCatalog<RulesMessages>({
  title: 'Des règles pour des pixels, écrites à la main, face à un réseau entraîné',
  presets: {
    start: {
      name: '3 ou 8, une règle',
      about: 'Un 3 est ouvert à gauche : la règle y veut du papier. Écrivez-en de meilleures.',
    },
    best: {
      name: '3 ou 8, deux règles',
      about: 'Les deux meilleures règles possibles : un chiffre inconnu sur huit reste faux.',
    },
    easy: { name: '0 ou 1', about: 'Une paire facile : un 0 a un trou. Une règle mène loin.' },
    hard: {
      name: '1 ou 8',
      about: 'Plus difficile qu’il n’y paraît : un 8 mince est un gros 1. Voici les deux meilleures règles.',
    },
  },
  settings: {
    pair: {
      label: 'Quels deux chiffres',
      options: { '0-1': '0 ou 1', '3-8': '3 ou 8', '1-8': '1 ou 8', '2-8': '2 ou 8', '4-9': '4 ou 9', '5-6': '5 ou 6' },
    },
    rules: { label: 'Règles' },
    learningRate: { label: 'Taux d’apprentissage' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  failed: (message: string) => `Les chiffres n’ont pas pu être chargés : ${message}`,
  announce: (epoch: string, epochs: string, wrong: string) =>
    `Époque ${epoch} sur ${epochs} : ${wrong} chiffres inconnus faux.`,
  step: { update: '1 mise à jour', epoch: '1 époque' },
  progress: 'Entraînement',
  hand: {
    title: 'Vos règles',
    about: (first: string, second: string) =>
      `C’est un ${first} quand chaque pixel marqué est comme vous le voulez, sinon un ${second}. Appuyez sur un pixel : encre, papier, peu importe.`,
    grid: (first: string) => `Règles pour un ${first}`,
    pixel: (row: string, column: string, wish: string) => `ligne ${row}, colonne ${column} : ${wish}`,
    wish: { ink: 'doit être de l’encre', paper: 'doit être du papier', none: 'peu importe' },
    clear: 'Retirer toutes les règles',
    count: (count: number) => (count < 2 ? `${count} règle` : `${count} règles`),
    means: 'La moyenne de tous',
    mean: (digit: string) => `Image moyenne du chiffre ${digit}`,
  },
  learned: {
    title: 'Appris à partir d’exemples',
    about: (count: string) =>
      `64 pixels → 16 → 1. Il reçoit ${count} chiffres avec leurs noms, et pas une seule règle.`,
    loss: 'Perte (entropie croisée)',
  },
  score: (wrong: string, total: string) =>
    Number(wrong) < 2 ? `${wrong} chiffre inconnu sur ${total} faux` : `${wrong} chiffres inconnus sur ${total} faux`,
  seen: (wrong: string, total: string) =>
    Number(wrong) < 2
      ? `${wrong} chiffre d’exercice sur ${total} faux`
      : `${wrong} chiffres d’exercice sur ${total} faux`,
  wrong: 'Faux, parmi les inconnus',
  none: 'Aucun.',
  taken: (digit: string, as: string) => `un ${digit} pris pour un ${as}`,
});
