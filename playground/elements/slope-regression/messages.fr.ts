// French sentences of `<slope-regression>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { RegressionMessages } from './messages.en.ts';

export const regressionFrench: RegressionMessages = frenchCatalog<RegressionMessages>({
  title: 'Un réseau apprend le prix des maisons',
  presets: {
    ames: {
      name: 'Ames, trois couches',
      about: '13-32-64-32-1 avec Adam : environ 21 000 dollars d’écart, là où une règle droite en a 25 000.',
    },
    'ames-rmsprop': { name: 'Ames, deux couches', about: '13-64-64-1 avec RMSprop.' },
    boston: {
      name: 'Boston, l’original',
      about: 'La table du cours, de 1970 : 506 quartiers, prix plafonnés à 50 000 dollars.',
    },
    'boston-rmsprop': { name: 'Boston, deux couches', about: 'Le second carnet du cours : 64-64-1 avec RMSprop.' },
    'one-neuron': {
      name: 'Un neurone',
      about: 'Sans couche cachée : la descente de gradient arrive à la règle droite, et ne peut pas mieux.',
    },
    raw: {
      name: 'Sans normalisation',
      about: 'Échoue exprès : les colonnes telles quelles, des années à côté de pieds carrés.',
    },
  },
  settings: {
    data: { label: 'Table', options: { ames: 'Ames', boston: 'Boston' } },
    normalisation: { label: 'Normaliser les colonnes', options: { on: 'oui', off: 'non' } },
    layers: { label: 'Couches cachées', hint: 'Neurones par couche, avec des virgules ; vide pour aucune.' },
    optimizer: { label: 'Optimiseur', options: { adam: 'Adam', rmsprop: 'RMSprop', sgd: 'SGD' } },
    learningRate: { label: 'Taux d’apprentissage', hint: 'Peut changer pendant l’entraînement.' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  errors: {
    layers: 'Écrivez jusqu’à quatre entiers de 1 à 256 avec des virgules, par exemple 64,64.',
    number: (text: string, min: string, max: string) =>
      `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
    loading: (message: string) => `La table n’a pas pu être chargée : ${message}`,
  },
  announce: (epoch: string, epochs: string, error: string) =>
    `Époque ${epoch} sur ${epochs} : ${error} d’écart en moyenne.`,
  step: { batch: '1 lot', epoch: '1 époque' },
  thousands: (value: string) => `${value} k$`,
  data: {
    title: 'Récupérer les données',
    about: {
      ames: 'Des maisons vendues à Ames, dans l’Iowa, de 2006 à 2010 : 13 nombres chacune, et le prix en milliers de dollars.',
      boston: 'Des quartiers de Boston en 1970 : 12 nombres chacun, et le prix médian en milliers de dollars.',
    },
    note: 'Pourquoi pas par défaut : l’étude d’où vient cette table contient une colonne tirée de la part d’habitants noirs, dans l’idée que la ségrégation fait monter les prix. La colonne est laissée de côté ici, et la plupart des bibliothèques ont retiré la table.',
    counts: (train: string, test: string) => `${train} maisons pour apprendre, ${test} gardées pour le test`,
  },
  prepare: {
    title: 'Préparer les données',
    before: 'telles quelles',
    after: 'normalisées',
    show: 'Montrer les colonnes',
    column: 'Colonne',
    mean: 'moyenne',
    std: 'écart type',
    min: 'min',
    max: 'max',
    note: 'Chaque colonne moins sa moyenne, divisée par son écart type, tous deux mesurés sur les seules maisons d’entraînement.',
    off: 'La normalisation est coupée : le réseau reçoit les colonnes telles quelles.',
  },
  build: {
    title: 'Construire le modèle',
    layer: 'Couche',
    shape: 'Forme de sortie',
    parameters: 'Paramètres',
    input: 'une maison',
    hidden: 'dense, ReLU',
    output: 'dense, linéaire',
    total: 'Total',
  },
  train: {
    title: 'Entraîner le modèle',
    mae: 'Erreur absolue moyenne (k$)',
    mse: 'Perte : erreur quadratique moyenne',
    note: 'La validation est mesurée sur les maisons de test, comme dans le cours.',
  },
  evaluate: {
    title: 'Évaluer',
    rules: 'L’écart moyen, pour une maison jamais vue',
    mean: 'toujours le prix moyen',
    linear: 'règle droite (régression linéaire)',
    now: 'le réseau maintenant',
    best: (epoch: string) => `sa meilleure époque (${epoch})`,
    restore: 'Remettre les meilleurs poids',
    restored: 'Les poids de la meilleure époque sont remis.',
    scatter: 'Prix prédit et prix réel (maisons de test)',
    scatterAlt: (error: string) =>
      `Chaque point est une maison de test ; sur la diagonale, son prix serait exact. Distance moyenne ${error}.`,
    real: 'prix réel (k$)',
    predicted: 'prédit (k$)',
    readout: (real: string, predicted: string) => `réel ${real}, prédit ${predicted}`,
    diagonal: 'exact',
  },
  predict: {
    title: 'Estimer une maison',
    house: (index: string) => `Maison de test ${index}`,
    next: 'Une autre maison',
    restore: 'Comme elle était',
    says: 'Le réseau dit',
    really: 'Elle s’est vendue',
    changed: 'C’est maintenant une maison que personne n’a vendue : seul le réseau en connaît un prix.',
    untrained: 'Les poids sont encore tirés au hasard.',
    bad: (text: string) => `« ${text} » n’est pas un nombre.`,
  },
});
