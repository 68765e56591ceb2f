// One of the two networks that are compared: its model, its run, and what it says of the plane at the moment.

import {
  adam,
  type Backend,
  type Dataset,
  type Layer,
  type Sequential,
  sequential,
  type TrainingRun,
} from '../../../engine/index.ts';
import type { PlanePoint } from '../slope-network/data.ts';
import type { Feature } from '../slope-network/features.ts';
import { featureRows } from '../slope-network/features.ts';
import { columnOf, SAMPLES } from '../slope-network/maps.ts';

export const CELLS = SAMPLES * SAMPLES;

export interface Sight {
  /** The probability of class 1 on the grid, then for every point. */
  readonly grid: Float32Array;
  readonly points: Float32Array;
  /** Of each hidden neuron on the grid, layer by layer. */
  readonly hidden: readonly (readonly Float32Array[])[];
  /** Every weight and bias. */
  readonly weights: Float32Array;
}

export interface ContestantPlan {
  readonly features: readonly Feature[];
  readonly layers: readonly Layer[];
  /** Neurons of each hidden layer. */
  readonly hidden: readonly number[];
  readonly data: Dataset;
  readonly epochs: number;
  readonly seed: number;
  readonly backend: Backend;
}

export class Contestant {
  readonly plan: ContestantPlan;
  readonly model: Sequential;
  #run: TrainingRun | undefined;

  constructor(plan: ContestantPlan) {
    this.plan = plan;
    this.model = sequential(plan.layers, { inputShape: [plan.features.length], seed: plan.seed });
  }

  get parameters(): number {
    return this.model.summary().parameterCount;
  }

  /** A whole epoch. */
  async learn(): Promise<void> {
    const { data, epochs, seed, backend } = this.plan;
    this.#run ??= this.model.fit(data, {
      optimizer: adam({ learningRate: 0.03 }),
      loss: 'binaryCrossentropy',
      batchSize: 16,
      epochs,
      seed,
      backend,
      paused: true,
    });
    const run = this.#run;
    // A run that was stopped, because the figure began anew, ends its promise in an error that is nobody's concern.
    run.finished.catch(() => {});
    await run.step(run.stepsPerEpoch);
  }

  /** @param cells the grid. @param points all points, learned from or not. */
  async look(cells: readonly PlanePoint[], points: readonly PlanePoint[]): Promise<Sight> {
    const { features, hidden, backend } = this.plan;
    const outputs = await this.model.predictLayers(featureRows(features, [...cells, ...points]), { backend });
    const tensors = await this.model.getWeights();
    const answer = outputs.at(-1) ?? new Float32Array(0);
    return {
      grid: answer.slice(0, CELLS),
      points: answer.slice(CELLS),
      hidden: hidden.map((units, layer) =>
        Array.from({ length: units }, (_, neuron) => columnOf(outputs[layer] ?? answer, units, neuron, CELLS)),
      ),
      weights: Float32Array.from(tensors.flatMap(({ data }) => [...data])),
    };
  }

  end(): void {
    this.#run?.stop();
    this.model.dispose();
  }
}
