// English sentences of `<slope-k-means>`.

export const kMeansEnglish = {
  title: 'k-means looks for groups among flowers without names',
  presets: {
    three: { name: 'Three groups', about: 'Three centres wander to the middle of what becomes theirs, and stop.' },
    revealed: {
      name: 'And the species',
      about: 'The same, compared with the botanists at the end: 144 of 150 flowers agree.',
    },
    worse: {
      name: 'An unlucky start',
      about: 'Fails on purpose: it comes to rest at 142.8, although 78.9 is possible. Try other seeds.',
    },
    sepal: {
      name: 'The wrong numbers',
      about: 'Fails on purpose: by their sepals, two of the species cannot be told apart.',
    },
    eight: { name: 'Eight groups', about: 'It finds eight groups if you ask for eight, whether they exist or not.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    clusters: { label: 'Number of groups, k' },
    features: {
      label: 'Measured',
      options: { petal: 'petals', sepal: 'sepals', all: 'all four' },
    },
    species: { label: 'Species', options: { hidden: 'hidden', shown: 'shown' } },
    seed: { label: 'Seed', hint: 'Other flowers as first centres.' },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  numberError: (text: string, min: string, max: string) =>
    `“${text}” cannot be used. Write a number from ${min} to ${max}.`,
  failed: (message: string) => `The flowers could not be loaded: ${message}`,
  play: 'Find the groups',
  resetHint: 'Back to the same first centres (R)',
  newSeedHint: 'Other flowers as first centres',
  assign: 'Assign',
  move: 'Move',
  round: '1 round',
  plot: {
    title: 'The flowers and their centres',
    summary: (count: string, clusters: string) => `${count} flowers around ${clusters} centres.`,
    center: (number: string) => `centre ${number}`,
    drag: 'The centres can be dragged.',
    four: 'Distances count in four dimensions; the picture shows two of them.',
  },
  axis: {
    petal: ['petal length (cm)', 'petal width (cm)'] as [string, string],
    sepal: ['sepal length (cm)', 'sepal width (cm)'] as [string, string],
  },
  now: {
    title: 'What happens',
    start: (clusters: string) =>
      `${clusters} flowers, drawn at random, are the first centres. No flower belongs to any yet.`,
    assigned: (changed: string) => `Each flower went to its nearest centre: ${changed} changed sides.`,
    moved: (distance: string) => `Each centre moved to the mean of its flowers: ${distance} cm in all.`,
    done: (round: string) => `Nobody changed sides in round ${round}: it has come to rest.`,
    empty: (number: string) => `Centre ${number} has no flowers and stays where it is.`,
    inertia: 'Inertia',
    inertiaUnit: 'sum of squared distances, cm²',
  },
  curve: {
    title: 'Inertia after each half step',
    step: 'half steps',
    summary: (value: string) => `The inertia falls with every half step, now ${value}.`,
    none: 'Nothing measured yet.',
  },
  runs: {
    title: 'Where runs came to rest',
    clusters: 'k',
    summary: (count: string) => `The final inertia of ${count} runs by their number of groups.`,
    none: 'Each run that comes to rest leaves a dot here. Change k, or the seed.',
  },
  table: {
    title: 'Groups and species',
    group: 'group',
    total: 'flowers',
    agree: (right: string, all: string) =>
      `If each group takes the name of its majority: ${right} of ${all} flowers right.`,
    hidden: 'Hidden: k-means never sees the species.',
    show: 'Show the species',
    hide: 'Hide them again',
    ringed: 'Ringed: flowers of another species than most of their group.',
  },
};

export type KMeansMessages = typeof kMeansEnglish;
