// English sentences of `<slope-validation>`.

export const validationEnglish = {
  title: 'A network that learns by heart, and the points that give it away',
  presets: {
    overfits: {
      name: 'Too long',
      about:
        'Fails on purpose: the training loss falls all the way, the validation loss turns round after some fifteen epochs.',
    },
    'stops-early': {
      name: 'Stopped early',
      about: 'The same run, ended when twenty epochs brought nothing better, and put back to its best epoch.',
    },
    small: { name: 'A small network', about: 'Four neurons per layer cannot draw islands: both curves stay together.' },
    leak: {
      name: 'A leak',
      about: 'Every validation point was also learned from: validation looks fine, and nothing is.',
    },
    'few-to-learn': {
      name: 'Few to learn from',
      about: '24 points are learned by heart at once, and say little about the others.',
    },
    'few-to-check': {
      name: 'Few to check with',
      about: 'Six validation points: the curve jumps, and another six would tell another story.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    share: { label: 'Kept back', hint: 'Points for validation only.' },
    units: { label: 'Neurons per layer', hint: 'Two hidden layers.' },
    patience: { label: 'Early stopping: patience', hint: 'Epochs without a better validation loss.' },
    leak: { label: 'Leak', options: { none: 'none', copies: 'copies in training' } },
    learningRate: { label: 'Learning rate' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  seedError: (text: string) => `“${text}” cannot be used. Write a whole number.`,
  never: 'off',
  epochs: (count: string) => `${count} epochs`,
  points: (share: string, count: string) => `${share} (${count})`,
  step: { update: '1 update', epoch: '1 epoch' },
  training: 'Training',
  announce: (epoch: string, epochs: string, training: string, validation: string) =>
    `Epoch ${epoch} of ${epochs}: training loss ${training}, validation loss ${validation}.`,
  map: {
    title: 'What it has drawn',
    summary: (training: string, validation: string) =>
      `Two classes of points that overlap; ${training} are learned from (filled), ${validation} are kept back (hollow). The ground shows what the network says.`,
    x1: 'x₁',
    x2: 'x₂',
    training: 'learned from',
    validation: 'kept back',
    leaked: 'both: leaked',
  },
  curves: {
    title: 'Loss (cross-entropy)',
    fresh: '1,000 new points',
  },
  table: {
    caption: 'How many are right',
    part: 'Points',
    count: 'Number',
    accuracy: 'Right',
    loss: 'Loss',
    training: 'training',
    validation: 'validation',
    fresh: 'new ones, seen by nobody',
  },
  verdict: {
    none: 'Nothing trained yet.',
    best: (epoch: string, loss: string) => `Lowest validation loss: ${loss}, at epoch ${epoch}.`,
    since: (epochs: string) => `Since then ${epochs} epochs have only made it worse.`,
    stopped: (epoch: string, best: string) =>
      `Stopped at epoch ${epoch}; the weights of epoch ${best} are back in place.`,
    leak: (count: string) =>
      `${count} validation points are also in the training set: their curve no longer says anything.`,
  },
};

export type ValidationMessages = typeof validationEnglish;
