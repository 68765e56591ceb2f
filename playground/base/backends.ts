// What this browser can compute on, asked for once per page, and why it cannot do better.

import { detectBackends } from '../../engine/index.ts';

export type Backends = Awaited<ReturnType<typeof detectBackends>>;

let detected: Promise<Backends> | undefined;

export function pageBackends(): Promise<Backends> {
  detected ??= detectBackends();
  return detected;
}

/** The engine's sentence is English; a page in another language needs to know which of the two cases it is. */
export function missingReason(): 'no-api' | 'no-adapter' {
  return 'gpu' in navigator ? 'no-adapter' : 'no-api';
}
