// The batch of a step, from the clock: which examples, their weights, their packed rows unpacked.
// On the GPU these ops are always one kernel, `gather_batch`, which the plan forms of them.

import gatherBatch from '../../shaders/gather_batch.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError, sizeOf } from '../graph/shape.ts';
import { type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';

/** Example index of each row of this step's batch. */
export const batchRows = (batchSize: number, shuffle: boolean): GraphNode<'batchRows'> =>
  makeNode('batchRows', batchRowsOp, [], [batchSize], { batchSize, shuffle });

/** Weight of each row of this step's batch: 1/rows for those present, 0 beyond the end of the epoch. */
export const batchWeights = (batchSize: number): GraphNode<'batchWeights'> =>
  makeNode('batchWeights', batchWeightsOp, [], [batchSize], { batchSize });

/** Rows of a table by index. table [n, …], indices [m] → [m, …]. */
export function gatherRows(table: GraphNode, indices: GraphNode): GraphNode<'gatherRows'> {
  if (indices.shape.length !== 1) {
    throw new ShapeError(`gatherRows: indices ${formatShape(indices.shape)} must have one axis`);
  }
  return makeNode('gatherRows', gatherRowsOp, [table, indices], [...indices.shape, ...table.shape.slice(1)], {});
}

/** 32-bit words that a row of `width` values takes. */
export const wordsPerRow = (width: number, encoding: GraphNode<'data'>['attributes']['encoding']): number =>
  Math.ceil((width * bitsOf[encoding]) / 32);

const bitsOf = { f32: 32, u8: 8, u4: 4 } as const;

/** The nodes that `gather_batch` computes together. */
export interface BatchNodes {
  readonly rows: GraphNode<'batchRows'>;
  readonly inputs: GraphNode<'gatherRows'>;
  readonly targets: GraphNode<'gatherRows'>;
  readonly weights: GraphNode<'batchWeights'>;
}

export function gatherBatchCall({ rows, inputs, targets, weights }: BatchNodes): KernelCall {
  const examples = inputOf(inputs, 0);
  const labels = inputOf(targets, 0);
  if (examples.op !== 'data' || labels.op !== 'data' || labels.attributes.encoding !== 'f32') {
    throw new ShapeError('batch: a batch is gathered from a packed dataset with f32 targets');
  }
  const { batchSize, shuffle } = rows.attributes;
  const width = sizeOf(examples.shape.slice(1));
  const words = wordsPerRow(width, examples.attributes.encoding);
  return dispatch(gatherBatch, {
    bindings: {
      clock: 'clock',
      knobs: 'knobs',
      examples,
      targets: labels,
      inputs,
      batch_targets: targets,
      weights,
    },
    overrides: {
      BATCH_SIZE: batchSize,
      WIDTH: width,
      WORDS: words,
      BITS: bitsOf[examples.attributes.encoding],
      SCALE: examples.attributes.scale,
      OFFSET: examples.attributes.offset,
      TARGET_WIDTH: sizeOf(labels.shape.slice(1)),
      SHUFFLE: shuffle,
    },
    workgroups: workgroupsFor(batchSize * Math.ceil(words / 8), 64),
  });
}

const formedByThePlan = (node: GraphNode): never => {
  throw new ShapeError(`${node.op}: no batch of inputs and targets was found around it`);
};

export const batchRowsOp: OpDefinition<'batchRows'> = {
  kernels: formedByThePlan,
};

export const batchWeightsOp: OpDefinition<'batchWeights'> = {
  kernels: formedByThePlan,
};

export const gatherRowsOp: OpDefinition<'gatherRows'> = {
  kernels: formedByThePlan,
};
