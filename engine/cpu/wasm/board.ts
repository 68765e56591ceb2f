// What the CPU worker and its helper threads share: the board on which a job stands, and the letters that go beside it.

/** Places in the shared 32-bit words. */
export const slot = {
  ticket: 0,
  done: 1,
  letters: 2,
  failed: 3,
  program: 4,
  kernel: 5,
  items: 6,
  grain: 7,
  numbers: 8,
  awake: 9,
  called: 10,
};
/** Bytes of the words before the kernel's numbers, which are f64. */
export const wordBytes = 256;
export const mostNumbers = 32;
/** Turns of the waiting loop before a thread sleeps, some 50 µs: parts follow each other faster than a thread wakes up. */
export const spins = 5000;

/** What the worker tells its helpers, beside the jobs. */
export type Letter =
  | { readonly letter: 'start'; readonly board: SharedArrayBuffer; readonly index: number }
  | {
      readonly letter: 'program';
      readonly program: number;
      readonly module: WebAssembly.Module;
      readonly memory: WebAssembly.Memory;
      readonly scratch: number;
    }
  | { readonly letter: 'forget'; readonly program: number }
  | { readonly letter: 'wake' };

/** Parts left of the job that a ticket stands for. */
export const partsLeft = (ticket: number): number => ticket & 0xffff;
