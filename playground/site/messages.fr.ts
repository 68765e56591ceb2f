// French words of the site around the figures.

import { frenchCatalog } from '../i18n/typography.ts';
import type { SiteMessages } from './messages.en.ts';

export const siteFrench: SiteMessages = frenchCatalog<SiteMessages>({
  titles: {
    contents: 'Slope : l’apprentissage profond à démonter',
    rules: 'Facile pour vous, difficile à écrire · Slope',
    introduction: 'Trois ensembles et soixante-dix ans · Slope',
    peers: 'Comparé à d’autres bibliothèques · Slope',
    crossover: 'Processeur ou processeur graphique · Slope',
    approximation: 'Presque toute courbe · Slope',
    'learned-features': 'Caractéristiques : faites main ou apprises · Slope',
    supervised: 'Apprendre par l’exemple · Slope',
    'k-means': 'Des groupes sans nom : les k-moyennes · Slope',
    perceptron: 'Le perceptron · Slope',
    'back-propagation': 'La rétropropagation · Slope',
    'neural-network': 'Réseaux de neurones · Slope',
    activations: 'Fonctions d’activation · Slope',
    losses: 'Fonctions de coût · Slope',
    metrics: 'Métriques · Slope',
    shapes: 'Formes · Slope',
    batches: 'Époques et lots · Slope',
    validation: 'Entraînement et validation · Slope',
    'training-loop': 'La boucle d’apprentissage · Slope',
    normalisation: 'Normaliser les données · Slope',
    data: 'Regarder les données · Slope',
    softmax: 'Softmax et argmax · Slope',
    'basic-regression': 'Régression de base : le prix d’une maison · Slope',
    'basic-classification': 'Classification de base : chiffres manuscrits · Slope',
    'gradient-descent': 'Descente de gradient · Slope',
    'linear-regression': 'Régression linéaire · Slope',
    'polynomial-regression': 'Régression polynomiale · Slope',
    'logistic-regression': 'Régression logistique · Slope',
    neuron: 'Le premier neurone · Slope',
  },
  lessons: {
    rules: {
      title: 'Facile pour vous, difficile à écrire',
      about:
        'Écrivez des règles de pixels qui distinguent un 3 d’un 8 ; puis laissez un réseau l’apprendre en deux secondes.',
    },
    introduction: {
      title: 'Trois ensembles et soixante-dix ans',
      about:
        'Intelligence artificielle, apprentissage automatique, apprentissage profond : l’un dans l’autre, et un modèle à essayer à chaque station.',
    },
    peers: {
      title: 'Comparé à d’autres bibliothèques',
      about: 'Le même travail fait par trois bibliothèques, mesurées côte à côte ; et par celle-ci sur votre machine.',
    },
    crossover: {
      title: 'Processeur ou processeur graphique',
      about: 'Pas par seconde sur les deux, des petits réseaux aux grands, mesurés sur votre propre machine.',
    },
    approximation: {
      title: 'Presque toute courbe',
      about: 'Dessinez une courbe ; une couche de neurones la suit, d’autant plus près qu’ils sont nombreux.',
    },
    'learned-features': {
      title: 'Caractéristiques : faites main ou apprises',
      about: 'Un neurone avec les caractéristiques que vous choisissez, face à un réseau qui doit trouver les siennes.',
    },
    supervised: {
      title: 'Apprendre par l’exemple',
      about:
        'Les mêmes logements, le même réseau, deux questions : de quelle sorte est-ce, et combien cela coûte-t-il ?',
    },
    'k-means': {
      title: 'Des groupes sans nom : les k-moyennes',
      about: '150 fleurs et aucune réponse : des centres trouvent leurs groupes ; puis on révèle les espèces.',
    },
    perceptron: {
      title: 'Le perceptron',
      about:
        'Le neurone de 1958 apprend d’une fleur à la fois, et seulement de ses fautes ; puis il rencontre sa limite.',
    },
    'back-propagation': {
      title: 'La rétropropagation',
      about:
        'Un exemple à l’aller, son erreur au retour, un gradient sur chaque trait : comment apprend un réseau à couches cachées.',
    },
    'neural-network': {
      title: 'Réseaux de neurones',
      about:
        'Ajoutez des neurones et des couches jusqu’à ce que la frontière se plie comme les points le demandent, et regardez dans chaque neurone pendant qu’il apprend.',
    },
    activations: {
      title: 'Fonctions d’activation',
      about: 'Sept fonctions avec leurs pentes, et la courbe que dessine une couche de tels neurones.',
    },
    losses: {
      title: 'Fonctions de coût',
      about:
        'Un point loin de la droite : l’erreur quadratique le poursuit, l’erreur absolue le laisse, Huber tranche entre les deux.',
    },
    metrics: {
      title: 'Métriques',
      about:
        'Un seuil fait quatre nombres, qui font exactitude, précision, rappel et F1 ; pour les prix, il y a MAE, RMSE et R².',
    },
    shapes: {
      title: 'Formes',
      about:
        'De 60 000 images à dix scores par les seules formes : reshape, transposée, produit de matrices, diffusion, et leurs erreurs.',
    },
    batches: {
      title: 'Époques et lots',
      about:
        'Chaque image d’un petit jeu s’allume quand elle sert : un lot fait une mise à jour, tous les lots une époque.',
    },
    validation: {
      title: 'Entraînement et validation',
      about:
        'Deux courbes qui se séparent : quand s’arrêter, combien de points garder, et comment une fuite cache tout.',
    },
    'training-loop': {
      title: 'La boucle d’apprentissage',
      about:
        'Données, lot, modèle, perte, gradient, optimiseur, poids, et l’on recommence : un vrai entraînement, boîte par boîte.',
    },
    normalisation: {
      title: 'Normaliser les données',
      about:
        'La même descente sur des données brutes et normalisées : un ravin et une cuvette ; et de qui vient la moyenne.',
    },
    data: {
      title: 'Regarder les données',
      about:
        'Un tableau avant d’en apprendre : colonnes, formes, histogrammes, et les valeurs manquantes déguisées en zéros.',
    },
    softmax: {
      title: 'Softmax et argmax',
      about: 'Dix scores deviennent dix probabilités ; une température agrandit ou réduit les doutes.',
    },
    'basic-regression': {
      title: 'Le prix d’une maison',
      about:
        'Un réseau apprend des prix à partir de treize nombres, et doit battre deux règles qui se passent de réseau.',
    },
    'basic-classification': {
      title: 'Chiffres manuscrits',
      about:
        'Un réseau à deux couches cachées apprend à lire ; vous regardez où il se trompe, puis vous lui faites lire votre écriture.',
    },
    'gradient-descent': {
      title: 'Descente de gradient',
      about:
        'Une droite trouve le chemin du creux de sa perte ; vous choisissez la longueur des pas, et le tableau du cours sort au chiffre près.',
    },
    'linear-regression': {
      title: 'Régression linéaire',
      about:
        'Déplacez une droite parmi des points jusqu’aux plus petits carrés ; puis voyez la réponse venir d’une formule, et ce que coûte cette formule.',
    },
    'polynomial-regression': {
      title: 'Sous-apprentissage et surapprentissage',
      about:
        'Des polynômes de degré 1 à 24 par les mêmes points, et la seule erreur qui distingue un bon ajustement d’un ajustement chanceux.',
    },
    'logistic-regression': {
      title: 'Régression logistique',
      about:
        'Des heures de travail et de sommeil deviennent une probabilité ; vous choisissez le seuil, et courbez la frontière avec des carrés et des cubes.',
    },
    neuron: {
      title: 'Le premier neurone',
      about:
        'La régression logistique, rebaptisée : des nombres entrent, sont pesés, additionnés, courbés. Changez chacun d’eux.',
    },
  },
  skip: 'Aller au texte',
  home: 'Slope, sommaire',
  contents: 'Sommaire',
  roadmap: 'Le chemin du cours',
  sectionLessons: 'Les leçons de cette partie',
  next: 'La suite :',
  here: 'vous êtes ici',
  notYet: 'pas encore écrit',
  language: 'Langue',
  theme: 'Couleurs',
  themeOption: (name) => `Couleurs : ${name}`,
  themes: { auto: 'du système', light: 'claires', dark: 'sombres' },
  backend: {
    looking: 'recherche d’un adaptateur graphique …',
    webgpu: (adapter) => `WebGPU : ${adapter}`,
    cpu: 'CPU',
    software: 'logiciel',
  },
  cover: {
    title: 'L’apprentissage profond à démonter',
    lead: 'Un premier cours sur les réseaux de neurones où chaque figure fonctionne. Entraînez un modèle dans cette page, changez n’importe quel nombre pendant qu’il apprend, cassez-le, remettez-le en état, et lisez le programme qui fait la même chose.',
    note: 'Tout se passe sur votre machine : sur son processeur graphique par WebGPU s’il y en a un, sinon sur son processeur. Rien de ce que vous dessinez ou tapez n’en sort.',
  },
  footer:
    'Slope est un logiciel libre. Les chiffres sont ceux de MNIST, de Yann LeCun et Corinna Cortes, sous licence CC BY-SA 3.0. Aucune page ne charge quoi que ce soit d’un autre hôte.',
  try: 'Essayer',
});
