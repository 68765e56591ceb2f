// English sentences of `<slope-rules>`.

export const rulesEnglish = {
  title: 'Rules for pixels, written by hand, against a trained network',
  presets: {
    start: {
      name: '3 or 8, one rule',
      about: 'A 3 is open on the left: the rule asks for paper there. Write better ones.',
    },
    best: {
      name: '3 or 8, two rules',
      about: 'The best two rules there are: one in eight unseen digits is still wrong.',
    },
    easy: { name: '0 or 1', about: 'An easy pair: a 0 has a hole. One rule goes a long way.' },
    hard: { name: '1 or 8', about: 'Harder than it looks: a slim 8 is a fat 1. These are the best two rules.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    pair: {
      label: 'Which two',
      options: { '0-1': '0 or 1', '3-8': '3 or 8', '1-8': '1 or 8', '2-8': '2 or 8', '4-9': '4 or 9', '5-6': '5 or 6' },
    },
    rules: { label: 'Rules' },
    learningRate: { label: 'Learning rate' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  failed: (message: string) => `The digits could not be loaded: ${message}`,
  announce: (epoch: string, epochs: string, wrong: string) =>
    `Epoch ${epoch} of ${epochs}: ${wrong} unseen digits wrong.`,
  step: { update: '1 update', epoch: '1 epoch' },
  progress: 'Training',
  hand: {
    title: 'Your rules',
    about: (first: string, second: string) =>
      `It is a ${first} when every marked pixel is as you want it, otherwise a ${second}. Press a pixel: ink, paper, no matter.`,
    grid: (first: string) => `Rules for a ${first}`,
    pixel: (row: string, column: string, wish: string) => `row ${row}, column ${column}: ${wish}`,
    wish: { ink: 'must be ink', paper: 'must be paper', none: 'no matter' },
    clear: 'Take all rules back',
    count: (count: number) => (count === 1 ? '1 rule' : `${count} rules`),
    means: 'The mean of all',
    mean: (digit: string) => `Mean picture of the digit ${digit}`,
  },
  learned: {
    title: 'Learned from examples',
    about: (count: string) => `64 pixels → 16 → 1. It gets ${count} digits with their names, and not one rule.`,
    loss: 'Loss (cross-entropy)',
  },
  score: (wrong: string, total: string) => `${wrong} of ${total} unseen digits wrong`,
  seen: (wrong: string, total: string) => `${wrong} of ${total} digits to practise on wrong`,
  wrong: 'Wrong, of the unseen ones',
  none: 'None.',
  taken: (digit: string, as: string) => `a ${digit} taken for a ${as}`,
};

export type RulesMessages = typeof rulesEnglish;
