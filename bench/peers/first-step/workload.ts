// W3 and the way a page says that its first step is done.

import { type TrainingSpec, trainingData, workloads } from '../workloads.ts';

declare global {
  interface Window {
    /** Since the navigation began. */
    firstStep?: { readonly ms: number; readonly loss: number };
  }
}

const w3 = workloads.find(({ group }) => group === 'W3')?.workload;
if (w3?.kind !== 'train') throw new Error('W3 is missing');
export const spec: TrainingSpec = w3.spec;
export const data = trainingData(spec);

export function finished(loss: number | undefined): void {
  window.firstStep = { ms: performance.now(), loss: loss ?? Number.NaN };
}
