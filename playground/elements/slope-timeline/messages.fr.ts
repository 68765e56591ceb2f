// French sentences of `<slope-timeline>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { TimelineMessages } from './messages.en.ts';

export const timelineFrench: TimelineMessages = frenchCatalog<TimelineMessages>({
  title: 'Trois ensembles, l’un dans l’autre, et soixante-dix ans d’histoire',
  presets: {
    perceptron: { name: '1958 : le perceptron', about: 'Une machine qui apprend de ses fautes.' },
    controversy: {
      name: '1969 : la controverse',
      about: 'La preuve de ce qu’il ne peut pas apprendre, et l’argent se tarit.',
    },
    'back-propagation': {
      name: '1986 : la rétropropagation',
      about: 'Les réseaux à couches cachées peuvent s’entraîner.',
    },
    deep: {
      name: '2012 : les réseaux profonds',
      about: 'Beaucoup de couches, beaucoup d’images, des processeurs graphiques.',
    },
  },
  settings: { year: { label: 'Année' } },
  play: 'Au fil des années',
  next: 'Station suivante',
  resetHint: 'Revenir à la première station (R)',
  setsTitle: 'Ce qui est dans quoi',
  sets: {
    intelligence: {
      name: 'Intelligence artificielle',
      about: 'des machines font ce qui semble demander un esprit, par n’importe quel moyen',
    },
    learning: {
      name: 'Apprentissage automatique',
      about: 'elles l’apprennent par l’exemple au lieu de se le faire dire',
    },
    deep: {
      name: 'Apprentissage profond',
      about: 'par de nombreuses couches de neurones, qui trouvent leurs propres caractéristiques',
    },
  },
  winter: 'Hachuré : des années où l’espoir et l’argent ont manqué.',
  axis: 'Les stations sur une ligne de 1950 à aujourd’hui.',
  stationTitle: 'La station',
  open: (name: string) => `L’essayer : ${name}`,
  stations: {
    naming: {
      name: 'Un nom',
      text: 'Une école d’été à Dartmouth nomme le domaine « intelligence artificielle ». Les programmes d’alors jouent aux dames et prouvent des théorèmes, par des règles que des gens ont écrites. Le joueur de dames d’Arthur Samuel apprend bientôt de ses propres parties, et donne son nom à l’apprentissage automatique en 1959.',
    },
    'k-means': {
      name: 'k-moyennes',
      text: 'Stuart Lloyd décrit comment trouver des groupes par deux gestes simples. Il veut envoyer la parole sur des fils ; cela devient l’une des façons les plus employées d’apprendre sans réponses.',
    },
    perceptron: {
      name: 'Perceptron',
      text: 'Frank Rosenblatt construit un neurone qui apprend de ses fautes, d’abord en programme, puis en machine dont des moteurs tournent les poids. Les journaux s’attendent à le voir bientôt marcher et parler.',
    },
    controversy: {
      name: 'La controverse',
      text: 'Marvin Minsky et Seymour Papert prouvent ce qu’une seule couche n’apprendra jamais, XOR entre autres. Deux couches le pourraient, mais personne ne sait les entraîner. Pendant des années, presque personne ne paie pour des neurones.',
    },
    'back-propagation': {
      name: 'Rétropropagation',
      text: 'Rumelhart, Hinton et Williams montrent que l’erreur peut remonter à travers les couches cachées. L’idée est plus ancienne ; tout le monde voit maintenant qu’elle marche.',
    },
    universal: {
      name: 'Presque toute courbe',
      text: 'Cybenko, et d’autres la même année, prouvent qu’une couche cachée, si elle est assez large, peut suivre toute fonction continue. Comment trouver les poids, la preuve ne le dit pas.',
    },
    digits: {
      name: 'Les chiffres',
      text: 'Les réseaux de Yann LeCun lisent une bonne part des chèques des États-Unis. Les données qui les éprouvent, MNIST, restent les premières de tout débutant.',
    },
    graphics: {
      name: 'Réseaux profonds',
      text: 'AlexNet, un réseau de huit couches et de 60 millions de paramètres entraîné sur deux cartes graphiques, gagne le concours d’images ImageNet avec une avance que personne n’imaginait. Dès lors, le domaine va en profondeur.',
    },
    frameworks: {
      name: 'Pour tout le monde',
      text: 'Keras et TensorFlow paraissent, PyTorch suit un an après : un réseau tient en quelques lignes, et les gradients viennent tout seuls.',
    },
    everyday: {
      name: 'Au quotidien',
      text: 'Des programmes qui écrivent, dessinent et parlent atteignent des centaines de millions de gens. À leur bout, un softmax sur des mots, comme ici sur des chiffres ; devant lui, des centaines de couches.',
    },
  },
  frameworks: {
    title: 'Les bibliothèques',
    asOf: (year: string) =>
      `État de ${year}. Les onglets de code de ces pages écrivent chaque modèle pour Keras, pour PyTorch et pour notre moteur.`,
    name: 'bibliothèque',
    since: 'depuis',
    origin: 'de',
    licence: 'licence',
    state: 'aujourd’hui',
    alive: 'en usage',
    until: (year: string) => `jusqu’en ${year}`,
  },
});
