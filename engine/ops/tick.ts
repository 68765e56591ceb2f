// The end of a step: weighted sums of the row values into the metrics ring, and the clock moved on.

import { dispatch } from '../../shaders/kernel.ts';
import tickKernel from '../../shaders/tick.wgsl';
import { type GraphNode, inputOf, type ScheduleAttributes } from '../graph/node.ts';
import { maxMetrics, ringRows } from '../graph/step-state.ts';
import { makeNode, type OpDefinition } from './definition.ts';

interface TickOptions {
  readonly schedule?: ScheduleAttributes;
  readonly beta1?: number;
  readonly beta2?: number;
}

/** Effect: Σ weights·losses and Σ weights·metric for each metric, all [B]; then the clock. At most three metrics. */
export function tick(
  weights: GraphNode,
  losses: GraphNode,
  metrics: readonly GraphNode[],
  { schedule = { schedule: 'constant' }, beta1 = 0, beta2 = 0 }: TickOptions = {},
): GraphNode<'tick'> {
  if (metrics.length > maxMetrics) {
    throw new RangeError(
      `tick: ${metrics.length} metrics asked for; a step carries at most ${maxMetrics} beside the loss`,
    );
  }
  const batchSize = weights.shape[0] ?? 0;
  return makeNode('tick', tickOp, [weights, losses, ...metrics], [], { batchSize, schedule, beta1, beta2 });
}

const scheduleCodes = { constant: 0, step: 1, cosine: 2, inverseTime: 3 } as const;

/** The two numbers of a schedule that the kernel reads: steps, value. */
export function scheduleNumbers(schedule: ScheduleAttributes): readonly [number, number] {
  switch (schedule.schedule) {
    case 'constant':
      return [1, 0];
    case 'step':
      return [schedule.every, schedule.factor];
    case 'cosine':
      return [schedule.steps, schedule.floor];
    case 'inverseTime':
      return [1, schedule.decay];
    default:
      return schedule satisfies never;
  }
}

export const tickOp: OpDefinition<'tick'> = {
  kernels: (node) => {
    const [losses, ...metrics] = node.inputs.slice(1);
    const { batchSize, beta1, beta2, schedule } = node.attributes;
    const [steps, value] = scheduleNumbers(schedule);
    const filler = losses ?? inputOf(node, 0);
    return [
      dispatch(tickKernel, {
        bindings: {
          clock: 'clock',
          knobs: 'knobs',
          weights: inputOf(node, 0),
          losses: filler,
          metric_0: metrics[0] ?? filler,
          metric_1: metrics[1] ?? filler,
          metric_2: metrics[2] ?? filler,
          ring: 'ring',
        },
        overrides: {
          BATCH_SIZE: batchSize,
          METRICS: metrics.length,
          RING_ROWS: ringRows,
          BETA_1: beta1,
          BETA_2: beta2,
          SCHEDULE: scheduleCodes[schedule.schedule],
          SCHEDULE_STEPS: steps,
          SCHEDULE_VALUE: value,
        },
        workgroups: [1, 1, 1],
      }),
    ];
  },
};
