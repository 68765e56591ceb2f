// Sums over a dataset of what a model's predictions give, batch by batch: what counts and moments are made of.

import type { Dataset } from '../graph/dataset.ts';
import type { GraphNode } from '../graph/node.ts';
import { sizeOf } from '../graph/shape.ts';
import { clockAtStart } from '../graph/step-state.ts';
import { binary } from '../ops/binary.ts';
import { fill } from '../ops/leaves.ts';
import { tick } from '../ops/tick.ts';
import type { Program } from '../plan/program.ts';
import type { Backend } from '../training/backend.ts';
import type { Predictions } from './losses.ts';
import { type Architecture, batchOf, columnsOf, trace } from './programs.ts';
import type { Sequential } from './sequential.ts';

/** What a program reads of each batch: 1 in `present` for rows that are there, 0 beyond the end of the dataset. */
export type BatchOutputs = (predictions: Predictions, targets: GraphNode, present: GraphNode) => readonly GraphNode[];

/** One batch of a dataset, in order, with what `outputs` makes of it to read. */
function batchProgram(architecture: Architecture, dataset: Dataset, batchSize: number, outputs: BatchOutputs): Program {
  const count = dataset.inputs.shape[0] ?? 0;
  const { inputs, targets, weights } = batchOf(dataset, architecture, batchSize, false, count);
  const present = binary('greater', weights, fill([], 0));
  return {
    name: 'evaluation',
    layout: architecture.layout,
    stateLength: 0,
    outputs: outputs(trace(architecture, inputs), targets, present),
    gradients: [],
    effects: [tick(weights, present, [])],
    metricNames: [],
  };
}

/** The sum of each output over all batches, added on the host in double precision. */
export async function sumOver(
  model: Sequential,
  dataset: Dataset,
  outputs: BatchOutputs,
  { batchSize: wanted = 1000, backend }: { readonly batchSize?: number; readonly backend?: Backend } = {},
): Promise<Float64Array[]> {
  const count = dataset.inputs.shape[0] ?? 0;
  const batchSize = Math.min(wanted, count);
  return model.onDevice(backend, async ({ session }, architecture) => {
    const program = batchProgram(architecture, dataset, batchSize, outputs);
    const loaded = await session.load(program, columnsOf(dataset));
    try {
      loaded.setKnobs({ learningRate: 0, exampleCount: count, seed: 0 });
      loaded.setClock(clockAtStart());
      const totals = program.outputs.map(({ shape }) => new Float64Array(sizeOf(shape)));
      for (let first = 0; first < count; first += batchSize) {
        const read = await loaded.compute({});
        totals.forEach((total, i) => {
          for (let j = 0; j < total.length; j++) total[j] = (total[j] ?? 0) + (read[i]?.[j] ?? Number.NaN);
        });
      }
      return totals;
    } finally {
      loaded.destroy();
    }
  });
}
