// French sentences of `<slope-approximation>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { ApproximationMessages } from './messages.en.ts';

export const approximationFrench: ApproximationMessages = frenchCatalog<ApproximationMessages>({
  title: 'Une couche de neurones suit une courbe que vous dessinez',
  presets: {
    waves: { name: 'Vagues', about: 'Douze neurones suivent cette courbe de si près qu’il faut regarder deux fois.' },
    narrow: { name: 'Trop peu', about: 'Échoue exprès : deux neurones ont deux marches, la courbe en a plus.' },
    relu: {
      name: 'Bouts de droite',
      about: 'Avec ReLU, chaque neurone ajoute un angle : la courbe est faite de droites.',
    },
    step: { name: 'Une marche', about: 'Facile pour tanh, qui est une marche lui-même : deux neurones suffisent.' },
    spikes: { name: 'Pointes', about: 'Difficile : douze tournants coûtent beaucoup de neurones et de temps.' },
  },
  settings: {
    curve: { label: 'Courbe' },
    units: { label: 'Neurones cachés' },
    activation: { label: 'Fonction d’activation', options: { tanh: 'tanh', relu: 'ReLU' } },
    learningRate: { label: 'Taux d’apprentissage', hint: 'Peut changer en cours d’entraînement.' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  numberError: (text: string, min: string, max: string) =>
    `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  announce: (epoch: string, epochs: string, error: string) => `Époque ${epoch} sur ${epochs} : ${error} d’écart.`,
  step: { update: '1 mise à jour', epoch: '1 époque' },
  progress: 'Entraînement',
  plot: {
    title: 'Votre courbe et celle du réseau',
    hint: 'Tirez les nœuds, ou cliquez n’importe où : le nœud le plus proche y saute.',
    summary: (units: string, error: string) =>
      `Une courbe par treize nœuds, et celle d’un réseau à ${units} neurones cachés. Leur écart moyen est de ${error}.`,
    knot: (number: string) => `nœud ${number}`,
    yours: 'votre courbe',
    network: 'le réseau',
    parts: 'ce que chaque neurone ajoute',
    manyParts: 'trop de neurones pour dessiner la part de chacun',
  },
  now: {
    title: 'À quelle distance il arrive',
    error: 'd’écart, en moyenne (RMSE)',
    parameters: (count: string) => `${count} paramètres`,
  },
  runs: {
    title: 'Où l’entraînement a fini, selon la largeur',
    units: 'neurones cachés',
    none: 'Chaque entraînement fini de cette courbe laisse ici un point. Changez le nombre de neurones.',
    summary: (count: string) => `L’erreur à la fin de ${count} entraînements selon leur nombre de neurones cachés.`,
  },
});
