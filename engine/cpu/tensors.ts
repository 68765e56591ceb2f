// Tensors of the functional API on the CPU, in this thread.

import { Loss } from '../plan/loss.ts';
import type { Stored, TensorDevice } from '../plan/tensors.ts';
import { CpuSession } from './executor.ts';

class CpuValues implements Stored {
  readonly values: Float32Array;

  constructor(values: Float32Array) {
    this.values = values;
  }

  async read(): Promise<Float32Array> {
    return this.values.slice();
  }

  free(): void {}
}

const valuesOf = (stored: Stored | undefined): Float32Array => {
  if (!(stored instanceof CpuValues)) throw new Error('The values are on another device.');
  return stored.values;
};

/** A device for tensors in f32, or in f64 with f32 between the programs. */
export function createCpuTensors(reason: string, precision: 'f32' | 'f64' = 'f32'): TensorDevice {
  const session = new CpuSession(precision, { slots: [], length: 64 }, new Float32Array(64));
  return {
    info: { executor: 'cpu', adapter: `CPU, ${precision}`, isSoftware: false, reason },
    loss: new Loss(),
    store: (values) => new CpuValues(values.slice()),
    prepare: async (program) => {
      const loaded = await session.load(program, {});
      return {
        run: (inputs) =>
          loaded
            .computeNow(Object.fromEntries(inputs.map((stored, i) => [`${i}`, valuesOf(stored)])))
            .map((values) => new CpuValues(values)),
        destroy: () => loaded.destroy(),
      };
    },
  };
}
