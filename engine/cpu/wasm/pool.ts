// Threads that share the kernels' work, where the page is cross-origin isolated: helpers beside the CPU worker, on shared memory.
//
// A job is a kernel with its numbers, cut into parts. The `ticket` holds the job's number and how many parts are left; whoever lowers
// it by compare-and-swap has a part. A helper that comes late, or sleeps, takes none: nobody waits for it.

import { type Letter, mostNumbers, partsLeft, slot, spins, wordBytes } from './board.ts';
import { type KernelName, kernelNames } from './module.ts';

/** Helpers of one worker at most: a tenth core brings little to products of this size. */
const mostHelpers = 7;

export class Pool {
  readonly threads: number;
  readonly #helpers: readonly Worker[];
  readonly #words: Int32Array;
  readonly #numbers: Float64Array;
  #jobs = 0;
  #programs = 0;

  constructor(helpers: number) {
    const board = new SharedArrayBuffer(wordBytes + 8 * mostNumbers);
    this.#words = new Int32Array(board, 0, wordBytes / 4);
    this.#numbers = new Float64Array(board, wordBytes);
    this.threads = helpers + 1;
    this.#helpers = Array.from({ length: helpers }, (_, index) => {
      const helper = new Worker(new URL('./helper.ts', import.meta.url), { type: 'module' });
      helper.postMessage({ letter: 'start', board, index } satisfies Letter);
      return helper;
    });
  }

  /** A number by which the helpers know the memory; `scratch` is the address of the first helper's, they lie `scratchBytes` apart. */
  addProgram(module: WebAssembly.Module, memory: WebAssembly.Memory, scratch: number, scratchBytes: number): number {
    const program = ++this.#programs;
    this.#send((index) => ({ letter: 'program', program, module, memory, scratch: scratch + index * scratchBytes }));
    return program;
  }

  removeProgram(program: number): void {
    this.#send(() => ({ letter: 'forget', program }));
  }

  #send(letterFor: (index: number) => Letter): void {
    // A helper that works or waits hears nothing: it looks at this count, and returns to its messages when it has changed.
    Atomics.add(this.#words, slot.letters, 1);
    Atomics.notify(this.#words, slot.ticket);
    this.#helpers.forEach((helper, index) => {
      helper.postMessage(letterFor(index));
    });
  }

  /**
   * Runs `work` for all items in parts of `grain`, with the helpers' help; returns when all parts are done.
   * @throws Error when a helper failed.
   */
  run(
    program: number,
    kernel: KernelName,
    numbers: readonly number[],
    items: number,
    grain: number,
    work: (from: number, to: number) => void,
  ): void {
    const words = this.#words;
    const parts = Math.ceil(items / grain);
    words[slot.program] = program;
    words[slot.kernel] = kernelNames.indexOf(kernel);
    words[slot.items] = items;
    words[slot.grain] = grain;
    words[slot.numbers] = numbers.length;
    this.#numbers.set(numbers);
    Atomics.store(words, slot.done, 0);
    this.#jobs = (this.#jobs + 1) & 0x7fff;
    Atomics.store(words, slot.ticket, (this.#jobs << 16) | parts);
    Atomics.notify(words, slot.ticket);
    const allAwake = Atomics.load(words, slot.awake) === this.#helpers.length;
    if (!allAwake && Atomics.exchange(words, slot.called, 1) === 0) {
      for (const helper of this.#helpers) helper.postMessage({ letter: 'wake' } satisfies Letter);
    }
    for (let ticket = Atomics.load(words, slot.ticket); partsLeft(ticket) > 0; ) {
      const seen = Atomics.compareExchange(words, slot.ticket, ticket, ticket - 1);
      if (seen === ticket) {
        const first = (partsLeft(ticket) - 1) * grain;
        work(first, Math.min(first + grain, items));
        Atomics.add(words, slot.done, 1);
      }
      ticket = Atomics.load(words, slot.ticket);
    }
    let turns = 0;
    for (let done = Atomics.load(words, slot.done); done < parts; done = Atomics.load(words, slot.done)) {
      // The last part may belong to a thread that the system has put aside.
      if (++turns > spins) Atomics.wait(words, slot.done, done, 1);
    }
    if (Atomics.load(words, slot.failed) > 0) throw new Error('A thread of the CPU executor failed.');
  }
}

let shared: Pool | undefined;

/** The pool of this worker, made when first needed; undefined where memory cannot be shared, or in a page's own thread, which may not wait. */
export function poolOf(): Pool | undefined {
  const isolated = typeof crossOriginIsolated !== 'undefined' && crossOriginIsolated;
  const mayWait = typeof window === 'undefined' && typeof Worker !== 'undefined';
  if (!isolated || !mayWait) return undefined;
  const helpers = Math.min(mostHelpers, navigator.hardwareConcurrency - 1);
  if (helpers < 1) return undefined;
  shared ??= new Pool(helpers);
  return shared;
}
