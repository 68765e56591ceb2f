// French sentences of `<slope-data>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { DataMessages } from './messages.en.ts';

export const dataFrench: DataMessages = frenchCatalog<DataMessages>({
  title: 'Un tableau, colonne par colonne',
  presets: {
    houses: {
      name: 'Des maisons à Ames',
      about: '2 930 maisons, treize nombres et un prix chacune : le tableau du prix des maisons.',
    },
    'hidden-holes': {
      name: 'Des trous cachés',
      about: 'La largeur du terrain : 490 maisons n’en ont pas. Personne n’a mesuré ; quelqu’un a tapé 0.',
    },
    price: {
      name: 'Le prix',
      about: 'Ce qu’il faut prédire : la plupart valent près de 160 000 dollars, quelques-unes quatre fois plus.',
    },
    holes: {
      name: 'Des cases vides',
      about:
        'Échoue exprès : une case sur vingt est vide. Jeter chaque ligne qui en a une, c’est jeter la moitié du tableau.',
    },
    mean: {
      name: 'Rempli par la moyenne',
      about:
        'Une case sur cinq remplie par la moyenne de sa colonne : toutes les lignes restent, et un pic pousse au milieu.',
    },
    irises: {
      name: 'Des iris',
      about: '150 fleurs, quatre mesures, trois espèces : deux bosses dans une colonne, c’est bon signe.',
    },
  },
  settings: {
    table: { label: 'Tableau', options: { ames: 'maisons', iris: 'iris' } },
    column: { label: 'Colonne' },
    holes: { label: 'Cases vides', hint: 'Vidées au hasard.' },
    repair: { label: 'Qu’en faire', options: { nothing: 'rien', drop: 'jeter la ligne', mean: 'mettre la moyenne' } },
    seed: { label: 'Graine' },
  },
  seedError: (text) => `« ${text} » ne peut pas servir. Écrivez un nombre entier.`,
  play: 'Parcourir les colonnes',
  step: 'Colonne suivante',
  newSeedHint: 'D’autres cases vides',
  loading: 'Chargement du tableau …',
  failed: (message) => `Le tableau n’a pas pu être chargé : ${message}`,
  shape: 'Forme',
  shapes: (rows, columns) => `${rows} lignes, ${columns} colonnes`,
  dropped: (rows, share) => `${rows} lignes ont disparu, ${share} du tableau.`,
  unusable: (cells) =>
    `${cells} cases sont vides. Un réseau ne peut pas calculer avec rien : un seul NaN, et toute perte est NaN.`,
  whole: 'Aucune case n’est vide.',
  filled: (cells) => `${cells} cases ont été remplies.`,
  columns: 'Ses colonnes',
  head: {
    name: 'Colonne',
    form: 'Allure',
    missing: 'Vides',
    zeros: 'Zéros',
    mean: 'Moyenne',
    std: 'Écart type',
    min: 'Plus petite',
    median: 'Médiane',
    max: 'Plus grande',
  },
  words: (count) => `${count} mots`,
  show: (name) => `Montrer ${name}`,
  histogram: 'La fréquence de chaque valeur',
  count: 'lignes',
  histogramSummary: (name, mean, median) => `Histogramme de ${name} ; moyenne ${mean}, médiane ${median}.`,
  mean: 'moyenne',
  median: 'médiane',
  readout: (value, count) => `environ ${value} : ${count} lignes`,
  rows: 'Ses premières lignes',
  empty: 'vide',
  suspicious: (zeros) => `${zeros} zéros : mesurés, ou manquants ?`,
});
