// One look into the network: the engine answers for a grid of the plane and for every point, and hands over the weights.

import type { NamedTensor, Sequential } from '../../../engine/index.ts';
import { gridPoints, type PlaneGrid } from '../../charts/grid.ts';
import { EXTENT, type PlanePoint } from './data.ts';
import type { DiagramColumn, DiagramNode } from './diagram-lines.ts';
import { type Feature, featureRows, features } from './features.ts';
import { columnOf, rangeOf, SAMPLES } from './maps.ts';

const CELLS = SAMPLES * SAMPLES;
/** Points that are asked about with the grid; a fixed number, so that adding one needs no new program. */
const MOST_ROWS = CELLS + 512;

const plane = { columns: SAMPLES, rows: SAMPLES, x: [-EXTENT, EXTENT], y: [-EXTENT, EXTENT] } as const;

const pairs = gridPoints(plane);
const cells = Array.from({ length: CELLS }, (_, i) => ({ x1: pairs[2 * i] ?? 0, x2: pairs[2 * i + 1] ?? 0 }));

/** A map as the plot takes it. */
export const planeGrid = (values: ArrayLike<number>): PlaneGrid => ({ ...plane, values });

const featureMaps = features.map((feature) => Float32Array.from(cells, ({ x1, x2 }) => feature.of(x1, x2)));

/** The column of features, which no training changes. */
export const featureNodes = (chosen: readonly Feature[]): DiagramNode[] =>
  features.map((feature, index) => ({
    name: feature.label,
    map: featureMaps[index],
    range: rangeOf(featureMaps[index] ?? [], 'linear'),
    used: chosen.includes(feature),
  }));

export interface LayerPlan {
  readonly units: number;
  readonly activation: string;
}

export interface Look {
  readonly columns: readonly DiagramColumn[];
  /** Weights and biases into each column; none into the features. */
  readonly weights: readonly (Float32Array | undefined)[];
  readonly biases: readonly (Float32Array | undefined)[];
  /** The network's answer on the grid and at each point: the probability of class 1, or the number. */
  readonly answer: Float32Array;
  readonly atPoints: Float32Array;
}

const letters = 'abcde';
const subscript = (value: number): string => String(value).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '');

/** As formulas call a neuron: a₁ in the first hidden layer, b₂ in the second, ŷ or p₀ and p₁ at the end. */
export function neuronName(layer: number, index: number, hiddenLayers: number, outputs: number): string {
  if (layer < hiddenLayers) return `${letters[layer] ?? 'z'}${subscript(index + 1)}`;
  return outputs === 1 ? 'ŷ' : `p${subscript(index)}`;
}

/** The columns before the engine has answered. */
export function plainColumns(chosen: readonly Feature[], layers: readonly LayerPlan[]): DiagramColumn[] {
  return columnsOf(chosen, layers, undefined);
}

function columnsOf(
  chosen: readonly Feature[],
  layers: readonly LayerPlan[],
  outputs: readonly Float32Array[] | undefined,
): DiagramColumn[] {
  const last = layers.length - 1;
  return [
    { kind: 'features', nodes: featureNodes(chosen) },
    ...layers.map(({ units, activation }, layer): DiagramColumn => {
      const table = outputs?.[layer];
      const nodes = Array.from({ length: units }, (_, index): DiagramNode => {
        const map = table && columnOf(table, units, index, CELLS);
        return {
          name: neuronName(layer, index, last, units),
          used: true,
          ...(map && { map, range: rangeOf(map, activation) }),
        };
      });
      return { kind: layer === last ? 'output' : 'hidden', nodes, activation };
    }),
  ];
}

/** Asks the engine; one question at a time per model. */
export async function lookInto(
  model: Sequential,
  backend: 'auto' | 'webgpu' | 'cpu',
  chosen: readonly Feature[],
  layers: readonly LayerPlan[],
  points: readonly PlanePoint[],
): Promise<Look> {
  const inputs = new Float32Array(MOST_ROWS * chosen.length);
  inputs.set(featureRows(chosen, cells));
  inputs.set(featureRows(chosen, points), CELLS * chosen.length);
  const outputs = await model.predictLayers(inputs, { backend });
  const tensors = await model.getWeights();
  const last = outputs.at(-1) ?? new Float32Array(0);
  const width = layers.at(-1)?.units ?? 1;
  const answers = columnOf(last, width, width - 1, CELLS + points.length);
  const ending = (name: string): (Float32Array | undefined)[] => [
    undefined,
    ...tensors.filter((tensor: NamedTensor) => tensor.name.endsWith(name)).map(({ data }) => data),
  ];
  return {
    columns: columnsOf(chosen, layers, outputs),
    weights: ending('/kernel'),
    biases: ending('/bias'),
    answer: answers.subarray(0, CELLS),
    atPoints: answers.slice(CELLS),
  };
}
