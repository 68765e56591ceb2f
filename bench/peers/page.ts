// The page in which one library is measured: `bench/peers.ts` calls it through the browser's protocol.

import { countApiCalls } from './api-calls.ts';
import type { Overhead } from './overhead.ts';
import { type Measurement, type MeasureOptions, measure, type Peer } from './peer.ts';
import { trainingData, workloads } from './workloads.ts';

declare global {
  interface Window {
    openPeer(library: string, backend: string): Promise<string>;
    measureWorkload(group: string, variant: string, options: MeasureOptions): Promise<Measurement>;
    countCalls(group: string, variant: string, steps: number): Promise<Record<string, number>>;
    prepareOverhead(group: string, variant: string, stepsPerSubmit: number): Promise<void>;
    overhead?: Overhead;
  }
}

const libraries: Readonly<Record<string, () => Promise<{ createPeer(backend: string): Promise<Peer> }>>> = {
  slope: () => import('./slope.ts'),
  tfjs: () => import('./tensorflow.ts'),
  jax: () => import('./jax.ts'),
};

let peer: Peer | undefined;

window.openPeer = async (library, backend) => {
  const found = libraries[library];
  if (!found) throw new Error(`no library "${library}"`);
  peer = await (await found()).createPeer(backend);
  return peer.adapter;
};

const find = (group: string, variant: string) => {
  const named = workloads.find((workload) => workload.group === group && workload.variant === variant);
  if (!named || !peer) throw new Error(`no workload "${group} ${variant}", or no library`);
  return { named, peer };
};

window.measureWorkload = (group, variant, options) => {
  const found = find(group, variant);
  return measure(found.peer, found.named, options);
};

/** WebGPU calls per step in the steady state, after as many steps to reach it, of the first way to drive the library. */
window.countCalls = async (group, variant, steps) => {
  const found = find(group, variant);
  const { workload } = found.named;
  if (workload.kind !== 'train') throw new Error(`${group} trains nothing`);
  const [make] = found.peer.trainers(workload.spec, trainingData(workload.spec));
  const trainer = await make?.();
  await trainer?.run(steps, 0);
  const counted = countApiCalls();
  await trainer?.run(steps, 0);
  counted.stop();
  return Object.fromEntries(Object.entries(counted.counts).map(([name, count]) => [name, count / steps]));
};

window.prepareOverhead = async (group, variant, stepsPerSubmit) => {
  const { prepareOverhead } = await import('./overhead.ts');
  window.overhead = await prepareOverhead(group, variant, stepsPerSubmit);
};
