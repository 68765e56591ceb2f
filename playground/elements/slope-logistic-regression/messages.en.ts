// English sentences of `<slope-logistic-regression>`.

export const logisticEnglish = {
  title: 'Which students pass? A probability for each',
  presets: {
    linear: {
      name: 'Two hours, one line',
      about: 'Work and sleep, weighed and added: about 90 in 100 students are judged right.',
    },
    nonlinear: {
      name: 'With squares and cubes',
      about: 'Six columns instead of two: the border bends, about 94 in 100 are right.',
    },
    strict: { name: 'Strict', about: 'Only who is very likely to pass is said to pass: few false hopes, many missed.' },
    lenient: {
      name: 'Lenient',
      about: 'Nearly everybody is said to pass: hardly one is missed, many hopes are false.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    features: { label: 'Columns of X̃', options: { linear: 'x', squares: 'x, x²', cubes: 'x, x², x³' } },
    threshold: { label: 'Threshold: passes from' },
    shown: { label: 'Students', options: { training: 'training', test: 'test', both: 'both' } },
    learningRate: { label: 'Learning rate' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  classes: ['fails', 'passes'] as readonly string[],
  step: { one: '1 update', ten: '10 updates' },
  training: 'Training',
  map: {
    title: 'Work and sleep of 1,000 students',
    x: 'hours of work',
    y: 'hours of sleep',
    half: 'border',
    summary: (wrong: string, total: string) =>
      `Students by hours of work and sleep, shaded by their probability to pass. ${wrong} of ${total} test students are on the wrong side of the border.`,
    readout: (work: string, sleep: string, share: string) => `work ${work} h, sleep ${sleep} h: passes with ${share}`,
    legend: {
      fails: 'fails',
      passes: 'passes',
      training: 'filled: training',
      test: 'hollow: test',
      ringed: 'ringed: test, judged wrong',
    },
  },
  curve: {
    title: 'From a sum to a probability',
    x: 't = ΘᵀX + b',
    y: 'σ(t)',
    threshold: 'the threshold',
    summary: (threshold: string) =>
      `The sigmoid from 0 to 1 with the test students on it, and the threshold ${threshold}.`,
    readout: (t: string, share: string) => `t = ${t}: σ = ${share}`,
    hint: 'Drag the ring: the border above moves with it.',
  },
  matrix: {
    title: (count: string) => `The ${count} test students`,
    caption: 'Confusion matrix: rows are what happened, columns what was said.',
    truth: 'really',
    said: 'said',
    cell: (truth: string, said: string, count: string, total: string) =>
      `really ${truth}, said ${said}: ${count} of ${total}`,
  },
  ratios: {
    accuracy: 'Accuracy',
    precision: 'Precision',
    recall: 'Recall',
    accuracyAbout: 'right, of all',
    precisionAbout: 'do pass, of those said to pass',
    recallAbout: 'are found, of those who pass',
    wrong: (wrong: string, total: string) => `${wrong} of ${total} wrong`,
  },
  table: {
    title: (count: string) => `The matrix X̃: one row per student, ${count} columns`,
    student: 'student',
    result: 'Y',
    weights: 'Θ',
    bias: (value: string) => `Bias b = ${value}`,
    about:
      'Hours come standardised: 0 is the average student. Each column has one weight; orange raises the probability, blue lowers it.',
  },
  loss: {
    title: 'Cost J(Θ) at each update',
    x: 'update',
    y: 'cross-entropy',
    training: 'training',
    test: 'test',
    summary: (loss: string) => `The cost now is ${loss}.`,
    nothing: 'Not trained yet.',
  },
};

export type LogisticMessages = typeof logisticEnglish;
