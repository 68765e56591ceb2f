// One neuron of the network: the numbers that come into it, as the last look shows them and as the visitor changes them.

import type { NamedTensor } from '../../../engine/index.ts';
import { parseSetting } from '../../base/settings.ts';
import type { DiagramColumn, NodePlace } from './diagram-lines.ts';
import type { NeuronInputs } from './inspector.ts';
import type { Look } from './look.ts';

const anyNumber = {
  kind: 'number',
  attribute: '',
  query: '',
  default: 0,
  min: -1000,
  max: 1000,
  rebuilds: false,
} as const;

/** Undefined when the look is of a network of another shape. */
export function neuronInputs(
  { column, index }: NodePlace,
  look: Look,
  columns: readonly DiagramColumn[],
): NeuronInputs | undefined {
  const weights = look.weights[column];
  const node = columns[column]?.nodes[index];
  const inputs = columns[column - 1]?.nodes.filter(({ used }) => used) ?? [];
  const units = columns[column]?.nodes.length ?? 1;
  if (!weights || !node || weights.length !== inputs.length * units) return undefined;
  return {
    name: node.name,
    activation: columns[column]?.activation ?? 'linear',
    outputs: units,
    inputs: inputs.map(({ name }, input) => ({ name, weight: weights[input * units + index] ?? 0 })),
    bias: look.biases[column]?.[index] ?? 0,
  };
}

/** The weight that a text says; undefined when it says none. */
export function weightOf(text: string): number | undefined {
  const value = parseSetting(anyNumber, text);
  return typeof value === 'number' ? value : undefined;
}

/** Puts a number in the place of a weight of a neuron; input -1 is its bias. Says whether there is such a weight. */
export function putWeight(
  weights: readonly NamedTensor[],
  { column, index }: NodePlace,
  input: number,
  value: number,
): boolean {
  const [kernel, bias] = ['/kernel', '/bias'].map(
    (ending) => weights.filter(({ name }) => name.endsWith(ending))[column - 1],
  );
  if (!kernel || !bias) return false;
  if (input < 0) bias.data[index] = value;
  else kernel.data[input * bias.data.length + index] = value;
  return true;
}
