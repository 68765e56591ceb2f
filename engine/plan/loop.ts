// Whole-loop plans: chains that fit one workgroup run many steps in one dispatch (`shaders/train_chain.wgsl`).

import { dispatch } from '../../shaders/kernel.ts';
import trainChain from '../../shaders/train_chain.wgsl';
import type { OptimizerAttributes } from '../graph/node.ts';
import { ringRows } from '../graph/step-state.ts';
import { activationCode } from '../ops/activation-gradient.ts';
import type { DeviceTraits, KernelCall } from '../ops/definition.ts';
import { fill } from '../ops/leaves.ts';
import { rowLossCode } from '../ops/row-loss.ts';
import { type DenseChain, denseChainOf, fitsTargets, stepCost, valueCount } from './dense-chain.ts';
import { type BufferSlice, Memory, type Plan, type PlannedDispatch } from './plan.ts';
import type { Program } from './program.ts';

/** One workgroup has 16 KiB. */
const workgroupFloats = 4096;
/**
 * Multiply-adds of a step up to which one workgroup is faster than a dozen dispatches. A GPU core does some 10⁵ in the
 * 30 to 60 µs of those dispatches; a software adapter, where one workgroup is one SIMD thread, 2·10⁴ in their 150 µs.
 */
const largestStep = { gpu: 200_000, software: 40_000 };
/** Enough to hide the latency of shared memory; a software adapter runs 16 as four SIMD threads (4: 1.7 times slower, 64: 2.5). */
const threads = { gpu: 128, software: 16 };

/** A dispatch does 2^i steps, for the i-th of these: any number of steps is a few of them. */
export const loopPowers = 10;

type Constants = NonNullable<Parameters<typeof dispatch<typeof trainChain, never>>[1]>['overrides'];

/** One kernel does everything: its buffers, and a dispatch for each power of two of steps. Undefined as `loopCalls`. */
export function planLoop(program: Program, traits: DeviceTraits): Plan | undefined {
  const calls = loopCalls(program, traits);
  if (!calls) return undefined;
  const memory = new Memory(program, new Set());
  const loop = calls.map((call): PlannedDispatch => {
    const bindings: Record<string, BufferSlice> = {};
    for (const [name, operand] of Object.entries(call.bindings)) bindings[name] = memory.slice(operand, 0, new Map());
    return { ...call, bindings, label: `whole loop (${call.kernel.name})` };
  });
  return { name: program.name, buffers: memory.buffers, dispatches: loop.slice(0, 1), loop, outputs: [] };
}

/** The program's steps as one kernel; undefined when it is no chain, or does not fit, or would be slower. */
export function loopCalls(program: Program, traits: DeviceTraits): readonly KernelCall[] | undefined {
  const chain = denseChainOf(program);
  if (!chain || !fitsTargets(chain) || chain.layers.length > 4) return undefined;
  const adapter = traits.software ? 'software' : 'gpu';
  const floats = chain.parameterCount + valueCount(chain) + 4 * threads[adapter];
  if (floats > workgroupFloats || stepCost(chain) > largestStep[adapter]) return undefined;
  const optimizer = optimizerConstants(chain.update);
  // Schedules are rare in models this small; the plan has them.
  if (!optimizer || chain.schedule.schedule !== 'constant') return undefined;
  const overrides = constantsOf(chain, optimizer, threads[adapter]);
  return Array.from({ length: loopPowers }, (_, i) =>
    dispatch(trainChain, {
      bindings: {
        clock: 'clock',
        knobs: 'knobs',
        steps: fill([1], 2 ** i),
        examples: chain.inputs,
        targets: chain.targets,
        parameters: 'parameters',
        state: 'state',
        ring: 'ring',
      },
      overrides,
      workgroups: [1, 1, 1],
    }),
  );
}

type OptimizerConstants = Pick<
  Constants,
  'OPTIMIZER' | 'MOMENTUM' | 'NESTEROV' | 'BETA_1' | 'BETA_2' | 'EPSILON' | 'WEIGHT_DECAY'
>;

function optimizerConstants(update: OptimizerAttributes): OptimizerConstants | undefined {
  switch (update.optimizer) {
    case 'sgd':
      return { OPTIMIZER: 0, MOMENTUM: update.momentum, NESTEROV: update.nesterov };
    case 'adam':
      return {
        OPTIMIZER: 1,
        BETA_1: update.beta1,
        BETA_2: update.beta2,
        EPSILON: update.epsilon,
        WEIGHT_DECAY: update.weightDecay,
      };
    default:
      return undefined;
  }
}

function constantsOf(chain: DenseChain, optimizer: OptimizerConstants, threadCount: number): Constants {
  const { layers, metrics } = chain;
  const [first, second, third, fourth] = layers;
  if (!first) throw new RangeError('a chain has layers');
  const activation = (layer: (typeof layers)[number] | undefined) =>
    layer && layer.activation !== 'linear' ? activationCode[layer.activation] : 0;
  const metric = (i: number) => {
    const name = metrics[i];
    if (name === undefined) return 0;
    return name === 'hit' ? 8 : rowLossCode(name);
  };
  return {
    BATCH_SIZE: chain.batchSize,
    SHUFFLE: chain.shuffle,
    SCALE: chain.inputs.attributes.scale,
    OFFSET: chain.inputs.attributes.offset,
    TARGET_WIDTH: layers.at(-1)?.units ?? 1,
    LAYERS: layers.length,
    WIDTH_0: first.inputs,
    WIDTH_1: first.units,
    WIDTH_2: second?.units ?? 0,
    WIDTH_3: third?.units ?? 0,
    WIDTH_4: fourth?.units ?? 0,
    ACTIVATION_1: activation(first),
    ACTIVATION_2: activation(second),
    ACTIVATION_3: activation(third),
    ACTIVATION_4: activation(fourth),
    KERNEL_1: first.kernel,
    KERNEL_2: second?.kernel ?? 0,
    KERNEL_3: third?.kernel ?? 0,
    KERNEL_4: fourth?.kernel ?? 0,
    BIAS_1: first.bias,
    BIAS_2: second?.bias ?? 0,
    BIAS_3: third?.bias ?? 0,
    BIAS_4: fourth?.bias ?? 0,
    LOSS: rowLossCode(chain.loss),
    METRICS: metrics.length,
    METRIC_0: metric(0),
    METRIC_1: metric(1),
    METRIC_2: metric(2),
    ...optimizer,
    PARAMETERS: chain.parameterCount,
    VALUES: valueCount(chain),
    RING_ROWS: ringRows,
    THREADS: threadCount,
  };
}
