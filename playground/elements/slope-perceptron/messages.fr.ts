// French sentences of `<slope-perceptron>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { PerceptronMessages } from './messages.en.ts';

export const perceptronFrench: PerceptronMessages = frenchCatalog<PerceptronMessages>({
  title: 'Un perceptron apprend de ses fautes, une fleur à la fois',
  presets: {
    setosa: { name: 'Setosa ou non', about: 'Une frontière droite suffit : plus aucune faute après quelques tours.' },
    virginica: {
      name: 'Virginica ou non',
      about: 'Échoue exprès : les deux groupes se chevauchent, et la frontière ne se repose jamais.',
    },
    xor: { name: 'XOR', about: 'Échoue exprès : des coins opposés, qu’aucune droite ne sépare.' },
  },
  settings: {
    question: { label: 'Question à poser', options: { setosa: 'setosa ?', virginica: 'virginica ?', xor: 'XOR' } },
    learningRate: { label: 'Taux d’apprentissage' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Tours, au plus' },
    seed: { label: 'Graine', hint: 'Un autre ordre, un autre partage.' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  failed: (message: string) => `Les fleurs n’ont pas pu être chargées : ${message}`,
  announce: (round: string, mistakes: string) => `Tour ${round} : ${mistakes} fautes.`,
  step: { one: '1 fleur', mistake: 'Faute suivante' },
  progress: 'Tours',
  axis: { iris: ['longueur du pétale (cm)', 'largeur du pétale (cm)'], xor: ['x₁', 'x₂'] },
  names: {
    setosa: ['un autre iris', 'setosa'],
    virginica: ['un autre iris', 'virginica'],
    xor: ['signes égaux', 'signes opposés'],
  },
  plot: {
    title: 'Les fleurs et la frontière',
    summary: (wrong: string, total: string) =>
      `${wrong} points sur ${total} sont du mauvais côté de la frontière droite.`,
    noBorder: 'Les trois nombres sont nuls : il n’y a pas encore de frontière.',
  },
  now: {
    title: 'La fleur du moment',
    none: 'Rien de montré encore. Appuyez sur « Faute suivante ».',
    right: (name: string) => `C’est ${name}, et le perceptron le dit. Rien ne change.`,
    wrongOne: (name: string) =>
      `C’est ${name}, mais la somme n’était pas au-dessus de zéro. Ses nombres s’ajoutent aux poids.`,
    wrongZero: (name: string) =>
      `C’est ${name}, mais la somme n’était pas au-dessous de zéro. Ses nombres sont retirés aux poids.`,
  },
  count: {
    mistakes: (count: string, rounds: string) => `${count} fautes jusqu’ici, tour ${rounds}`,
    train: (right: string, total: string) => `${right} justes sur ${total}`,
    test: (right: string, total: string) => `${right} justes sur ${total} au test`,
    converged: (round: string) => `Un tour entier sans faute : il est au repos depuis le tour ${round}.`,
    never: 'Les tours sont finis et il se trompe encore : aucune droite ne sépare ces deux groupes.',
  },
  log: { title: 'Les dernières fautes', number: 'n°', point: 'fleur', w1: 'w₁', w2: 'w₂', b: 'b' },
  neuron: {
    title: 'Deux neurones',
    hint: 'Pointez une partie de l’un : son pendant dans l’autre s’allume.',
    biological: 'Une cellule nerveuse',
    artificial: 'Le perceptron, 1958',
    parts: {
      input: ['les dendrites reçoivent des signaux', 'entrées'],
      weight: ['les synapses : certaines fortes, d’autres faibles', 'poids'],
      sum: ['le corps de la cellule les additionne', 'somme pondérée'],
      fire: ['au-delà d’un seuil, elle se décharge', 'seuil : 1 ou 0'],
      output: ['l’axone porte la réponse', 'sortie'],
    },
    alt: 'Une cellule nerveuse et un neurone artificiel côte à côte, partie par partie : dendrites et entrées, synapses et poids, corps de la cellule et somme, seuil et marche, axone et sortie.',
  },
});
