// French sentences of `<slope-shapes>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { ShapesMessages } from './messages.en.ts';

export const shapesFrench: ShapesMessages = frenchCatalog<ShapesMessages>({
  title: 'Les formes des tenseurs, et ce que les opérations en font',
  presets: {
    reshape: {
      name: 'Changer de forme',
      about: 'Les mêmes douze nombres dans le même ordre, en lignes d’une autre longueur.',
    },
    'reshape-error': { name: 'Une forme impossible', about: 'Échoue exprès : douze nombres, et dix places pour eux.' },
    transpose: {
      name: 'Transposer',
      about: 'Les lignes deviennent des colonnes : les mêmes nombres dans un autre ordre.',
    },
    matmul: {
      name: 'Produit de matrices',
      about: 'Une ligne rencontre une colonne : les deux tailles du milieu disparaissent, celles des bouts restent.',
    },
    'matmul-error': {
      name: 'Un produit impossible',
      about: 'Échoue exprès : des lignes de trois nombres rencontrent des colonnes de deux.',
    },
    broadcast: {
      name: 'Diffusion',
      about: 'Une ligne s’ajoute à chaque ligne : elle est répétée sans être copiée. Tout biais fait de même.',
    },
    'broadcast-error': {
      name: 'Une diffusion impossible',
      about: 'Échoue exprès : les tailles se comparent depuis la droite, et 4 n’est pas 3.',
    },
    layer: {
      name: 'Une couche entière',
      about: 'Un lot de 512 images rencontre les poids de 100 neurones : 40 millions de produits en une ligne.',
    },
  },
  settings: {
    operation: {
      label: 'Opération',
      options: {
        reshape: 'changer de forme',
        transpose: 'transposer',
        matmul: 'produit de matrices',
        add: 'somme, avec diffusion',
      },
    },
    a: { label: 'Forme de A', hint: 'Des tailles et des virgules, quatre au plus.' },
    b: { label: 'Forme de B' },
    station: { label: 'Étape' },
  },
  wanted: { label: 'Forme voulue', hint: '−1 : ce qui reste.' },
  shapeError: (text) =>
    `« ${text} » ne peut pas servir. Écrivez un à quatre nombres entiers et des virgules, par exemple 2,6.`,
  play: 'Suivre une image',
  step: 'Étape suivante',
  roadTitle: 'Le chemin d’une image',
  stations: [
    { name: 'Images', about: 'Soixante mille images de 28 lignes de 28 pixels : un bloc de nombres.' },
    {
      name: 'Aplaties',
      about: 'Chaque image en une ligne de 784 : rien n’est calculé, la forme est seulement lue autrement.',
    },
    { name: 'Un lot', about: '512 des lignes : ce que regarde une mise à jour.' },
    {
      name: 'Première couche',
      about: 'Fois des poids (784, 100), plus un biais (100,) à chaque ligne : 100 nombres par image.',
    },
    { name: 'Deuxième couche', about: 'Fois (100, 100) : 100 autres nombres par image. Personne ne touche au 512.' },
    { name: 'Softmax', about: 'Fois (100, 10) : dix probabilités par image, chaque ligne de somme un.' },
    { name: 'Argmax', about: 'La place du plus grand de chaque ligne : un chiffre par image. Un axe a disparu.' },
  ],
  stationLabel: (number, name, shape) => `${number}. ${name} : ${shape}`,
  tryTitle: 'Essayez une forme',
  a: 'A',
  b: 'B',
  result: 'Résultat',
  numbers: (count) => `${count} nombres`,
  tensor: (name, shape) => `${name}, de forme ${shape}`,
  element: (place, value) => `${value}, en ${place}`,
  from: {
    reshape: (value, place) => `${value} était en ${place} dans A.`,
    transpose: (value, place) => `${value} était en ${place} dans A : la même place, lue à l’envers.`,
    matmul: (value, sum) => `${sum} = ${value}`,
    add: (value, sum) => `${sum} = ${value}`,
  },
  point: 'Pointez un nombre du résultat pour voir d’où il vient.',
  engineSays: 'Le moteur dit (en anglais, comme tous les programmes) :',
  why: {
    reshape: (have, want) =>
      `A contient ${have} nombres et la forme voulue a ${want} places. On n’en ajoute ni n’en perd aucun.`,
    transpose: () => '',
    matmul: (inner, other) =>
      `Chaque ligne de A est multipliée par chaque colonne de B : elles doivent être aussi longues. A finit par ${inner}, B a ${other} lignes.`,
    add: (a, b) =>
      `Lisez ${a} et ${b} depuis la droite : les tailles doivent être égales deux à deux, ou l’une des deux 1.`,
  },
  many: 'Trop de nombres pour les écrire ; la forme dit tout ce qu’il faut savoir.',
  rule: {
    reshape: (count) => `Les mêmes ${count} nombres, dans le même ordre.`,
    transpose: () => 'Les axes à l’envers.',
    matmul: (inner) => `On somme sur la taille du milieu, ${inner}, qui disparaît.`,
    add: () => 'Ce qui manque ou vaut 1 est répété.',
  },
});
