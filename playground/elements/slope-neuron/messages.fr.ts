// French sentences of `<slope-neuron>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { NeuronMessages } from './messages.en.ts';

export const neuronFrench: NeuronMessages = frenchCatalog<NeuronMessages>({
  title: 'Un neurone, nombre par nombre',
  presets: {
    student: {
      name: 'Cet étudiant réussira-t-il ?',
      about:
        'La régression logistique des étudiants, avec les poids qu’elle a appris : un peu plus de travail que la moyenne, bien moins de sommeil.',
    },
    neuron: {
      name: 'La même, rebaptisée',
      about: 'Aucun nombre n’a changé, seulement les mots : voici un neurone artificiel.',
    },
    line: {
      name: 'Une droite',
      about: 'Une entrée, pas de compression : la régression linéaire, 4 + 2x, est aussi un neurone.',
    },
    and: {
      name: 'ET',
      about: 'Une marche et trois nombres font une porte logique : 1 seulement si les deux entrées valent 1.',
    },
    or: { name: 'OU', about: 'Les mêmes poids, un autre biais : une seule entrée suffit.' },
  },
  settings: {
    names: {
      label: 'L’appeler',
      options: { model: 'une régression', neuron: 'un neurone', biology: 'une cellule nerveuse' },
    },
    activation: {
      label: 'Activation',
      options: { step: 'marche (1958)', sigmoid: 'sigmoïde', relu: 'ReLU (de nos jours)', linear: 'aucune' },
    },
    inputs: { label: 'Entrées', options: { '1': '1', '2': '2', '3': '3' } },
    x1: { label: 'x₁' },
    x2: { label: 'x₂' },
    x3: { label: 'x₃' },
    w1: { label: 'θ₁' },
    w2: { label: 'θ₂' },
    w3: { label: 'θ₃' },
    b: { label: 'b' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  fieldError: (text) => `« ${text} » n’est pas un nombre de −100 à 100.`,
  parts: {
    model: {
      input: 'observation X',
      weight: 'paramètres Θ',
      bias: 'ordonnée b',
      sum: 'somme pondérée',
      activation: 'fonction logistique σ',
      output: 'probabilité ŷ',
      whole: 'Une régression logistique',
    },
    neuron: {
      input: 'entrée X',
      weight: 'poids Θ',
      bias: 'biais b',
      sum: 'somme',
      activation: 'activation σ',
      output: 'sortie ŷ',
      whole: 'Un neurone artificiel : un réseau d’un seul',
    },
    biology: {
      input: 'dendrites',
      weight: 'synapses, fortes ou faibles',
      bias: 'seuil',
      sum: 'corps de la cellule : les signaux s’ajoutent',
      activation: 'cône d’émergence : décharger ou non',
      output: 'axone',
      whole: 'Une cellule nerveuse, simplifiée sans vergogne',
    },
  },
  play: 'Faire circuler les nombres',
  stepUnit: '1 étape',
  resetHint: 'Revenir aux entrées',
  newInputs: 'Autres entrées',
  newInputsHint: 'Des entrées au hasard, les mêmes poids',
  stages: [
    (names) => `Les nombres arrivent : ${names.input}.`,
    (names) => `Chacun est multiplié par le sien : ${names.weight}.`,
    (names) => `Tous les produits s’additionnent, avec : ${names.bias}. Cela donne : ${names.sum}.`,
    (names) => `Un nombre passe par une fonction : ${names.activation}.`,
    (names) => `Et le voilà dehors : ${names.output}.`,
  ],
  diagram: (parts, inputs, sum, output) =>
    `${parts.whole}. Entrées ${inputs} ; leur somme pondérée vaut ${sum} ; la sortie vaut ${output}.`,
  equation: 'En une ligne',
  curve: {
    title: 'La fonction d’activation',
    x: 't',
    y: 'σ(t)',
    handle: 'la somme t',
    summary: (t, y) => `La fonction d’activation ; en t = ${t}, elle vaut ${y}.`,
    readout: (t, y) => `t = ${t} : ${y}`,
    hint: 'Faites glisser l’anneau : le biais déplace la somme.',
  },
  map: {
    title: 'Ce que le neurone dit à chaque entrée',
    x: 'x₁',
    y: 'x₂',
    handle: 'l’entrée',
    summary:
      'Le plan des deux entrées, ombré par la sortie : bleu, elle est basse ; orange, elle est haute. La frontière est une droite.',
    readout: (x1, x2, y) => `x₁ = ${x1}, x₂ = ${x2} : ŷ = ${y}`,
    hint: 'Faites glisser l’anneau vers une autre entrée.',
  },
  truth: { title: 'Table de vérité', output: 'ŷ' },
  computedOn: (name, output) => `La réponse du moteur lui-même, sur ${name} : ŷ = ${output}`,
  complete: (output) => `Sortie ${output}.`,
});
