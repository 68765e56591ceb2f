// The update of all parameters at once, over the flat buffers: what the optimizers share. Each has a file of its own.

import type { GraphNode, OptimizerAttributes } from '../graph/node.ts';
import { type KernelCall, makeNode, type OpDefinition, workgroupsFor } from './definition.ts';

type Name = OptimizerAttributes['optimizer'];
type Of<N extends Name> = Extract<OptimizerAttributes, { optimizer: N }>;

/** One optimizer. Its state starts as zeros; elements between two parameters have gradient 0 and must stay finite. */
export interface OptimizerRule<N extends Name> {
  /** Names of the tensors that it keeps beside each parameter, as files call them. */
  readonly stateNames: (attributes: Of<N>) => readonly string[];
  /** `shared` are the bindings and overrides that all optimizers' kernels have. */
  readonly kernel: (attributes: Of<N>, shared: SharedLaunch) => KernelCall;
}

export interface SharedLaunch {
  readonly bindings: {
    readonly clock: 'clock';
    readonly knobs: 'knobs';
    readonly gradients: 'gradients';
    readonly parameters: 'parameters';
    /** Σ of the gradients' squares; read when CLIP_NORM is not 0. */
    readonly sums: GraphNode | 'gradients';
  };
  readonly overrides: { readonly COUNT: number; readonly CLIP_NORM: number };
  readonly workgroups: [number, number, number];
}

/** The op of one optimizer. */
export function optimizerOp<N extends Name>(rule: OptimizerRule<N>): OpDefinition<'optimizerUpdate'> {
  return {
    kernels: ({ attributes, inputs, shape: [count = 0] }) => [
      rule.kernel(attributes as OptimizerAttributes as Of<N>, {
        bindings: {
          clock: 'clock',
          knobs: 'knobs',
          gradients: 'gradients',
          parameters: 'parameters',
          sums: (attributes.clipNorm === 0 ? undefined : inputs[0]) ?? 'gradients',
        },
        overrides: { COUNT: count / 4, CLIP_NORM: attributes.clipNorm },
        workgroups: workgroupsFor(count / 4, 64),
      }),
    ],
  };
}

/**
 * Effect: the update of all parameters; `count` is the length of the flat parameter buffer in elements.
 * @param clip the largest norm of all gradients together, and Σ of their squares.
 */
export const optimizerUpdate = (
  definition: OpDefinition<'optimizerUpdate'>,
  gradients: readonly GraphNode[],
  count: number,
  attributes: OptimizerAttributes,
  clip?: { readonly norm: number; readonly squares: GraphNode },
): GraphNode<'optimizerUpdate'> =>
  makeNode('optimizerUpdate', definition, clip ? [clip.squares, ...gradients] : gradients, [count], {
    ...attributes,
    clipNorm: clip?.norm ?? 0,
  });
