// Constants: written once, before the first step.

import type { Reference } from '../reference.ts';

export const constant: Reference<'constant'> = (node, _inputs, output) => {
  output.set(node.attributes.values);
};

export const fill: Reference<'fill'> = (node, _inputs, output) => {
  output.fill(node.attributes.value);
};
