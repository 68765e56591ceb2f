// English sentences of `<slope-linear-regression>`.

export const linearEnglish = {
  title: 'A line as close as possible to its points',
  presets: {
    drag: {
      name: 'By hand',
      about: 'Drag the two ends of the line until the squares are as small as you can make them.',
    },
    lecture: {
      name: 'The lecture’s data',
      about: '100 points around the line 4 + 2x, with noise of 7: the answer is close to 4 and 2, never equal.',
    },
    'no-noise': { name: 'Without noise', about: 'Points exactly on a line: the squares can vanish altogether.' },
    outlier: {
      name: 'One point pulls',
      about: 'Ten points on a line, and one that is not: watch what one square can do.',
    },
    curve: {
      name: 'Not a line at all',
      about: 'The same best line and nearly the same error as “One point pulls”. Look first!',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    intercept: { label: 'Intercept θ₀' },
    slope: { label: 'Slope θ₁' },
    count: { label: 'Points' },
    noise: { label: 'Noise' },
    errors: { label: 'Show errors as', options: { squares: 'squares', segments: 'lines', none: 'nothing' } },
    best: { label: 'Best line', options: { hidden: 'hidden', shown: 'shown' } },
    points: { label: 'Own points' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  fieldError: (text: string) => `“${text}” is not a number that can be used here.`,
  play: 'Descend',
  stepUnit: '1 update',
  newSeedHint: 'Draw other points',
  solve: 'Solve exactly',
  solveHint: 'Put the line where the normal equation says',
  undo: 'Undo',
  undoHint: 'Take the last change of the points back',
  plane: {
    title: 'The points and your line',
    leftEnd: 'the left end of the line',
    rightEnd: 'the right end of the line',
    point: (number: string) => `point ${number}`,
    best: 'best line',
    summary: (count: string, theta0: string, theta1: string, mse: string) =>
      `${count} points and the line ${theta0} + ${theta1}·x. Mean squared error ${mse}.`,
    readout: (x: string, y: string) => `x ${x}, y ${y}`,
    pointReadout: (x: string, y: string, error: string) => `x ${x}, y ${y}; the line misses it by ${error}`,
    hint: 'Drag the line by its rings and points by themselves. Click to add a point; Delete removes it.',
  },
  numbers: {
    line: 'Your line',
    mse: 'Mean squared error (MSE)',
    rmse: 'Root of it (RMSE)',
    mseAbout: 'the average area of the squares',
    rmseAbout: 'in units of y: the typical miss',
    bestPossible: (mse: string) => `least possible: ${mse}`,
    reached: 'You found the best line, to three figures.',
    away: (percent: string) => `${percent} above the least possible`,
  },
  compare: {
    title: 'Three ways to the line',
    way: 'Way',
    intercept: 'θ₀',
    slope: 'θ₁',
    mse: 'MSE',
    hand: 'the line as it stands',
    descent: (updates: string) => `gradient descent, ${updates} updates`,
    notYet: 'gradient descent (press Descend)',
    exact: 'normal equation',
    truth: 'behind the data',
    noise: (noise: string) => `noise ${noise}`,
    computedOn: (name: string) => `The updates were computed on ${name}.`,
  },
  equation: {
    title: 'The normal equation, with its numbers',
    about: (count: string) =>
      `Each of the ${count} points is one row of X: a 1 for the intercept, and its x. The product XᵀX is 2 × 2, however many points there are.`,
    none: 'All points have the same x: XᵀX has no inverse, and no line is best.',
    more: '⋮',
  },
  cube: {
    title: 'What the exact answer costs',
    about:
      'With n parameters instead of 2, XᵀX is n × n, and solving it takes about n³ steps. Measured here, on your machine:',
    measure: 'Measure',
    measuring: 'Measuring …',
    x: 'parameters n',
    y: 'seconds',
    guide: 'n³',
    summary: (largest: string, time: string) =>
      `Solving ${largest} parameters took ${time} seconds; the time grows about as n³.`,
    nothing: 'Not measured yet.',
    result: (largest: string, time: string, network: string, years: string) =>
      `${largest} parameters: ${time}. By the same rule the ${network} parameters of the digit network would take about ${years}.`,
    years: (years: string) => `${years} years`,
    days: (days: string) => `${days} days`,
    hours: (hours: string) => `${hours} hours`,
    minutes: (minutes: string) => `${minutes} minutes`,
  },
  paste: {
    title: 'Paste points from a spreadsheet',
    label: 'Two columns, x and y',
    use: 'Use these points',
    refused: 'No two columns of numbers were found. One point per line, for example: 3.5, 7',
    used: (count: string) => `${count} points in use.`,
  },
  complete: (mse: string) => `Gradient descent arrived: mean squared error ${mse}.`,
};

export type LinearMessages = typeof linearEnglish;
