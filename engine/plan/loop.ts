// Plans of whole steps: of a neuron or a small chain of dense layers many in one dispatch, of a larger chain two dispatches each.

import type { KernelModule } from '../../shaders/kernel.ts';
import trainChain from '../../shaders/train_chain.wgsl';
import trainNeuron from '../../shaders/train_neuron.wgsl';
import type { DeviceTraits, KernelCall } from '../ops/definition.ts';
import { loopCalls, mostLayers, neuronCalls } from './chain-loop.ts';
import { mostSmallRows, smallBatchCalls } from './chain-small-batch.ts';
import { stepCalls } from './chain-step.ts';
import { type DenseChain, denseChainOf, fitsTargets, stepCost, widest } from './dense-chain.ts';
import { type BufferSlice, Memory, type Plan, type PlannedDispatch } from './plan.ts';
import type { ParameterLayout, Program } from './program.ts';

/**
 * Multiply-adds of a step up to which one workgroup is faster than two dispatches for each step. A core of a GPU does some 10⁴
 * in the 5 to 10 µs of those; a software adapter, where a workgroup is one thread, 10⁵ in the 0.2 ms that two threads take to
 * meet twice.
 */
const largestLoop = { gpu: 40_000, software: 300_000 };
/** Columns of a layer up to which the loop's kernel writes their number into 12 bits, and gives every layer as much room. */
const widestLoop = 1024;
/**
 * Units of the widest layer from which on a small batch is worked on by columns. By rows, twelve of them are four threads; a GPU
 * gets more threads by columns as soon as there are more columns. On a software adapter, where four threads are one of SIMD, the
 * two are even at 20 units, and columns twice as fast at 64: there each weight is loaded for all rows at once.
 */
const narrowestByColumns = 24;
/** Multiply-adds of a step beyond which the tiles of the plan's products, larger than a chain's, make up for its dispatches. */
const largestStep = 1_000_000;
/** Rows of a batch beyond which one workgroup would be long at summing their losses. */
const mostRows = 512;

/**
 * Threads of a workgroup. A GPU wants a subgroup at least, and more to hide the latency of memory; a software adapter runs
 * four threads as one SIMD thread, to which each further four, waiting at barriers, are only a cost.
 */
const cuts = {
  gpu: { neuron: 64, chain: 64, rows: 32, update: 64 },
  software: { neuron: 4, chain: 4, rows: 4, update: 4 },
};

const isNeuron = ({ layers: [first, second] }: DenseChain) =>
  first !== undefined && !second && first.inputs <= 3 && first.units === 1;

/** Fetches the text of the kernel that a model of these parameters most likely needs: a neuron has a kernel and a bias. */
export async function fetchText({ slots }: ParameterLayout): Promise<void> {
  const kernel: KernelModule = slots.length > 2 ? trainChain : trainNeuron;
  await kernel.fetchCode?.();
}

/** A step in one or two dispatches, or many steps in one. Undefined when the program is no chain, or would be slower so. */
export function planLoop(program: Program, traits: DeviceTraits): Plan | undefined {
  const chain = denseChainOf(program);
  // Schedules are rare in models this small; the plan has them.
  if (!chain || !fitsTargets(chain) || chain.schedule.schedule !== 'constant') return undefined;
  const adapter = traits.software ? 'software' : 'gpu';
  const [first] = chain.layers;
  const memory = new Memory(program, new Set());
  const planned = (call: KernelCall): PlannedDispatch => {
    const bindings: Record<string, BufferSlice> = {};
    for (const [name, operand] of Object.entries(call.bindings)) bindings[name] = memory.slice(operand, 0, new Map());
    return { ...call, bindings, label: `whole step (${call.kernel.name})` };
  };
  const whole = { name: program.name, buffers: memory.buffers, outputs: [], whole: true };
  const looped = (calls: readonly KernelCall[]): Plan => {
    const loop = calls.map(planned);
    return { ...whole, dispatches: loop.slice(0, 1), loop };
  };
  if (first && isNeuron(chain)) {
    return looped(neuronCalls(chain, first, cuts[adapter].neuron));
  }
  const cost = stepCost(chain);
  if (!traits.subgroups || cost > largestStep || chain.batchSize > mostRows) return undefined;
  if (cost <= largestLoop[adapter]) {
    if (chain.batchSize <= mostSmallRows && chain.layers.some(({ units }) => units >= narrowestByColumns)) {
      return looped(smallBatchCalls(chain, cuts[adapter].chain));
    }
    if (widest(chain) <= widestLoop && chain.layers.length <= mostLayers) {
      return looped(loopCalls(chain, cuts[adapter].chain));
    }
  }
  return { ...whole, dispatches: stepCalls(chain, cuts[adapter]).map(planned) };
}
