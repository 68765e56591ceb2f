// English words of the site around the figures.

import type { LessonName, PageName } from './roadmap.ts';

export interface LessonText {
  readonly title: string;
  /** One sentence for the table of contents. */
  readonly about: string;
}

export const siteEnglish = {
  titles: {
    contents: 'Slope: deep learning you can take apart',
    rules: 'Easy for you, hard to write down · Slope',
    introduction: 'Three sets and seventy years · Slope',
    peers: 'Compared with other libraries · Slope',
    crossover: 'Processor or graphics processor · Slope',
    approximation: 'Nearly any curve · Slope',
    'learned-features': 'Features: made by hand or learned · Slope',
    supervised: 'Learning from examples · Slope',
    'k-means': 'Groups without names: k-means · Slope',
    perceptron: 'The perceptron · Slope',
    'back-propagation': 'Back-propagation · Slope',
    'neural-network': 'Networks of neurons · Slope',
    activations: 'Activation functions · Slope',
    losses: 'Loss functions · Slope',
    metrics: 'Metrics · Slope',
    shapes: 'Shapes · Slope',
    batches: 'Epochs and batches · Slope',
    validation: 'Training and validation · Slope',
    'training-loop': 'The training loop · Slope',
    normalisation: 'Normalising the data · Slope',
    data: 'Looking at the data · Slope',
    softmax: 'Softmax and argmax · Slope',
    'basic-regression': 'Basic regression: the price of a house · Slope',
    'basic-classification': 'Basic classification: handwritten digits · Slope',
    'gradient-descent': 'Gradient descent · Slope',
    'linear-regression': 'Linear regression · Slope',
    'polynomial-regression': 'Polynomial regression · Slope',
    'logistic-regression': 'Logistic regression · Slope',
    neuron: 'The first neuron · Slope',
  } as Record<PageName, string>,
  lessons: {
    rules: {
      title: 'Easy for you, hard to write down',
      about: 'Write rules for pixels that tell a 3 from an 8; then let a network learn it in two seconds.',
    },
    introduction: {
      title: 'Three sets and seventy years',
      about:
        'Artificial intelligence, machine learning, deep learning: one inside the other, and a model to run at every station.',
    },
    peers: {
      title: 'Compared with other libraries',
      about: 'The same work done by three libraries, measured side by side; and by this one on your machine.',
    },
    crossover: {
      title: 'Processor or graphics processor',
      about: 'Steps per second on both, from small networks to large ones, measured on your own machine.',
    },
    approximation: {
      title: 'Nearly any curve',
      about: 'Draw a curve; a layer of neurons follows it, the more closely the more they are.',
    },
    'learned-features': {
      title: 'Features: made by hand or learned',
      about: 'One neuron with the features that you choose, against a network that has to find its own.',
    },
    supervised: {
      title: 'Learning from examples',
      about: 'The same homes and the same network, asked two ways: which kind is it, and how much is it?',
    },
    'k-means': {
      title: 'Groups without names: k-means',
      about: '150 flowers and no answers: centres wander to groups of their own; then the species are revealed.',
    },
    perceptron: {
      title: 'The perceptron',
      about:
        'The neuron of 1958 learns from one flower at a time, and only from its mistakes; then it meets its limit.',
    },
    'back-propagation': {
      title: 'Back-propagation',
      about: 'One example forward, its error back, a gradient on every line: how a network with hidden layers learns.',
    },
    'neural-network': {
      title: 'Networks of neurons',
      about:
        'Add neurons and layers until the border bends as the points want it, and look into every neuron while it learns.',
    },
    activations: {
      title: 'Activation functions',
      about: 'Seven functions with their slopes, and the curve that a layer of such neurons draws.',
    },
    losses: {
      title: 'Loss functions',
      about:
        'One point far off the line: the squared error chases it, the absolute error lets it be, Huber decides in between.',
    },
    metrics: {
      title: 'Metrics',
      about:
        'A threshold makes four counts, the counts make accuracy, precision, recall and F1; for prices there are MAE, RMSE and R².',
    },
    shapes: {
      title: 'Shapes',
      about:
        'From 60,000 images to ten scores by shapes alone: reshape, transpose, matrix product, broadcasting, and the errors they make.',
    },
    batches: {
      title: 'Epochs and batches',
      about: 'Every image of a small set lights up as it is used: one batch is one update, all batches are one epoch.',
    },
    validation: {
      title: 'Training and validation',
      about: 'Two curves that part company: when to stop, how many points to keep back, and how a leak hides it all.',
    },
    'training-loop': {
      title: 'The training loop',
      about: 'Data, batch, model, loss, gradient, optimizer, weights, and round again: a real run, box by box.',
    },
    normalisation: {
      title: 'Normalising the data',
      about: 'The same descent on raw and on normalised data: a ravine and a bowl; and whose mean may be used.',
    },
    data: {
      title: 'Looking at the data',
      about:
        'A table before it is learned from: columns, shapes, histograms, and the missing values that look like zeros.',
    },
    softmax: {
      title: 'Softmax and argmax',
      about: 'Ten scores become ten probabilities; a temperature makes doubts larger or smaller.',
    },
    'basic-regression': {
      title: 'The price of a house',
      about: 'A network learns prices from thirteen numbers, and has to beat two rules that need no network.',
    },
    'basic-classification': {
      title: 'Handwritten digits',
      about:
        'A network with two hidden layers learns to read; you look at what it gets wrong, and let it read your own hand.',
    },
    'gradient-descent': {
      title: 'Gradient descent',
      about:
        'A line finds its way down the bowl of its loss; you choose how long its steps are, and see the lecture’s table come out digit for digit.',
    },
    'linear-regression': {
      title: 'Linear regression',
      about:
        'Drag a line through points until its squares are smallest; then see the answer come from a formula, and what that formula costs.',
    },
    'polynomial-regression': {
      title: 'Underfitting and overfitting',
      about:
        'Polynomials of degree 1 to 24 through the same points, and the one error that tells a good fit from a lucky one.',
    },
    'logistic-regression': {
      title: 'Logistic regression',
      about:
        'Hours of work and sleep become a probability; you choose the threshold, and bend the border with squares and cubes.',
    },
    neuron: {
      title: 'The first neuron',
      about: 'The logistic regression, renamed: numbers go in, are weighed, added and bent. Change any of them.',
    },
  } as Record<LessonName, LessonText>,
  skip: 'Skip to the text',
  home: 'Slope, contents',
  contents: 'Contents',
  roadmap: 'The lecture’s road',
  sectionLessons: 'Lessons of this section',
  next: 'Next:',
  here: 'you are here',
  notYet: 'not written yet',
  language: 'Language',
  theme: 'Colours',
  themeOption: (name: string) => `Colours: ${name}`,
  themes: { auto: 'as the system', light: 'light', dark: 'dark' },
  backend: {
    looking: 'looking for a graphics adapter …',
    webgpu: (adapter: string) => `WebGPU: ${adapter}`,
    cpu: 'CPU',
    software: 'software',
  },
  cover: {
    title: 'Deep learning you can take apart',
    lead: 'A first lecture on neural networks in which every figure runs. Train a model in this page, change any number while it learns, break it, put it back, and read the program that does the same.',
    note: 'Everything happens on your own machine: on its graphics processor through WebGPU where there is one, on its processor where there is none. Nothing you draw or type leaves it.',
  },
  footer:
    'Slope is free software. The digits are MNIST by Yann LeCun and Corinna Cortes, under CC BY-SA 3.0. No page here loads anything from another host.',
  try: 'Try it',
};

export type SiteMessages = typeof siteEnglish;
