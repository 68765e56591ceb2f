// French sentences of `<slope-network>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { LayersProblem } from './architecture.ts';
import type { KerasError } from './keras.ts';
import type { NetworkMessages } from './messages.en.ts';

export const networkFrench: NetworkMessages = frenchCatalog<NetworkMessages>({
  title: 'Un réseau de neurones apprend à partager le plan',
  presets: {
    circles: {
      name: 'Un anneau',
      about: 'Deux petites couches cachées plient une frontière droite en courbe fermée, en cinq secondes environ.',
    },
    lecture: {
      name: 'Le 3-4-2 du cours',
      about: 'Trois entrées, quatre neurones ReLU, deux sorties softmax : 26 nombres à apprendre.',
    },
    xor: { name: 'XOR', about: 'Les coins opposés vont ensemble. Une couche cachée de trois neurones suffit.' },
    'one-neuron': {
      name: 'XOR avec un neurone',
      about: 'Échoue exprès : un neurone trace une seule frontière droite, et aucune droite n’y suffit.',
    },
    'by-hand': {
      name: 'Caractéristiques faites main',
      about: 'Aucune couche cachée : quelqu’un a choisi x₁² et x₂², un seul neurone fait le reste.',
    },
    spiral: { name: 'Spirale', about: 'Deux couches de huit. Regardez la frontière s’enrouler vers le centre.' },
    'spiral-one-neuron': {
      name: 'Spirale avec un neurone',
      about: 'Échoue exprès : la couche cachée n’a qu’un neurone, et tout doit passer par lui.',
    },
    overfit: {
      name: 'Trop de réseau',
      about: 'Vingt points bruités pour 151 nombres : l’entraînement devient parfait, la validation empire.',
    },
    hills: { name: 'Régression', about: 'En chaque point un nombre au lieu d’une classe : une bosse et un creux.' },
  },
  settings: {
    data: {
      label: 'Jeu de données',
      options: {
        circles: 'anneau',
        moons: 'lunes',
        xor: 'XOR',
        blobs: 'nuages',
        spiral: 'spirale',
        hills: 'bosse et creux',
        slope: 'pente',
      },
    },
    points: { label: 'Points à vous' },
    count: { label: 'Points' },
    noise: { label: 'Bruit' },
    validationShare: { label: 'Gardés pour la validation' },
    features: { label: 'Caractéristiques' },
    layers: { label: 'Couches cachées' },
    activation: {
      label: 'Activation',
      options: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoïde', linear: 'aucune (linéaire)' },
    },
    output: { label: 'Sortie', options: { sigmoid: '1 sigmoïde', softmax: '2 softmax' } },
    optimizer: { label: 'Optimiseur', options: { sgd: 'SGD', momentum: 'Inertie', adam: 'Adam' } },
    l2: { label: 'Pénalité des poids (L2)' },
    learningRate: { label: 'Taux d’apprentissage', hint: 'Peut changer pendant l’entraînement.' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  fieldErrors: {
    number: (text: string, min: string, max: string) =>
      `« ${text} » ne peut pas servir. Écrivez un nombre de ${min} à ${max}.`,
  },
  step: { update: '1 mise à jour', epoch: '1 époque' },
  data: {
    title: 'Données',
    classes: ['rond bleu', 'triangle orange'],
    edit: 'Un clic ajoute',
    brush: { move: 'rien', '0': 'bleu', '1': 'orange' },
    brushHint: 'Tirez un point pour le déplacer, Suppr l’enlève.',
    valuesHint: 'Ces points portent des nombres ; tirez-les pour les déplacer, Suppr en enlève un.',
    save: 'Enregistrer en CSV',
    undo: 'Annuler',
    restore: 'Comme au début',
    edited: (count: string) => `Modifié : ${count} points.`,
    counts: (train: string, validation: string) =>
      `${train} pour apprendre (pleins), ${validation} pour la validation (creux)`,
  },
  network: {
    title: 'Réseau',
    features: 'Entrées',
    hidden: (number: number) => `Couche ${number}`,
    output: 'Sortie',
    addLayer: 'Couche',
    addLayerLabel: 'Ajouter une couche cachée',
    removeLayerLabel: 'Enlever la dernière couche cachée',
    addNeuron: (layer: number) => `Ajouter un neurone à la couche ${layer}`,
    removeNeuron: (layer: number) => `Enlever un neurone de la couche ${layer}`,
    featureOn: (name: string) => `Caractéristique ${name}, utilisée`,
    featureOff: (name: string) => `Caractéristique ${name}, non utilisée`,
    neuron: (name: string, value: string) => `Neurone ${name}. ${value}`,
    neuronText: (inputs: number) => `${inputs} poids et un biais`,
    outputText: 'ce que dit le réseau',
    parameters: (count: string) => `${count} paramètres`,
    hint: 'Chaque carré montre ce que ce neurone dit de tous les points du plan. Pointez-en un pour le voir en grand, appuyez dessus pour voir et changer ses nombres.',
    weight: (from: string, to: string, value: string) => `${from} → ${to} : ${value}`,
    legend: { negative: 'négatif', zero: '0', positive: 'positif' },
    diagram: (shape: string) => `Réseau ${shape} : caractéristiques, couches cachées, sortie.`,
  },
  inspector: {
    title: (name: string) => `Neurone ${name}`,
    weight: (from: string) => `poids de ${from}`,
    bias: 'biais',
    hint: 'Changez un nombre, l’image suit. Un changement met l’entraînement en pause.',
    choose:
      'Appuyez sur un neurone ou sur un trait du réseau : sa formule apparaît ici, avec des nombres que vous pouvez changer.',
    notANumber: (text: string) => `« ${text} » n’est pas un nombre ; l’ancienne valeur reste.`,
    close: 'Fermer',
    softmax: 'softmax, sur les deux sorties, de',
  },
  picture: {
    title: 'Ce qu’il dit',
    neuron: (name: string) => `Ce que dit le neurone ${name}`,
    classesAlt: (wrong: string, total: string) =>
      `Le plan, coloré par la réponse du réseau : bleu pour la classe 0, orange pour la classe 1. ${wrong} points sur ${total} sont du mauvais côté.`,
    valuesAlt: 'Le plan, coloré par le nombre que prédit le réseau : bleu négatif, orange positif.',
    neuronAlt: (name: string) => `Le plan, coloré par la sortie du neurone ${name}.`,
    border: 'frontière : les deux classes à égalité',
    point: (index: string, kind: string) => `point ${index}, ${kind}`,
    value: (value: string) => `valeur ${value}`,
    probability: (share: string) => `dit orange à ${share}`,
    prediction: (value: string) => `dit ${value}`,
    trainWrong: (wrong: string, total: string) => `${wrong} faux sur ${total} à l’entraînement`,
    validationWrong: (wrong: string, total: string) => `${wrong} faux sur ${total} en validation`,
    trainError: (error: string) => `${error} d’écart en moyenne à l’entraînement`,
    validationError: (error: string) => `${error} en validation`,
    nothingLearned: 'Encore rien d’appris : les poids sont tirés au hasard.',
    axis1: 'x₁',
    axis2: 'x₂',
  },
  curve: { title: { classes: 'Perte (entropie croisée)', values: 'Perte (erreur quadratique moyenne)' } },
  training: { title: 'Entraînement' },
  code: {
    title: 'Le même réseau en code Keras',
    hint: 'Écrivez ici : le réseau suit.',
    label: 'Code Keras du réseau, modifiable',
    fits: 'Le code et l’image sont le même réseau.',
    kept: 'L’image garde le dernier réseau lisible.',
    writeAgain: 'Le récrire',
    line: (line: number) => `Ligne ${line} : `,
    error: (error: KerasError): string => {
      switch (error.kind) {
        case 'no-layers':
          return 'il n’y a pas de couche Dense. La dernière est la sortie : Dense(1, activation="sigmoid").';
        case 'unknown-layer':
          return `« ${error.name} » n’est pas une couche possible ici. Écrivez par exemple Dense(4, activation="relu").`;
        case 'unknown-argument':
          return `Dense n’a pas ici d’argument « ${error.name} » ; il prend le nombre de neurones et activation.`;
        case 'unclosed':
          return 'une parenthèse n’est pas fermée.';
        case 'units':
          return `« ${error.text} » n’est pas un nombre de neurones. Écrivez un entier, par exemple Dense(4).`;
        case 'too-many-units':
          return `${error.text} neurones, c’est plus que l’image n’en montre ; jusqu’à 10 tiennent dans une couche.`;
        case 'activation':
          return `« ${error.name} » n’est pas une activation de cette figure. Il y a relu, tanh, sigmoid et linear, et softmax pour la sortie.`;
        case 'inputs':
          return `« ${error.text} » n’est pas un nombre de caractéristiques. Une à sept conviennent : Input((3,)).`;
        case 'output-units':
          return error.output === 'softmax'
            ? 'softmax partage un entre les classes. Il y a 2 classes : la dernière couche doit être Dense(2, activation="softmax").'
            : `la dernière couche a ${error.units} neurones, mais il n’y a qu’un nombre à dire : Dense(1).`;
        case 'output-activation':
          return error.task === 'classes'
            ? `la dernière couche doit donner des probabilités : sigmoid avec un neurone, ou softmax avec deux, pas « ${error.name} ».`
            : `les données sont des nombres : la dernière couche a un neurone linéaire, pas « ${error.name} ».`;
        case 'softmax-inside':
          return 'softmax va à la fin d’un réseau ; à l’intérieur, prenez relu, tanh ou sigmoid.';
        case 'too-many-layers':
          return 'cinq couches cachées au plus tiennent dans l’image.';
        case 'loss':
          return `la perte « ${error.name} » ne va pas avec la dernière couche ; il lui faut « ${error.wanted} ».`;
        case 'optimizer':
          return `« ${error.name} » n’est pas un optimiseur de cette figure. Il y a SGD, SGD avec inertie (momentum) et Adam.`;
        case 'number':
          return `« ${error.text} » ne peut pas servir pour ${error.name}.`;
        default:
          return error satisfies never;
      }
    },
  },
  layersError: (problem: LayersProblem): string =>
    ({
      'not-a-count': 'Écrivez des nombres de neurones avec des virgules, par exemple 4,3.',
      'too-large': 'Jusqu’à dix neurones tiennent dans une couche.',
      'too-many': 'Jusqu’à cinq couches cachées tiennent ici.',
      activation: 'Après les deux-points : relu, tanh, sigmoid ou linear.',
    })[problem],
});
