// English sentences of `<slope-shapes>`.

import type { Operation } from './definition.ts';

export const shapesEnglish = {
  title: 'Shapes of tensors, and what operations make of them',
  presets: {
    reshape: { name: 'Reshape', about: 'The same twelve numbers in the same order, in rows of another length.' },
    'reshape-error': {
      name: 'Reshape that fails',
      about: 'Fails on purpose: twelve numbers, and ten places for them.',
    },
    transpose: { name: 'Transpose', about: 'Rows become columns: the same numbers in another order.' },
    matmul: {
      name: 'Matrix product',
      about: 'A row meets a column: the two inner sizes are used up, the outer two stay.',
    },
    'matmul-error': {
      name: 'Product that fails',
      about: 'Fails on purpose: rows of three numbers meet columns of two.',
    },
    broadcast: {
      name: 'Broadcasting',
      about: 'A row is added to each row: it is repeated without being copied. So is every bias.',
    },
    'broadcast-error': {
      name: 'Broadcasting that fails',
      about: 'Fails on purpose: sizes are compared from the right, and 4 is not 3.',
    },
    layer: {
      name: 'A whole layer',
      about: 'A batch of 512 images meets the weights of 100 neurons: 40 million products in one line.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    operation: {
      label: 'Operation',
      options: { reshape: 'reshape', transpose: 'transpose', matmul: 'matrix product', add: 'sum, with broadcasting' },
    },
    a: { label: 'Shape of A', hint: 'Sizes with commas, at most four.' },
    b: { label: 'Shape of B' },
    station: { label: 'Station' },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  wanted: { label: 'Wanted shape', hint: '−1 is what is left.' },
  shapeError: (text: string) =>
    `“${text}” cannot be used. Write one to four whole numbers with commas, for example 2,6.`,
  play: 'Follow an image',
  step: 'Next station',
  roadTitle: 'The road of an image',
  stations: [
    { name: 'Images', about: 'Sixty thousand pictures of 28 rows of 28 pixels: a block of numbers.' },
    {
      name: 'Flattened',
      about: 'Each picture as one row of 784: nothing is computed, only the shape is read otherwise.',
    },
    { name: 'A batch', about: '512 of the rows: what one update looks at.' },
    {
      name: 'First layer',
      about: 'Times weights of (784, 100), plus a bias of (100,) for every row: 100 numbers per image.',
    },
    { name: 'Second layer', about: 'Times (100, 100): 100 other numbers per image. The 512 is never touched.' },
    { name: 'Softmax', about: 'Times (100, 10): ten probabilities per image, each row summing to one.' },
    { name: 'Argmax', about: 'The place of the largest in each row: one digit per image. An axis is gone.' },
  ],
  stationLabel: (number: string, name: string, shape: string) => `${number}. ${name}: ${shape}`,
  tryTitle: 'Try a shape',
  a: 'A',
  b: 'B',
  result: 'Result',
  numbers: (count: string) => `${count} numbers`,
  tensor: (name: string, shape: string) => `${name}, of shape ${shape}`,
  element: (place: string, value: string) => `${value}, at ${place}`,
  from: {
    reshape: (value: string, place: string) => `${value} stood at ${place} in A.`,
    transpose: (value: string, place: string) => `${value} stood at ${place} in A: the same place, read backwards.`,
    matmul: (value: string, sum: string) => `${sum} = ${value}`,
    add: (value: string, sum: string) => `${sum} = ${value}`,
  } as Record<Operation, (value: string, other: string) => string>,
  point: 'Point at a number of the result to see where it comes from.',
  engineSays: 'The engine says:',
  why: {
    reshape: (have: string, want: string) =>
      `A holds ${have} numbers and the wanted shape has ${want} places. Reshaping neither adds nor drops any.`,
    transpose: () => '',
    matmul: (inner: string, other: string) =>
      `Each row of A is multiplied with each column of B, so they must be equally long: A ends in ${inner}, B has ${other} rows.`,
    add: (a: string, b: string) =>
      `Read ${a} and ${b} from the right: each pair of sizes must be equal, or one of them 1.`,
  } as Record<Operation, (a: string, b: string) => string>,
  many: 'Too many numbers to write down; the shape says all there is to know.',
  rule: {
    reshape: (count: string) => `Same ${count} numbers, same order.`,
    transpose: () => 'The axes in reverse order.',
    matmul: (inner: string) => `The inner size ${inner} is summed over and disappears.`,
    add: () => 'What is missing or 1 is repeated.',
  } as Record<Operation, (text: string) => string>,
};

export type ShapesMessages = typeof shapesEnglish;
