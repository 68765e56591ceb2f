// What every neuron of a model says: the outputs of each layer. Fetched when asked for.

import { sizeOf } from '../graph/shape.ts';
import { input } from '../ops/leaves.ts';
import type { Program } from '../plan/program.ts';
import type { Backend } from '../training/backend.ts';
import { keptProgram } from './placement.ts';
import { type Architecture, trace } from './programs.ts';
import { exampleCount, type Sequential } from './sequential.ts';

/** Rows of one run: a map of 64 × 64 points is one. */
const mostRows = 4096;

/** The outputs of every layer, after its activation, for `rows` examples that the host writes. */
function layersProgram(architecture: Architecture, rows: number): Program {
  const { layerOutputs } = trace(architecture, input('inputs', [rows, ...architecture.inputShape]));
  return {
    name: 'prediction of every layer',
    layout: architecture.layout,
    stateLength: 0,
    outputs: layerOutputs,
    gradients: [],
    effects: [],
    metricNames: [],
  };
}

/** `Sequential.predictLayers`. */
export async function predictLayers(
  model: Sequential,
  inputs: Float32Array,
  backend: Backend | undefined,
): Promise<Float32Array[]> {
  const count = exampleCount('predictLayers', inputs, model.inputShape);
  const width = sizeOf(model.inputShape);
  const widths = model.summary().rows.map(({ outputShape }) => sizeOf(outputShape.map((size) => size ?? 1)));
  const outputs = widths.map((units) => new Float32Array(count * units));
  const rows = Math.min(mostRows, count);
  return model.onDevice(backend, async (placement, architecture) => {
    const program = await keptProgram(placement, `layers ${rows}`, () => layersProgram(architecture, rows));
    for (let first = 0; first < count; first += rows) {
      const chunk = new Float32Array(rows * width);
      chunk.set(inputs.subarray(first * width, (first + rows) * width));
      const results = await program.compute({ inputs: chunk });
      const present = Math.min(rows, count - first);
      widths.forEach((units, layer) => {
        outputs[layer]?.set(results[layer]?.subarray(0, present * units) ?? [], first * units);
      });
    }
    return outputs;
  });
}
