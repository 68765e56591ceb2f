// French sentences of `<slope-mnist>`.

import { frenchCatalog } from '../../i18n/typography.ts';
import type { MnistMessages } from './messages.en.ts';

export const mnistFrench: MnistMessages = frenchCatalog<MnistMessages>({
  title: 'Un réseau apprend à lire des chiffres manuscrits',
  presets: {
    lecture: {
      name: 'Le cours',
      about: '784-100-100-10, ReLU, Adam : environ 9 770 des 10 000 chiffres de test justes après 16 époques.',
    },
    quick: {
      name: 'Rapide',
      about: 'Seulement 10 000 images pour apprendre : six fois moins de temps, environ 95 % justes.',
    },
    small: {
      name: 'Petits chiffres',
      about: '1797 chiffres de 8 pixels sur 8 : chargés et appris en quelques secondes, environ 98 % justes.',
    },
    fashion: {
      name: 'Vêtements',
      about:
        'Fashion-MNIST, dix sortes de vêtements au même format : le même réseau en reconnaît environ 87 %. Les chemises sont difficiles.',
    },
    cnn: {
      name: 'À convolution',
      about:
        'Le cours suivant : de petites fenêtres glissent sur l’image. Avec 10 000 images, environ 97 % justes ; bien plus de calcul.',
    },
    'no-hidden-layer': {
      name: 'Sans couche cachée',
      about: 'Dix neurones qui regardent directement les pixels : on plafonne vers 92,5 %.',
    },
    diverges: {
      name: 'Échec voulu',
      about: 'Un taux d’apprentissage de 100 : la perte explose, puis on revient en arrière.',
    },
  },
  settings: {
    data: {
      label: 'Images choisies',
      options: { mnist: 'MNIST', fashion: 'vêtements', digits: 'chiffres 8 × 8' },
    },
    images: { label: 'Images d’entraînement' },
    network: {
      label: 'Réseau',
      options: { dense: 'couches de neurones', cnn: 'à convolution' },
    },
    layers: {
      label: 'Couches cachées',
      hint: 'Neurones par couche, séparés par des virgules ; vide : aucune.',
    },
    activation: {
      label: 'Activation',
      options: { relu: 'ReLU', tanh: 'tanh', sigmoid: 'sigmoïde', linear: 'aucune (linéaire)' },
    },
    optimizer: { label: 'Optimiseur', options: { adam: 'Adam', sgd: 'SGD' } },
    learningRate: { label: 'Taux d’apprentissage', hint: 'Modifiable pendant l’entraînement.' },
    batchSize: { label: 'Taille des lots' },
    epochs: { label: 'Époques' },
    seed: { label: 'Graine' },
    backend: { label: 'Calculer sur', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  },
  fieldErrors: {
    layers: (problem, used) => {
      const kept = used === '' ? 'Le réseau reste sans couche cachée.' : `Le réseau garde ${used}.`;
      switch (problem.kind) {
        case 'not-a-count':
          return `« ${problem.text} » n’est pas un nombre de neurones. Écrivez des entiers séparés par des virgules, par exemple 100,100. ${kept}`;
        case 'too-large':
          return `${problem.text} neurones, c’est trop pour une couche ici ; 2 048 au plus. ${kept}`;
        default:
          return `Six couches cachées au plus. ${kept}`;
      }
    },
    number: (text, min, max) => `« ${text} » ne convient pas. Écrivez un nombre de ${min} à ${max}.`,
  },
  steps: {
    init: 'Importer et initialiser',
    retrieve: 'Récupérer les données',
    prepare: 'Préparer les données',
    build: 'Construire le modèle',
    train: 'Entraîner le modèle',
    evaluate: 'Évaluer',
    draw: 'Votre propre chiffre',
    sizes: 'Combien de données lui faut-il ?',
  },
  step: { batch: '1 lot', epoch: '1 époque' },
  init: {
    backend: 'Calcul',
    adapter: 'Adaptateur',
    seedHint: 'Même graine, mêmes poids initiaux et mêmes lots.',
  },
  retrieve: {
    about: {
      mnist: 'MNIST : des chiffres écrits par plusieurs centaines de personnes, numérisés en 28 pixels sur 28.',
      fashion:
        'Fashion-MNIST : 30 000 photos de vêtements d’une boutique, faites pour ressembler à MNIST : 28 pixels sur 28, dix sortes.',
      digits:
        'Les chiffres de 43 personnes en 8 pixels sur 8, réunis en 1998 : tout un jeu de données en 46 kilooctets.',
    },
    progressLabel: 'Téléchargement des images',
    bytes: (loaded, total) => `${loaded} sur ${total}`,
    images: (loaded, total) => `${loaded} images sur ${total}`,
    done: (bytes) => `${bytes} chargés et vérifiés`,
    training: 'entraînement',
    test: 'test',
    images10k: 'images',
    labels: 'étiquettes',
    shape: 'forme',
    waiting: (loaded) => `L’entraînement commence quand toutes les images sont là. ${loaded} sont arrivées.`,
    startNow: (count) => `Entraîner sur ${count} dès maintenant`,
    trainedOnPart: (used, total) =>
      `Ce réseau n’apprend que des ${used} premières images ; les ${total} sont maintenant là.`,
    startOver: 'Recommencer avec toutes',
  },
  prepare: {
    wall: 'Les 36 premières images d’entraînement et leurs étiquettes',
    wallText: (labels) => `36 images d’entraînement, étiquetées ${labels}.`,
    histogram: 'Fréquence de chaque niveau de gris',
    histogramText:
      'Histogramme à échelle logarithmique : quatre pixels sur cinq valent 0, le papier blanc ; les autres se répartissent jusqu’à 255, avec un second pic à l’encre pleine.',
    before: 'numérisé',
    after: (range) => `divisé par ${range}`,
    count: 'pixels (échelle log)',
    min: 'min',
    max: 'max',
    mean: 'moyenne',
    std: 'écart type',
    note: 'L’image ne change pas, seule sa règle change : les poids partent de valeurs proches de zéro, et des entrées de cette taille leur conviennent.',
  },
  build: {
    layer: 'Couche',
    shape: 'Forme en sortie',
    parameters: 'Paramètres',
    total: 'Total',
    input: 'image mise à plat',
    hidden: (activation) => `dense, ${activation}`,
    output: 'dense, softmax',
    caption: 'Le réseau, couche par couche',
    kinds: {
      Conv2D: 'convolution 3 × 3, ReLU',
      MaxPooling2D: 'max-pooling 2 × 2',
      Dropout: 'abandon (dropout)',
      Flatten: 'mise à plat',
      Dense: 'dense',
    },
    why: (inputs, outputs, count) => `${inputs} × ${outputs} poids + ${outputs} biais = ${count}`,
  },
  train: {
    loss: 'Perte (entropie croisée)',
    accuracy: 'Exactitude',
    validated: (accuracy) => `exactitude de validation ${accuracy}`,
    table: 'Valeurs par époque',
    validation: 'La validation porte sur les images de test, comme dans le cours.',
    epoch: 'époque',
    lossShort: 'perte',
    accuracyShort: 'exactitude',
    valLoss: 'perte val.',
    valAccuracy: 'exactitude val.',
    seconds: 'secondes',
  },
  evaluate: {
    before: 'Dès qu’elles sont là, le réseau lit toutes les images de test, dont il n’apprend jamais rien.',
    verdict: (wrong, total, accuracy) => ({ wrong: `${wrong} fautes sur ${total}`, accuracy: `${accuracy} justes` }),
    after: (step) => `après ${step} mises à jour`,
    untrained: (wrong) => `avant l’entraînement ; au hasard, ${wrong} seraient fausses`,
    matrix: 'Matrice de confusion',
    matrixCaption: 'Matrice de confusion : en ligne ce qui est montré, en colonne ce qui est lu.',
    shown: 'montré',
    read: 'lu comme',
    cell: (truth, read, count, total) => `${truth} lu comme ${read} : ${count} sur ${total}`,
    display: 'Les cases montrent',
    counts: 'effectifs',
    shares: '% de la ligne',
    list: 'Quelles images',
    listMistakes: 'erreurs',
    listDoubts: 'doutes',
    doubts: 'Les doutes, le moins sûr d’abord',
    doubtsAbout:
      'Justes ou non : les images dont la meilleure réponse avait la plus petite probabilité. Choisissez-en une pour voir entre quoi il hésite.',
    mistakes: 'Les fautes, des plus sûres aux moins sûres',
    mistakesOf: (truth, read) => `${truth} lu comme ${read}, des plus sûres aux moins sûres`,
    allMistakes: 'Montrer toutes les fautes',
    noMistakes: 'Aucune faute de ce genre.',
    mistake: (truth, read, share) => `Un ${truth}, lu comme ${read} avec une confiance de ${share}`,
    more: (count) => `En montrer ${count} de plus`,
    detail: (index) => `Image de test ${index}`,
    truth: 'montré',
    pick: 'Choisissez une image pour voir les dix probabilités.',
    templates: 'Ce que cherche la première couche',
    templatesAbout:
      'Un carré par neurone de la première couche : en orange les pixels qui l’excitent, en bleu ceux qui le font taire.',
    templatesText: (count) => `Les poids de ${count} neurones, en images.`,
  },
  draw: {
    about:
      'Écrivez un chiffre. Le réseau le voit comme à droite : cadré, mis à l’échelle et centré comme ses images d’entraînement.',
    canvas: 'Zone de dessin. Les flèches déplacent la plume, espace la pose ou la lève, Suppr efface.',
    keys: 'Au clavier : les flèches déplacent la plume, espace la pose ou la lève, Suppr efface.',
    penDown: 'Plume posée',
    penUp: 'Plume levée',
    clear: 'Effacer',
    undo: 'Annuler',
    sample: 'Prendre une image de test',
    seen: 'Ce que voit le réseau',
    seenText: '28 pixels sur 28',
    empty: 'Rien de dessiné pour l’instant.',
    answer: (digit, share) => `Il lit ${digit}, sûr à ${share}.`,
    unsure: (digit, share, second) => `Il lit ${digit}, mais sûr à ${share} seulement ; ce pourrait être ${second}.`,
    untrained: 'Le réseau n’est pas entraîné : sa réponse est un tirage au sort.',
    probabilities: 'Probabilité de chaque chiffre',
    truth: (digit) => `L’étiquette dit ${digit}.`,
  },
  sizes: {
    about:
      'Un réseau par point, chacun neuf et entraîné pendant environ 470 mises à jour, sur de plus en plus d’images ; tous sont jugés par les mêmes images de test.',
    measure: 'Mesurer',
    stop: 'Arrêter',
    measuring: (images) => `Entraînement sur ${images} images …`,
    chart: 'Justes sur les images de test',
    x: 'images d’entraînement (échelle log.)',
    y: 'part des images de test bien lues',
    summary: (list) => (list ? `Exactitude selon la taille du jeu : ${list}.` : 'Rien n’est encore mesuré.'),
    point: (images, share) => `${images} : ${share}`,
    images: 'Nombre d’images',
    right: 'Justes',
    wrong: 'Fausses sur 1 000',
    own: 'votre essai',
    none: 'Rien n’est encore mesuré. Un entraînement à vous laisse aussi un point ici.',
    failed: (message) => `La mesure s’est arrêtée : ${message}`,
  },
  clothes: {
    names: ['T-shirt', 'pantalon', 'pull', 'robe', 'manteau', 'sandale', 'chemise', 'basket', 'sac', 'bottine'],
    short: ['tee', 'pan', 'pul', 'rob', 'man', 'san', 'che', 'bas', 'sac', 'bot'],
  },
  quiz: {
    question: 'Des quatre ou des neuf ?',
    press: 'Appuyez sur un chiffre pour voir son étiquette.',
    which: (position) => `chiffre ${position} sur 9, un 4 ou un 9 ? Appuyez pour voir son étiquette.`,
    is: (position, label) => `chiffre ${position} sur 9, étiqueté ${label}`,
  },
  data: {
    retry: 'Réessayer',
    kept: (count) => ` Les ${count} images déjà arrivées sont gardées et peuvent servir.`,
    error: (kind, details, f) => {
      const file = details.file ?? 'mnist';
      switch (kind) {
        case 'offline':
          return `Le fichier d’images ${file} est inaccessible. Vérifiez la connexion, puis réessayez.`;
        case 'missing':
          return `Le serveur n’a pas le fichier d’images ${file}${details.status ? ` (code ${details.status})` : ''}. Réessayez dans un moment ; qui gère le site le fabrique avec « npm run data ».`;
        case 'truncated':
          return `Le fichier d’images ${file} est incomplet : ${f.bytes(details.receivedBytes ?? 0)}${details.expectedBytes ? ` sur ${f.bytes(details.expectedBytes)}` : ''} sont arrivés. Vérifiez la connexion, puis réessayez.`;
        case 'checksum':
          return `Le fichier d’images ${file} est arrivé abîmé : sa somme de contrôle est fausse, il n’est donc pas utilisé. Réessayez ; si cela persiste, un proxy ou un cache le modifie peut-être.`;
        case 'aborted':
          return `Le chargement s’est arrêté à ${file}. Réessayez pour continuer.`;
        default:
          return `Le fichier ${file} n’a pas le format que cette page sait lire. Rechargez la page ; qui gère le site le refait avec « npm run data ».`;
      }
    },
  },
});
