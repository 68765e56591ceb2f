// Which executor trains: asked for, or chosen, with the reason in words.

import type { Executor } from '../plan/executor.ts';
import { isSmall, type ParameterLayout, type Program } from '../plan/program.ts';
import { requestAdapter, sharedDevice, WebGpuUnavailableError } from '../webgpu/device.ts';
import type { Trial } from './trial.ts';

export type Backend = 'auto' | 'webgpu' | 'cpu';

export interface BackendReport {
  readonly webgpu: {
    readonly available: boolean;
    readonly adapter: string;
    readonly isSoftware: boolean;
    readonly reason: string;
  };
  /** What `auto` takes. */
  readonly preferred: 'webgpu' | 'cpu';
  /** A sentence for people. */
  readonly reason: string;
}

/** What this browser offers, without making a device. */
export async function detectBackends(): Promise<BackendReport> {
  try {
    const { description } = await requestAdapter();
    const webgpu = { available: true, adapter: description.name, isSoftware: description.isSoftware, reason: '' };
    return description.isSoftware
      ? {
          webgpu,
          preferred: 'cpu',
          reason: `The only WebGPU adapter (${description.name}) is software; the CPU trains directly instead.`,
        }
      : { webgpu, preferred: 'webgpu', reason: `WebGPU adapter ${description.name}.` };
  } catch (error) {
    if (!(error instanceof WebGpuUnavailableError)) throw error;
    return {
      webgpu: { available: false, adapter: '', isSoftware: false, reason: error.message },
      preferred: 'cpu',
      reason: `${error.message} The CPU trains instead, more slowly.`,
    };
  }
}

/**
 * @param trial what will be trained: with it `auto` measures a few steps on each executor and takes the faster one.
 * @throws WebGpuUnavailableError when WebGPU is asked for and missing; `auto` never throws it.
 */
export async function createExecutor(backend: Backend, trial?: Trial): Promise<Executor> {
  if (backend === 'webgpu') return createGpu();
  if (backend === 'cpu') return createCpu('The CPU was chosen.');
  const { webgpu, preferred, reason } = await detectBackends();
  if (trial && webgpu.available) return measuredExecutor(trial, webgpu);
  return preferred === 'webgpu' ? createGpu(reason) : createCpu(reason);
}

/** A real GPU wins anything larger than this without being asked: parameters times examples of a step, a sixth of its FLOP. */
const largeStep = 30e6;

function isLarge({ layout, effects }: Program): boolean {
  const ticks = effects.filter((effect) => effect.op === 'tick');
  return ticks.some(({ attributes }) => layout.length * attributes.batchSize > largeStep);
}

async function measuredExecutor(trial: Trial, { adapter, isSoftware }: BackendReport['webgpu']): Promise<Executor> {
  if (!isSoftware && isLarge(trial.program)) return createGpu(`WebGPU on ${adapter}: steps this large are its own.`);
  const { ageInWords, tryBoth } = await import('./trial.ts');
  const { cpu, webgpu, age, observed } = await tryBoth(trial, adapter, await createGpu(), await createCpu('A trial.'));
  const shown = (rate: number) => (rate < 10 ? rate.toPrecision(2) : Math.round(rate).toLocaleString('en'));
  const figures = `${shown(cpu)} steps/s on the CPU, ${shown(webgpu)} with WebGPU on ${adapter}`;
  const reason = `Measured ${ageInWords(age)}: ${figures}; the faster one trains.`;
  const executor = await (cpu > webgpu ? createCpu(reason) : createGpu(reason));
  return { ...executor, observed: (rate) => observed(executor.info.executor, rate) };
}

/** Begins to ask for the device and to fetch what trains a small chain on it, while the program is still to be made. */
export function prepareGpu(backend: Backend | undefined, layout: ParameterLayout): void {
  if (backend !== 'webgpu') return;
  const loop = isSmall(layout) && import('../plan/loop.ts').then(({ fetchText }) => fetchText(layout));
  // A failure shows when it is needed.
  Promise.all([sharedDevice(), loop]).catch(() => {});
}

// Fetched when needed: a page never loads the executor that it does not use, and none before it computes.

const createGpu = async (reason?: string): Promise<Executor> =>
  (await import('../webgpu/executor.ts')).createWebGpuExecutor(reason);

const createCpu = async (reason: string): Promise<Executor> =>
  (await import('../cpu/worker-executor.ts')).createCpuWorkerExecutor(reason);
