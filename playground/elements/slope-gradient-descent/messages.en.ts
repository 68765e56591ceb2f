// English sentences of `<slope-gradient-descent>`.

import type { Regime } from './surface.ts';
import type { Walker } from './walk.ts';

export const descentEnglish = {
  title: 'Gradient descent: a line finds its way down',
  presets: {
    good: { name: 'A good step', about: 'η = 0.1 on standardised data: straight to the bottom in about 30 updates.' },
    slide: {
      name: 'The lecture’s table',
      about: 'η = 0.2 and the lecture’s own starting point: the table comes out digit for digit.',
    },
    slow: { name: 'Too slow', about: 'η = 0.005: the right way, but after 50 updates it has hardly begun.' },
    overshoots: { name: 'Back and forth', about: 'η = 0.9: each step jumps over the minimum, and still it arrives.' },
    diverges: { name: 'Fails on purpose', about: 'η = 1.05: each step lands further away than it started.' },
    'mini-batch': {
      name: 'Mini-batches',
      about: 'Each update looks at 10 of the 200 points: many cheap steps, a shaky path.',
    },
    race: { name: 'A race', about: 'Four optimizers, one ravine, the same learning rate: who is down first?' },
    'not-standardised': {
      name: 'Not standardised',
      about: 'The same points with x left in 0 to 10: the bowl becomes a ravine.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    learningRate: { label: 'Learning rate η' },
    method: {
      label: 'Each update looks at',
      options: { full: 'all points', 'mini-batch': 'a mini-batch', race: 'all, 4 racers' },
    },
    batchSize: { label: 'Points per mini-batch' },
    data: { label: 'Points', options: { cloud: 'the lecture’s', random: 'random', raw: 'random, raw x' } },
    iterations: { label: 'Iterations' },
    updates: {
      label: 'Spot the bug: update Θ',
      options: { 'every-step': 'at every iteration', 'when-printing': 'only when printing' },
    },
    start: { label: 'Start (intercept, slope)', hint: 'Or drag the ring on the contour. Empty: smallest y, 0.' },
    slice: { label: 'Cut through the bowl along', options: { intercept: 'θ₀, intercept', slope: 'θ₁, slope' } },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  fieldErrors: {
    start: (text: string) => `“${text}” cannot be used. Write two numbers with a comma, for example -2.5,1.`,
    number: (text: string, min: string, max: string) =>
      `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  },
  play: 'Descend',
  stepUnit: '1 update',
  newSeedHint: 'Other points, another order of the batches',
  state: { running: 'Descending', complete: 'Arrived' } as Record<string, string>,
  progress: (done: string, all: string) => `update ${done} of ${all}`,
  regimes: {
    slow: (factor: string) => `Each step keeps ${factor} of the distance along the flattest axis.`,
    good: (factor: string) => `Each step keeps ${factor} of the distance along the steepest axis.`,
    overshoots: (factor: string) =>
      `Each step jumps over the minimum and lands on the other side, at ${factor} of the distance.`,
    diverges: (factor: string) =>
      `Each step lands on the other side, at ${factor} of the distance. It can only get worse.`,
  } as Record<Regime, (factor: string) => string>,
  regimeNames: { slow: 'slow', good: 'good', overshoots: 'overshoots', diverges: 'diverges' } as Record<Regime, string>,
  limit: (rate: string) => `On these points every η above ${rate} diverges.`,
  walkers: { sgd: 'SGD', momentum: 'momentum', adam: 'Adam', rmsprop: 'RMSprop' } as Record<Walker | string, string>,
  contour: {
    title: 'The loss, seen from above',
    x: 'θ₀, intercept',
    y: 'θ₁, slope',
    start: 'start',
    minimum: 'minimum',
    startHandle: 'the start of the walk',
    summary: (theta0: string, theta1: string, loss: string) =>
      `Contour lines of the mean squared error. The walk stands at intercept ${theta0}, slope ${theta1}, with loss ${loss}.`,
    readout: (theta0: string, theta1: string, loss: string) => `Θ = (${theta0}, ${theta1}): loss ${loss}`,
    hint: 'Click or drag to start from elsewhere.',
  },
  data: {
    title: 'The line, moving through the points',
    xStandardised: 'x, standardised',
    xRaw: 'x',
    y: 'y, standardised',
    best: 'least squares',
    batch: 'ringed: the next mini-batch is drawn at random',
    summary: (count: string, theta0: string, theta1: string) =>
      `${count} points and the line ${theta0} + ${theta1}·x; fainter lines are those before it.`,
    readout: (x: string, y: string, said: string) => `x ${x}, y ${y}; the line says ${said}`,
    pointReadout: (x: string, y: string, error: string) => `x ${x}, y ${y}; off by ${error}`,
  },
  slice: {
    title: 'A cut through the bowl: the gradient is a slope',
    loss: 'loss',
    handle: 'the point on the curve',
    summary: (name: string, at: string, slope: string) =>
      `The loss along ${name}, a parabola. At ${at} its tangent has slope ${slope}.`,
    readout: (at: string, loss: string, slope: string) => `${at}: loss ${loss}, slope ${slope}`,
    sentence: (slope: string, step: string, direction: 'right' | 'left' | 'none') =>
      direction === 'none'
        ? 'The tangent is flat: the step is zero, this is the bottom.'
        : `Slope ${slope}, so −η · slope = ${step}: one step to the ${direction}.`,
  },
  curve: {
    title: 'Loss at each update',
    x: 'update',
    y: 'MSE',
    least: (loss: string) => `least possible: ${loss}`,
    summary: (first: string, last: string) => `The loss fell from ${first} to ${last}.`,
    nothing: 'No update yet.',
    readout: (step: string, loss: string) => `update ${step}: loss ${loss}`,
  },
  table: {
    title: 'The walk in numbers',
    number: '#i',
    loss: 'Loss',
    gradient: 'Gradient',
    theta: 'Theta',
    copy: 'Copy table',
    save: 'Save CSV',
    copied: 'Copied.',
    notCopied: 'Copying is not allowed here; use “Save CSV”.',
    empty: 'Nothing yet: each update adds a row.',
    race: 'In a race there is one line per optimizer.',
    optimizer: 'Optimizer',
    updates: 'Updates',
    to: 'Updates to within 1 % of the least loss',
    notYet: 'not yet',
    bug: {
      'when-printing': (iterations: string, updates: string) =>
        `As the lecture printed it: Θ changes only in the iterations that are printed, so “${iterations} iterations” are ${updates} updates.`,
      'every-step': (_iterations: string, _updates: string, every: string) =>
        `Θ changes in every iteration; one in ${every} is printed.`,
    },
    rows: (shown: string, all: string) => `${shown} of ${all} updates`,
  },
  rules: {
    title: 'Four rules, and what they remember',
    about: (momentum: string) =>
      `g is the gradient where it stands, (θ₀; θ₁) in all brackets. Momentum ${momentum}, η the same for all.`,
    rule: 'Rule',
    remembers: 'Remembers now',
    nothing: 'nothing',
    point: 'So that',
    points: {
      sgd: 'it goes where it is steep, also when that is across the ravine.',
      momentum: 'what changes sign cancels, what stays the same adds up: it rolls along the ravine, and past the end.',
      rmsprop: 'each direction is divided by its own usual size: steep and flat make steps of the same length.',
      adam: 'both: a velocity, and its own scale for each direction. The hats undo that both begin at zero.',
    } as Record<Walker, string>,
  },
  gradientCheck: {
    title: 'Two ways to the same gradient',
    engine: 'by the engine (back-propagation)',
    formula: 'by the formula (2/m) Xᵀ(XΘ − Y)',
    difference: 'largest difference',
    about: 'at the last update',
  },
  diverged: (rate: string, factor: string) =>
    `It diverges: with η = ${rate} each step multiplies the distance to the minimum by ${factor}. The loss is already a hundred times what it was at the start.`,
  goBack: (rate: string) => `Start again with η = ${rate}`,
  arrived: (loss: string) => `Arrived: loss ${loss}.`,
  computedOn: (name: string) => `computed on ${name}`,
};

export type DescentMessages = typeof descentEnglish;
