// English sentences of `<slope-metrics>`.

export const metricsEnglish = {
  title: 'A confusion matrix and what is made of it',
  presets: {
    half: {
      name: 'At one half',
      about: 'Two hundred students, a model that says how likely each is to pass, and the usual threshold.',
    },
    strict: { name: 'Strict', about: 'Yes only when nearly sure: precise, and many who pass are missed.' },
    lenient: {
      name: 'Lenient',
      about: 'Yes on the slightest chance: nobody who passes is missed, many are let through in error.',
    },
    rare: {
      name: 'A rare case',
      about: 'Only one in fifteen passes. The same model, the same threshold, and accuracy begins to flatter.',
    },
    never: {
      name: 'Always no',
      about: 'Fails on purpose: a model that never says yes is right more often than not, and finds nobody.',
    },
    blunder: {
      name: 'One blunder',
      about: 'For numbers: seven good prices and one that is far off. MAE and RMSE disagree about it.',
    },
    average: {
      name: 'Always the mean',
      about: 'For numbers: the same price for every house. R² is made so that this is 0.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    group: { label: 'Students', options: { students: 'most pass', rare: 'few pass' } },
    threshold: { label: 'Threshold' },
    counts: { label: 'Counts' },
    predicted: { label: 'Predicted prices' },
    seed: { label: 'Seed' },
  } as Record<string, { label: string; options?: Record<string, string> }>,
  seedError: (text: string) => `“${text}” cannot be used. Write a whole number.`,
  play: 'Raise the threshold',
  step: 'Higher',
  newSeedHint: 'Other students',
  classes: 'For classes: four counts',
  strip: 'What the model says of each student',
  stripX: 'probability of passing, as the model sees it',
  stripSummary: (count: string, threshold: string) =>
    `${count} students along the probability that the model gives to each; those who pass above, those who fail below; the threshold stands at ${threshold}.`,
  handle: 'threshold',
  stripReadout: (probability: string) => `probability ${probability}`,
  bands: { pass: 'really pass', fail: 'really fail' },
  matrix: 'Confusion matrix',
  matrixHint: 'The counts follow the threshold. Type others to try your own.',
  really: 'really',
  said: 'the model says',
  yes: 'yes',
  no: 'no',
  cells: {
    tp: 'right yes (true positive)',
    fn: 'wrong no (false negative)',
    fp: 'wrong yes (false positive)',
    tn: 'right no (true negative)',
  },
  typed: 'Your own counts.',
  back: 'Back to the model’s',
  ratings: 'Four answers to “how good is it?”',
  names: { accuracy: 'accuracy', precision: 'precision', recall: 'recall', f1: 'F1' },
  asks: {
    accuracy: 'how many are right?',
    precision: 'how many a yes is right?',
    recall: 'how many to find are found?',
    f1: 'both of the two before?',
  },
  nothing: 'nothing to divide by',
  curves: 'The same while the threshold moves',
  curvesSummary: (list: string) => `Four curves over the threshold. Where it stands: ${list}.`,
  curvesY: 'value',
  numbers: 'For numbers: eight prices',
  prices: 'Predicted against real',
  pricesX: 'real price (thousands)',
  pricesY: 'predicted (thousands)',
  pricesSummary: (list: string) =>
    `Eight houses, predicted against real price, with the line on which both are equal. ${list}`,
  house: (price: string) => `house of ${price}`,
  pricesReadout: (real: string, predicted: string) => `real ${real}, predicted ${predicted}`,
  pricesHint: 'Drag the points up and down.',
  numberNames: { mae: 'MAE', rmse: 'RMSE', r2: 'R²' },
  numberAsks: {
    mae: 'by how much is it off, usually?',
    rmse: 'the same, large errors counting more',
    r2: 'how much better than always the mean?',
  },
};

export type MetricsMessages = typeof metricsEnglish;
