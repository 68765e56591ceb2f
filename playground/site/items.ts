// Everything the lecture names, in its order: our title for it, the page where it is played, and how one sees that it worked.
// Tests walk over this file, and the README's table is written from it.

import type { Locale } from '../i18n/locale.ts';
import type { LessonName } from './roadmap.ts';

/** What the visitor has in front of him when the experiment has made its point. */
export interface Goal {
  /** In words, for the table in the README. */
  readonly says: string;
  /** The figure's run state by then; it is played to get there. */
  readonly state: 'complete' | 'diverged';
  /** What must then be there, as a selector inside the figure. */
  readonly shows: string;
}

export interface Place {
  readonly page: LessonName;
  /** Settings in the address: the situation that shows this item. */
  readonly query?: string;
  readonly goal: Goal;
}

export interface LectureItem {
  /** Its row in the list of everything that the lecture names. */
  readonly number: number;
  readonly title: Readonly<Record<Locale, string>>;
  readonly place: Place;
}

/** Where it is, relative to the site's root. */
export const pathOf = ({ page, query }: Place): string => `${page}/${query ? `?${query}` : ''}`;

/** A place whose run ends by itself. */
const played = (page: LessonName, query: string, shows: string, says: string): Place => ({
  page,
  ...(query && { query }),
  goal: { says, state: 'complete', shows },
});

export const items: readonly LectureItem[] = [
  {
    number: 1,
    title: { en: 'Aims, and the road ahead', fr: 'Les buts, et le chemin à suivre' },
    place: played(
      'introduction',
      'year=2012',
      '[data-open]',
      'every station opens the page where its model runs; the road of the lecture stands above every page',
    ),
  },
  {
    number: 2,
    title: {
      en: 'Artificial intelligence, machine learning, deep learning: one inside the other',
      fr: 'Intelligence artificielle, apprentissage automatique, apprentissage profond : l’un dans l’autre',
    },
    place: played(
      'introduction',
      'year=2015',
      '.set .set .set',
      'deep learning inside machine learning inside artificial intelligence, with ten stations from 1956 on',
    ),
  },
  {
    number: 3,
    title: { en: 'Supervised: learning from examples', fr: 'Supervisé : apprendre par l’exemple' },
    place: played(
      'supervised',
      'preset=few&epochs=100',
      '[data-unseen] tbody tr',
      'six examples are learned, and what was never seen is answered, rightly or wrongly',
    ),
  },
  {
    number: 4,
    title: { en: 'Classification: which kind is it?', fr: 'Classification : de quelle sorte est-ce ?' },
    place: played('supervised', 'epochs=50', '.answer .bars', 'a kind, with the probability of each'),
  },
  {
    number: 5,
    title: { en: 'Regression: how much is it?', fr: 'Régression : combien cela fait-il ?' },
    place: played('supervised', 'preset=price&epochs=50', '[data-answer]', 'a price in euros for any home of the town'),
  },
  {
    number: 6,
    title: { en: 'Learning without answers: clustering', fr: 'Apprendre sans réponses : le partitionnement' },
    place: played(
      'k-means',
      'species=shown',
      '[data-table]',
      'three groups are found without names, and the table of species tells how well',
    ),
  },
  {
    number: 7,
    title: { en: 'The ways of learning, compared', fr: 'Les manières d’apprendre, comparées' },
    place: played(
      'supervised',
      'epochs=50',
      '[data-examples] td.ignored',
      'which column the loss may look at, and which not; k-means next door looks at none',
    ),
  },
  {
    number: 8,
    title: { en: 'Learning the representation itself', fr: 'Apprendre la représentation elle-même' },
    place: played(
      'learned-features',
      'preset=moons&epochs=200',
      '.learned canvas[data-neuron]',
      'hidden neurons have become features that nobody wrote',
    ),
  },
  {
    number: 9,
    title: {
      en: 'Easy for us, hard for a program: perception',
      fr: 'Facile pour nous, difficile pour un programme : percevoir',
    },
    place: played(
      'rules',
      'epochs=10',
      '[data-learned]',
      'rules by hand fail on one digit in four; two seconds of examples do better',
    ),
  },
  {
    number: 10,
    title: { en: 'Features made by hand or learned', fr: 'Caractéristiques faites main ou apprises' },
    place: played(
      'learned-features',
      'epochs=50',
      '.hand button.map',
      'one neuron with squares against a network without them, on the same points',
    ),
  },
  {
    number: 11,
    title: { en: 'Very many parameters that set themselves', fr: 'De très nombreux paramètres qui se règlent seuls' },
    place: played(
      'learned-features',
      'preset=spiral&epochs=20',
      '.learned .weights',
      '105 parameters, counted, and how far each has moved',
    ),
  },
  {
    number: 12,
    title: { en: 'Nearly any curve can be approached', fr: 'Presque toute courbe peut être approchée' },
    place: played('approximation', 'epochs=150', '[data-error]', 'twelve neurons lie on the curve that was drawn'),
  },
  {
    number: 13,
    title: { en: 'The more data, the better', fr: 'Plus il y a de données, mieux c’est' },
    place: played(
      'basic-classification',
      'preset=quick&images=1000&epochs=4',
      '[data-size="1000"]',
      'a thousand images: a dot on the curve of accuracy against data, beside a button that measures the rest',
    ),
  },
  {
    number: 14,
    title: { en: 'The frameworks, and their code', fr: 'Les bibliothèques, et leur code' },
    place: played(
      'introduction',
      'year=2015',
      '[data-frameworks]',
      'eight libraries with their years and licences; the code of every model in two of them and in ours',
    ),
  },
  {
    number: 15,
    title: { en: 'One model as drawing, code and count', fr: 'Un modèle en dessin, en code et en nombre' },
    place: played(
      'neural-network',
      'preset=lecture&epochs=30',
      '[data-parameters]',
      'drawing, code and 26 parameters agree',
    ),
  },
  {
    number: 16,
    title: { en: 'Linear regression: points and a line', fr: 'Régression linéaire : des points et une droite' },
    place: played('linear-regression', '', '.formula-line', 'a line runs through the points'),
  },
  {
    number: 17,
    title: { en: 'As close as possible: residuals', fr: 'Au plus près : les écarts' },
    place: played('linear-regression', 'preset=lecture', '.points', 'each point hangs on the line by its error'),
  },
  {
    number: 18,
    title: { en: 'The loss, as the area of squares', fr: 'Le coût, comme l’aire de carrés' },
    place: played('linear-regression', 'errors=squares', '.big', 'the mean square is as small as it gets'),
  },
  {
    number: 19,
    title: { en: 'The direct solution: the normal equation', fr: 'La solution directe : l’équation normale' },
    place: played(
      'linear-regression',
      'preset=lecture',
      '.matrices .answer',
      'every matrix with its numbers, and the walk ends where they say',
    ),
  },
  {
    number: 20,
    title: { en: 'Its price: the cube of the parameters', fr: 'Son prix : le cube des paramètres' },
    place: played(
      'linear-regression',
      '',
      '.measure button',
      'the exact solution is timed in this browser, beside a guide n³',
    ),
  },
  {
    number: 21,
    title: { en: 'Gradient descent: changing Θ step by step', fr: 'Descente de gradient : changer Θ pas à pas' },
    place: played('gradient-descent', '', '.contour', 'the path ends in the minimum'),
  },
  {
    number: 22,
    title: { en: 'MSE and RMSE', fr: 'MSE et RMSE' },
    place: played(
      'linear-regression',
      'preset=lecture',
      '.main .big',
      'both are read beside the line, and their terms light up the points',
    ),
  },
  {
    number: 23,
    title: { en: 'The gradient is a slope', fr: 'Le gradient est une pente' },
    place: played('gradient-descent', 'slice=slope', '.slice', 'the tangent lies flat'),
  },
  {
    number: 24,
    title: { en: 'The learning rate, three ways', fr: 'Le pas d’apprentissage, de trois façons' },
    place: {
      page: 'gradient-descent',
      query: 'preset=diverges',
      goal: {
        state: 'diverged',
        shows: '.notice.error button',
        says: 'too long a step diverges, is explained, and can be taken back',
      },
    },
  },
  {
    number: 25,
    title: { en: 'Optimizers in a race', fr: 'Les optimiseurs font la course' },
    place: played(
      'gradient-descent',
      'preset=race',
      '.race',
      'four paths on one contour, with the updates each one needed',
    ),
  },
  {
    number: 26,
    title: { en: 'The gradient of the MSE, as a formula', fr: 'Le gradient de la MSE, en formule' },
    place: played('gradient-descent', '', '.check', 'the engine’s gradient beside that of the formula'),
  },
  {
    number: 27,
    title: { en: 'The lecture’s table of a descent', fr: 'Le tableau d’une descente, celui du cours' },
    place: played(
      'gradient-descent',
      'preset=slide',
      '.walk-table tbody tr:nth-child(11)',
      'eleven rows, digit for digit',
    ),
  },
  {
    number: 28,
    title: { en: 'Polynomial regression', fr: 'Régression polynomiale' },
    place: played('polynomial-regression', 'degree=18', '.bars-plane', 'a bar for each coefficient'),
  },
  {
    number: 29,
    title: { en: 'Underfitting and overfitting', fr: 'Sous-apprentissage et surapprentissage' },
    place: played(
      'polynomial-regression',
      'preset=overfit',
      '[data-validation]',
      'the validation error has turned, the training error has not',
    ),
  },
  {
    number: 30,
    title: { en: 'Logistic regression: a probability', fr: 'Régression logistique : une probabilité' },
    place: played('logistic-regression', 'epochs=60', '.map', 'the plane is shaded by the probability'),
  },
  {
    number: 31,
    title: { en: 'Students who pass or fail', fr: 'Des étudiants reçus ou non' },
    place: played(
      'logistic-regression',
      'epochs=100',
      '[data-accuracy]',
      'about nine of ten students of the test are right',
    ),
  },
  {
    number: 32,
    title: { en: 'From probability to decision: a threshold', fr: 'De la probabilité à la décision : un seuil' },
    place: played('logistic-regression', 'preset=strict&epochs=60', '.ratios', 'precision rose, recall fell'),
  },
  {
    number: 33,
    title: { en: 'Input, weights, bias, activation, output', fr: 'Entrée, poids, biais, activation, sortie' },
    place: played('neuron', '', '[data-output]', 'the numbers have flowed to ŷ'),
  },
  {
    number: 34,
    title: { en: 'The cost of a wrong probability', fr: 'Le coût d’une probabilité fausse' },
    place: played('logistic-regression', 'epochs=60', '.stack slope-plane', 'each student’s share of the log loss'),
  },
  {
    number: 35,
    title: { en: 'That model is a neuron', fr: 'Ce modèle est un neurone' },
    place: played('neuron', 'preset=neuron', '[data-whole]', 'same numbers, other names'),
  },
  {
    number: 36,
    title: { en: 'From straight to bent: squares and cubes', fr: 'Du droit au courbe : carrés et cubes' },
    place: played(
      'logistic-regression',
      'preset=nonlinear&epochs=100',
      '.matrix-table',
      'the border bends, X̃ has six columns',
    ),
  },
  {
    number: 37,
    title: { en: 'The perceptron of 1958', fr: 'Le perceptron de 1958' },
    place: played('perceptron', '', '[data-rest]', 'setosa is told apart without a mistake'),
  },
  {
    number: 38,
    title: { en: 'Two neurons: of the brain, of the paper', fr: 'Deux neurones : celui du cerveau, celui du papier' },
    place: played('perceptron', '', '.neurons', 'part beside part'),
  },
  {
    number: 39,
    title: { en: 'Iris: the flowers of 1936', fr: 'Iris : les fleurs de 1936' },
    place: played('perceptron', '', '.log', 'flower by flower, with what each changed'),
  },
  {
    number: 40,
    title: { en: 'What one neuron cannot do', fr: 'Ce qu’un neurone ne sait pas faire' },
    place: played('perceptron', 'preset=xor&epochs=4', '[data-rest]', 'XOR is never at rest'),
  },
  {
    number: 41,
    title: { en: 'Deep networks, neuron by neuron', fr: 'Réseaux profonds, neurone par neurone' },
    place: played('neural-network', 'preset=hills&epochs=30', 'slope-network-diagram', 'every neuron shows its map'),
  },
  {
    number: 42,
    title: { en: 'Keras, and the network 3-4-2', fr: 'Keras, et le réseau 3-4-2' },
    place: played(
      'neural-network',
      'preset=lecture&epochs=30',
      '#keras',
      '26 parameters; the code and the drawing change each other',
    ),
  },
  {
    number: 43,
    title: { en: 'Back-propagation', fr: 'Rétropropagation' },
    place: played('back-propagation', '', '[data-right]', 'four of four, and every stage can be gone back to'),
  },
  {
    number: 44,
    title: { en: 'The training loop', fr: 'La boucle d’apprentissage' },
    place: played('training-loop', 'epochs=2', '[data-validated]', 'the run has gone round its loop ninety times'),
  },
  {
    number: 45,
    title: { en: 'The neuron of 1958 and that of today', fr: 'Le neurone de 1958 et celui d’aujourd’hui' },
    place: played('neuron', 'preset=and', '.truth', 'a step makes AND; a curve in its place can learn'),
  },
  {
    number: 46,
    title: { en: 'Looking at the data first', fr: 'Regarder d’abord les données' },
    place: played('data', '', '[data-column]', 'all fourteen columns have been looked at'),
  },
  {
    number: 47,
    title: { en: 'A network for prices', fr: 'Un réseau pour des prix' },
    place: played('basic-regression', 'epochs=24', '[data-rule]', 'its error is smaller than that of two simple rules'),
  },
  {
    number: 48,
    title: { en: 'A network for digits', fr: 'Un réseau pour des chiffres' },
    place: played('basic-classification', 'preset=quick&epochs=3', '[data-verdict]', 'how many of 10,000 are wrong'),
  },
  {
    number: 49,
    title: { en: 'Step 1: start and prepare', fr: 'Étape 1 : démarrer et préparer' },
    place: played('basic-classification', 'preset=quick&epochs=1', '[data-backend]', 'executor and seed are named'),
  },
  {
    number: 50,
    title: { en: 'Step 2: fetch the data', fr: 'Étape 2 : chercher les données' },
    place: played(
      'basic-classification',
      'preset=quick&epochs=1',
      '[data-train-count]',
      'bytes, images and shapes are counted',
    ),
  },
  {
    number: 51,
    title: { en: 'Step 3: prepare the data', fr: 'Étape 3 : préparer les données' },
    place: played('basic-classification', 'preset=quick&epochs=1', '.histogram', 'pixels before and after, 36 digits'),
  },
  {
    number: 52,
    title: { en: 'Step 4: build the model', fr: 'Étape 4 : construire le modèle' },
    place: played(
      'basic-classification',
      'preset=quick&epochs=1',
      '[data-parameters]',
      'layers with shapes and parameters',
    ),
  },
  {
    number: 53,
    title: { en: 'Step 5: train it', fr: 'Étape 5 : l’entraîner' },
    place: played('basic-classification', 'preset=quick&epochs=2', 'slope-line-chart', 'loss and accuracy by epoch'),
  },
  {
    number: 54,
    title: { en: 'Step 6: judge it', fr: 'Étape 6 : le juger' },
    place: played(
      'basic-classification',
      'preset=quick&epochs=3',
      '.matrix',
      'the wrong ones, and the confusion matrix',
    ),
  },
  {
    number: 55,
    title: { en: 'Regression against classification', fr: 'Régression contre classification' },
    place: played(
      'supervised',
      'preset=price&epochs=50',
      '[data-head]',
      'the same body with another head: cross-entropy becomes squared error',
    ),
  },
  {
    number: 56,
    title: { en: 'Normalising the data', fr: 'Normaliser les données' },
    place: played('normalisation', '', '[data-price="training"]', 'the bowl has been reached, the ravine has not'),
  },
  {
    number: 57,
    title: { en: 'Training and validation', fr: 'Entraînement et validation' },
    place: played('validation', '', '[data-verdict]', 'the two losses have parted, and the words say since when'),
  },
  {
    number: 58,
    title: { en: 'Epochs and batches', fr: 'Époques et lots' },
    place: played('batches', '', '[data-run]', 'every image has been lit four times, 32 at a time'),
  },
  {
    number: 59,
    title: { en: 'Activation functions', fr: 'Fonctions d’activation' },
    place: played('activations', 'epochs=60', '[data-steepest]', 'eight bends draw a wave'),
  },
  {
    number: 60,
    title: { en: 'Loss functions, with an outlier', fr: 'Fonctions de coût, avec une valeur aberrante' },
    place: played('losses', '', '[data-loss="mse"]', 'one point turns the line of squares, and no other'),
  },
  {
    number: 61,
    title: { en: 'Optimization is a descent', fr: 'L’optimisation est une descente' },
    place: played(
      'gradient-descent',
      'preset=race',
      '[data-rule="adam"]',
      'four optimizers in one ravine, each with its rule and what it remembers',
    ),
  },
  {
    number: 62,
    title: { en: 'Metrics', fr: 'Métriques' },
    place: played('metrics', '', '[data-metric="f1"]', 'the threshold has gone through, and the four ratings with it'),
  },
  {
    number: 63,
    title: { en: 'Softmax and argmax', fr: 'Softmax et argmax' },
    place: played('softmax', '', '[data-argmax]', 'the heat has risen, the winner is the same'),
  },
  {
    number: 64,
    title: { en: 'Shapes, from image to answer', fr: 'Les formes, de l’image à la réponse' },
    place: played('shapes', '', '[data-where="7"]', 'an image has become one digit, shape by shape'),
  },
  {
    number: 65,
    title: { en: 'Reading handwriting', fr: 'Lire l’écriture' },
    place: played('basic-classification', 'preset=quick&epochs=2', 'slope-digit-pad', 'it reads what is drawn'),
  },
  {
    number: 66,
    title: { en: 'Next: convolutions', fr: 'La suite : les convolutions' },
    place: played(
      'basic-classification',
      'preset=cnn&data=digits&batch=32&epochs=16',
      '[data-verdict]',
      'windows that slide over the image read it, too',
    ),
  },
];

/** What the tests and the gallery need to know of a page's figure. */
export interface FigureFacts {
  readonly tag: string;
  /** Another situation than the default one. */
  readonly other: string;
  /** For a figure whose data is not on planes: what in it must be there at first paint, as a selector. */
  readonly picture?: string;
}

/** The figure of every lesson. */
export const figures: Readonly<Record<LessonName, FigureFacts>> = {
  rules: { tag: 'slope-rules', other: 'easy', picture: '.grid [data-pixel]' },
  introduction: { tag: 'slope-timeline', other: 'controversy', picture: '[data-open]' },
  peers: { tag: 'slope-peers', other: 'every', picture: '[data-bars] .bar' },
  crossover: { tag: 'slope-crossover', other: 'one-by-one', picture: '[data-sizes] tbody tr' },
  approximation: { tag: 'slope-approximation', other: 'relu' },
  'learned-features': { tag: 'slope-features', other: 'moons' },
  supervised: { tag: 'slope-supervised', other: 'price' },
  'k-means': { tag: 'slope-k-means', other: 'eight' },
  'linear-regression': { tag: 'slope-linear-regression', other: 'outlier' },
  'gradient-descent': { tag: 'slope-gradient-descent', other: 'slide' },
  'polynomial-regression': { tag: 'slope-polynomial-regression', other: 'overfit' },
  'logistic-regression': { tag: 'slope-logistic-regression', other: 'nonlinear' },
  neuron: { tag: 'slope-neuron', other: 'and' },
  perceptron: { tag: 'slope-perceptron', other: 'virginica' },
  'neural-network': { tag: 'slope-network', other: 'xor' },
  'back-propagation': { tag: 'slope-backprop', other: 'sigmoid', picture: 'svg.net .node' },
  activations: { tag: 'slope-activations', other: 'relu' },
  losses: { tag: 'slope-losses', other: 'far' },
  metrics: { tag: 'slope-metrics', other: 'rare', picture: '[data-metric]' },
  shapes: { tag: 'slope-shapes', other: 'matmul', picture: '[data-shape]' },
  batches: { tag: 'slope-batches', other: 'one', picture: '[data-samples]' },
  validation: { tag: 'slope-validation', other: 'small' },
  'training-loop': { tag: 'slope-training-loop', other: 'slow', picture: '.box' },
  normalisation: { tag: 'slope-normalisation', other: 'gentle' },
  data: { tag: 'slope-data', other: 'holes', picture: '[data-column]' },
  softmax: { tag: 'slope-softmax', other: 'equal', picture: '[data-share="3"]' },
  'basic-regression': { tag: 'slope-regression', other: 'boston' },
  'basic-classification': { tag: 'slope-mnist', other: 'quick', picture: '.wall canvas' },
};
