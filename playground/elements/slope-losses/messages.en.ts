// English sentences of `<slope-losses>`.

import type { LineLoss } from './fit.ts';

export const lossesEnglish = {
  title: 'Three losses and one outlier',
  presets: {
    outlier: {
      name: 'One outlier',
      about: 'Fourteen points along a line and one that is not: three losses, three opinions about it.',
    },
    clean: { name: 'No outlier', about: 'All fifteen points along the line: the three losses agree.' },
    far: {
      name: 'Far away',
      about: 'Fails on purpose: at twice the distance the squared error gives up the other fourteen points.',
    },
    middle: {
      name: 'In the middle',
      about: 'The same distance in the middle of the points: the line is pulled down, but hardly turned.',
    },
    'sure-and-wrong': {
      name: 'Sure and wrong',
      about: 'For classes: a score of −6 for the right one. The squared error has next to nothing to say about it.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    outlier: { label: 'Outlier (x, y)', hint: 'Or drag the ring.' },
    delta: { label: 'Huber’s δ', hint: 'Squared up to here, straight from here on.' },
    score: { label: 'Score of the right class' },
    seed: { label: 'Seed' },
  } as Record<string, { label: string; hint?: string }>,
  placeError: (text: string) =>
    `“${text}” cannot be used. Write x from 0 to 10 and y from −6 to 18, for example 8.5,1.`,
  seedError: (text: string) => `“${text}” cannot be used. Write a whole number.`,
  play: 'Fit',
  step: '5 updates',
  newSeedHint: 'Other points',
  progress: (done: string, all: string) => `update ${done} of ${all}`,
  names: { mse: 'squared', mae: 'absolute', huber: 'Huber' } as Record<LineLoss, string>,
  numbers: 'For a number',
  lines: 'Three lines through the same points',
  linesSummary: (list: string) => `Fifteen points, one of them far off, and three lines. ${list}`,
  lineText: (name: string, equation: string) => `${name}: ${equation}.`,
  outlier: 'outlier',
  readout: (x: string, y: string) => `x = ${x}, y = ${y}`,
  cost: 'What a distance costs',
  costX: 'distance from the line',
  costY: 'cost of one point',
  costSummary:
    'Three curves over the distance from the line: a parabola, a corner, and a parabola that goes on straight.',
  costReadout: (distance: string, mse: string, mae: string, huber: string) =>
    `at ${distance}: squared ${mse}, absolute ${mae}, Huber ${huber}`,
  table: {
    loss: 'Loss',
    line: 'Its line',
    value: 'Mean',
    share: 'of it from the outlier',
    caption: 'How much of each loss comes from one point of fifteen',
  },
  classes: 'For a class',
  classLoss: 'Cost of the right class’s score',
  classPush: 'How hard it pushes',
  score: 'score z of the right class',
  lossAxis: 'loss',
  pushAxis: 'slope',
  crossEntropy: 'cross-entropy',
  squared: 'squared error',
  scoreHandle: 'score',
  classSummary:
    'Two curves over the score of the right class: cross-entropy rises without end to the left, the squared error levels off at 1.',
  pushSummary:
    'Two slopes over the score: that of cross-entropy stays near 1 on the left, that of the squared error falls to 0 on both sides.',
  verdict: (score: string, share: string, entropy: string, squared: string) =>
    `A score of ${score} is a probability of ${share} for the right class. Cross-entropy pushes with ${entropy}, the squared error with ${squared}.`,
};

export type LossesMessages = typeof lossesEnglish;
