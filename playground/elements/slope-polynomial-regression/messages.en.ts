// English sentences of `<slope-polynomial-regression>`.

export const polynomialEnglish = {
  title: 'A curve with more and more freedom',
  presets: {
    good: { name: 'About right', about: 'Degree 5: the curve follows the points, not their noise.' },
    underfit: {
      name: 'Underfitting',
      about: 'Degree 1, a straight line: wrong on the points it saw and on those it did not.',
    },
    overfit: { name: 'Overfitting', about: 'Degree 24: closer to its own points than ever, and wild between them.' },
    'more-points': {
      name: 'More points',
      about: 'Degree 24 again, with 1,000 points: there is not enough freedom left to go wild.',
    },
    'few-points': {
      name: 'Too few points',
      about: 'Degree 9 through 10 points: an error of zero that is worth nothing.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    degree: { label: 'Degree' },
    count: { label: 'Training points' },
    noise: { label: 'Noise' },
    truth: { label: 'Curve behind the points', options: { shown: 'shown', hidden: 'hidden' } },
    validation: { label: 'Validation points', options: { shown: 'shown', hidden: 'hidden' } },
    seed: { label: 'Seed' },
    draw: { label: 'Draw' },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  play: 'Degree by degree',
  stepUnit: '1 degree more',
  resetHint: 'Back to degree 1',
  newSeed: 'Other curve',
  newSeedHint: 'Another polynomial behind the points',
  redraw: 'Redraw the noise',
  redrawHint: 'The same curve, other points around it',
  plane: {
    title: (degree: string) => `The fit of degree ${degree}`,
    x: 'x, standardised',
    y: 'y, standardised',
    truth: 'behind the points',
    fit: 'fit',
    summary: (train: string, validation: string, degree: string) =>
      `${train} training points, ${validation} validation points, and the polynomial of degree ${degree} fitted to the training points.`,
    legend: { train: 'training, fitted', validation: 'validation, never seen by the fit' },
    readout: (x: string, y: string) => `x ${x}: the fit says ${y}`,
  },
  errors: {
    title: 'Error against degree',
    x: 'degree',
    y: 'RMSE',
    train: 'training',
    validation: 'validation',
    handle: 'the degree',
    summary: (best: string, degree: string, train: string, validation: string) =>
      `Training error falls with every degree; validation error is least at degree ${best}. At degree ${degree}: training ${train}, validation ${validation}.`,
    readout: (degree: string, train: string, validation: string) =>
      `degree ${degree}: training ${train}, validation ${validation}`,
    hint: 'Drag the ring along the curve.',
  },
  bars: {
    title: 'The coefficients of the fit',
    x: 'i, of the Chebyshev polynomial',
    y: 'c',
    summary: (count: string, largest: string) => `${count} coefficients; the largest is ${largest} in size.`,
    readout: (index: string, value: string) => `c${index} = ${value}`,
    about: (largest: string) =>
      `Largest: ${largest}. Where coefficients grow far beyond the data, they cancel each other out, and only at the points.`,
  },
  numbers: {
    train: 'Training RMSE',
    validation: 'Validation RMSE',
    fitted: (count: string) => `on the ${count} points of the fit`,
    unseen: (count: string) => `on ${count} points that it never saw`,
    parameters: 'Parameters',
    parametersAbout: (count: string) => `for ${count} points`,
  },
  verdicts: {
    under: 'It misses both kinds of points. More freedom would help.',
    good: 'New points are met about as well as they can be.',
    over: 'It knows its own points better than new ones. Less freedom or more points would help.',
  },
  verdictNames: { under: 'underfitting', good: 'about right', over: 'overfitting' },
  complete: (best: string) => `All degrees seen; the validation error is least at degree ${best}.`,
  fieldError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a whole number from ${min} to ${max}.`,
};

export type PolynomialMessages = typeof polynomialEnglish;
