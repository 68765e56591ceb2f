// English sentences of `<slope-normalisation>`.

export const normalisationEnglish = {
  title: 'The same descent on raw and on normalised data',
  presets: {
    ravine: {
      name: 'Ravine and bowl',
      about:
        'The same houses, the same algorithm, each with 85% of its largest possible step: one zig-zags, one is there.',
    },
    gentle: { name: 'Shorter steps', about: 'No zig-zag any more, and along the ravine hardly any progress either.' },
    'over-the-limit': {
      name: 'Fails on purpose',
      about: 'Five percent over the limit: both climb out on the walls, further with each step.',
    },
    'small-house': {
      name: 'A small house',
      about: 'For the check below: one room, forty square metres. Normalised by itself, it is as average as a castle.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    share: { label: 'Learning rate, of the largest possible' },
    updates: { label: 'Updates' },
    area: { label: 'Area of the new house' },
    rooms: { label: 'Its rooms' },
    seed: { label: 'Seed' },
  } as Record<string, { label: string; hint?: string }>,
  seedError: (text: string) => `“${text}” cannot be used. Write a whole number.`,
  squareMetres: (area: string) => `${area} m²`,
  play: 'Descend',
  step: '1 update',
  newSeedHint: 'Other houses',
  progress: (done: string, all: string) => `update ${done} of ${all}`,
  raw: 'Raw: tens of square metres, rooms',
  normalised: 'Normalised: mean 0, deviation 1',
  weightArea: 'weight of the area',
  weightRooms: 'weight of the rooms',
  minimum: 'minimum',
  start: 'start',
  summary: (loss: string, ratio: string) =>
    `A loss surface seen from above, ${ratio} times as steep across as along, and the path taken on it; the loss is ${loss}.`,
  readout: (loss: string) => `loss ${loss}`,
  facts: (ratio: string, rate: string) => `${ratio} times as steep across as along; η = ${rate}`,
  curve: 'What is left to lose',
  curveX: 'update',
  curveY: 'loss above the least (log scale)',
  curveSummary: (raw: string, normalised: string) =>
    `Loss above the least on a logarithmic scale: ${raw} on raw data, ${normalised} on normalised data.`,
  names: { raw: 'raw', normalised: 'normalised' },
  diverged: 'Each step lands further away than it began. Below 100% of the largest possible rate it comes down again.',
  goBack: 'Take 85%',
  trainFailed: (message: string) => `The run stopped: ${message}`,
  check: 'Whose statistics?',
  checkAbout:
    'A new house wants a price. Its two numbers are normalised in three ways, and the network above, as it stands, says a price.',
  table: {
    with: 'Normalised with the mean and deviation of',
    area: 'Area',
    rooms: 'Rooms',
    price: 'Price (k€)',
    training: '100 training houses',
    all: 'all houses, test ones too',
    own: 'the new house alone',
  },
  verdicts: {
    training: 'right: what the weights were learned with',
    all: 'nearly the same, but the test has been peeked at',
    own: 'every house is average: 0 and 0, always the same price',
  },
  statistics: (name: string, area: string, areaStd: string, rooms: string, roomsStd: string) =>
    `${name}: area ${area} ± ${areaStd}, rooms ${rooms} ± ${roomsStd}`,
};

export type NormalisationMessages = typeof normalisationEnglish;
