// What a CPU reference of an op is: the plainest loops that compute it, in f64 the oracle of the tests, in f32 the fallback.

import type { GraphNode, OpKind } from '../graph/node.ts';
import type { Clock, Knobs } from '../graph/step-state.ts';

/** f64 in the oracle, f32 in the fallback. */
export type Precision = 'f32' | 'f64';
export type FloatArray = Float32Array | Float64Array;

export const allocate = (precision: Precision, length: number): FloatArray =>
  precision === 'f64' ? new Float64Array(length) : new Float32Array(length);

/** What the CPU executor offers to ops that read or write more than their inputs and output. */
export interface CpuState {
  readonly parameters: FloatArray;
  readonly gradients: FloatArray;
  readonly state: FloatArray;
  readonly clock: Clock;
  readonly knobs: Knobs;
  /** The packed rows of a `data` node. */
  data(name: string): Float32Array | Uint8Array;
  /** Called by `tick` with the weighted sums of this step. */
  record(sums: readonly number[]): void;
}

/** Computes `output` from `inputs`, all row-major. */
export type Reference<K extends OpKind> = (
  node: GraphNode<K>,
  inputs: readonly FloatArray[],
  output: FloatArray,
  state: CpuState,
) => void;
