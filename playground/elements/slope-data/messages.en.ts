// English sentences of `<slope-data>`.

export const dataEnglish = {
  title: 'A table, column by column',
  presets: {
    houses: {
      name: 'Houses in Ames',
      about: '2,930 houses, thirteen numbers and a price each: the table of the house prices.',
    },
    'hidden-holes': {
      name: 'Hidden holes',
      about: 'The width of the plot: 490 houses have none. Nobody measured; somebody typed 0.',
    },
    price: {
      name: 'The price',
      about: 'What is to be predicted: most houses are near 160,000 dollars, a few cost four times as much.',
    },
    holes: {
      name: 'Empty cells',
      about: 'Fails on purpose: one cell in twenty is empty. Dropping every row that has one drops half of the table.',
    },
    mean: {
      name: 'Filled with the mean',
      about: 'One cell in five filled with its column’s mean: all rows stay, and a spike grows in the middle.',
    },
    irises: {
      name: 'Irises',
      about: '150 flowers, four measures, three species: two humps in one column are a good sign.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    table: { label: 'Table', options: { ames: 'houses', iris: 'irises' } },
    column: { label: 'Column' },
    holes: { label: 'Empty cells', hint: 'Knocked out at random.' },
    repair: {
      label: 'What to do about them',
      options: { nothing: 'nothing', drop: 'drop the row', mean: 'fill in the mean' },
    },
    seed: { label: 'Seed' },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  seedError: (text: string) => `“${text}” cannot be used. Write a whole number.`,
  play: 'Go through the columns',
  step: 'Next column',
  newSeedHint: 'Other cells are empty',
  loading: 'Loading the table …',
  failed: (message: string) => `The table could not be loaded: ${message}`,
  shape: 'Shape',
  shapes: (rows: string, columns: string) => `${rows} rows, ${columns} columns`,
  dropped: (rows: string, share: string) => `${rows} rows are gone, ${share} of the table.`,
  unusable: (cells: string) =>
    `${cells} cells are empty. A network cannot compute with nothing: one NaN, and every loss is NaN.`,
  whole: 'No cell is empty.',
  filled: (cells: string) => `${cells} cells were filled in.`,
  columns: 'Its columns',
  head: {
    name: 'Column',
    form: 'Form',
    missing: 'Empty',
    zeros: 'Zeros',
    mean: 'Mean',
    std: 'Std. dev.',
    min: 'Least',
    median: 'Median',
    max: 'Largest',
  },
  words: (count: string) => `${count} words`,
  show: (name: string) => `Show ${name}`,
  histogram: 'How often each value occurs',
  count: 'rows',
  histogramSummary: (name: string, mean: string, median: string) =>
    `Histogram of ${name}; mean ${mean}, median ${median}.`,
  mean: 'mean',
  median: 'median',
  readout: (value: string, count: string) => `about ${value}: ${count} rows`,
  rows: 'Its first rows',
  empty: 'empty',
  suspicious: (zeros: string) => `${zeros} zeros: are they measured, or missing?`,
};

export type DataMessages = typeof dataEnglish;
