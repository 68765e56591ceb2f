// French sentences of `<slope-k-means>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { KMeansMessages } from './messages.en.ts';

export const kMeansFrench: KMeansMessages = frenchCatalog<KMeansMessages>({
  title: 'Les k-moyennes cherchent des groupes parmi des fleurs sans nom',
  presets: {
    three: {
      name: 'Trois groupes',
      about: 'Trois centres vont au milieu de ce qui devient à eux, et s’arrêtent.',
    },
    revealed: {
      name: 'Et les espèces',
      about: 'La même chose, comparée aux botanistes à la fin : 144 fleurs sur 150 concordent.',
    },
    worse: {
      name: 'Un départ malheureux',
      about: 'Échoue exprès : le repos vient à 142,8, alors que 78,9 est possible. Essayez d’autres graines.',
    },
    sepal: {
      name: 'Les mauvais nombres',
      about: 'Échoue exprès : par les sépales, deux des espèces ne se distinguent pas.',
    },
    eight: {
      name: 'Huit groupes',
      about: 'Si vous en demandez huit, il en trouve huit, qu’ils existent ou non.',
    },
  },
  settings: {
    clusters: { label: 'Nombre de groupes, k' },
    features: {
      label: 'Mesures',
      options: { petal: 'pétales', sepal: 'sépales', all: 'les quatre' },
    },
    species: { label: 'Espèces', options: { hidden: 'cachées', shown: 'montrées' } },
    seed: { label: 'Graine', hint: 'D’autres fleurs comme premiers centres.' },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  failed: (message: string) => `Les fleurs n’ont pas pu être chargées : ${message}`,
  play: 'Trouver les groupes',
  resetHint: 'Revenir aux mêmes premiers centres (R)',
  newSeedHint: 'D’autres fleurs comme premiers centres',
  assign: 'Affecter',
  move: 'Déplacer',
  round: '1 tour',
  plot: {
    title: 'Les fleurs et leurs centres',
    summary: (count: string, clusters: string) => `${count} fleurs autour de ${clusters} centres.`,
    center: (number: string) => `centre ${number}`,
    drag: 'Les centres se déplacent à la main.',
    four: 'Les distances comptent en quatre dimensions ; l’image en montre deux.',
  },
  axis: {
    petal: ['longueur du pétale (cm)', 'largeur du pétale (cm)'],
    sepal: ['longueur du sépale (cm)', 'largeur du sépale (cm)'],
  },
  now: {
    title: 'Ce qui se passe',
    start: (clusters: string) =>
      `${clusters} fleurs, tirées au hasard, sont les premiers centres. Aucune fleur n’est encore à personne.`,
    assigned: (changed: string) => `Chaque fleur est allée au centre le plus proche : ${changed} ont changé de camp.`,
    moved: (distance: string) => `Chaque centre s’est placé à la moyenne de ses fleurs : ${distance} cm en tout.`,
    done: (round: string) => `Plus personne ne change de camp au tour ${round} : c’est le repos.`,
    empty: (number: string) => `Le centre ${number} n’a pas de fleurs et reste où il est.`,
    inertia: 'Inertie',
    inertiaUnit: 'somme des carrés des distances, cm²',
  },
  curve: {
    title: 'L’inertie après chaque demi-pas',
    step: 'demi-pas',
    summary: (value: string) => `L’inertie baisse à chaque demi-pas, maintenant ${value}.`,
    none: 'Rien de mesuré encore.',
  },
  runs: {
    title: 'Où les parcours se sont arrêtés',
    clusters: 'k',
    summary: (count: string) => `L’inertie finale de ${count} parcours selon leur nombre de groupes.`,
    none: 'Chaque parcours qui s’arrête laisse ici un point. Changez k, ou la graine.',
  },
  table: {
    title: 'Groupes et espèces',
    group: 'groupe',
    total: 'fleurs',
    agree: (right: string, all: string) =>
      `Si chaque groupe prend le nom de sa majorité : ${right} fleurs justes sur ${all}.`,
    hidden: 'Cachées : les k-moyennes ne voient jamais les espèces.',
    show: 'Montrer les espèces',
    hide: 'Les cacher de nouveau',
    ringed: 'Cerclées : les fleurs d’une autre espèce que la plupart de leur groupe.',
  },
});
