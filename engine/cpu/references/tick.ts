// The end of a step: weighted sums of the row values into the metrics ring, and the clock moved on.

import type { GraphNode, ScheduleAttributes } from '../../graph/node.ts';
import type { Clock } from '../../graph/step-state.ts';
import { scheduleNumbers } from '../../ops/tick.ts';
import type { Reference } from '../reference.ts';

/** What the learning rate is multiplied by at `step`. */
export function scheduleFactor(schedule: ScheduleAttributes, step: number): number {
  const [steps, value] = scheduleNumbers(schedule);
  switch (schedule.schedule) {
    case 'constant':
      return 1;
    case 'step':
      return value ** Math.floor(step / steps);
    case 'cosine':
      return value + (1 - value) * 0.5 * (1 + Math.cos(Math.PI * Math.min(step / steps, 1)));
    case 'inverseTime':
      return 1 / (1 + value * step);
    default:
      return schedule satisfies never;
  }
}

export const tick: Reference<'tick'> = (node, [weights, ...columns], _output, state) => {
  if (!weights) return;
  state.record(
    columns.map((column) => {
      let total = 0;
      for (let row = 0; row < weights.length; row++) total += (weights[row] as number) * (column[row] as number);
      return total;
    }),
  );
  advance(state.clock, node.attributes, state.knobs.exampleCount);
};

/** The clock at the next step. */
export function advance(clock: Clock, attributes: GraphNode<'tick'>['attributes'], exampleCount: number): void {
  clock.step++;
  clock.batch++;
  if (clock.batch * attributes.batchSize >= exampleCount) {
    clock.batch = 0;
    clock.epoch++;
  }
  clock.beta1Power *= attributes.beta1;
  clock.beta2Power *= attributes.beta2;
  clock.scheduleFactor = scheduleFactor(attributes.schedule, clock.step);
}
