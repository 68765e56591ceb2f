// What the functional API needs of a device: values that stay there, and programs that go from values to values.

import type { BackendInfo } from './executor.ts';
import type { Loss } from './loss.ts';
import type { Program } from './program.ts';

/** Values on a device, row-major. Whoever made them frees them once. */
export interface Stored {
  read(): Promise<Float32Array>;
  free(): void;
}

/** A program of inputs and outputs only, ready to run. */
export interface Computation {
  /** `inputs[i]` are the values of the input named `i`; one result for each output of the program. */
  run(inputs: readonly Stored[]): Stored[];
  destroy(): void;
}

export interface TensorDevice {
  readonly info: BackendInfo;
  readonly loss: Loss;
  store(values: Float32Array): Stored;
  prepare(program: Program): Promise<Computation>;
}

/** A program whose only memory is its inputs and outputs. */
export const computation = (outputs: Program['outputs']): Program => ({
  name: 'computation',
  layout: { slots: [], length: 64 },
  stateLength: 0,
  outputs,
  gradients: [],
  effects: [],
  metricNames: [],
});
