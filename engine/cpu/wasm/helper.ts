// A helper thread: takes parts of the jobs that `pool.ts` writes on the board, until there are none for a while.

import { type Letter, mostNumbers, partsLeft, slot, spins, wordBytes } from './board.ts';
import { instantiate, type Kernels, kernelNames } from './module.ts';

/** How long a helper waits for a job before it returns to its messages. */
const restMs = 100;

let words: Int32Array = new Int32Array();
let numbers: Float64Array = new Float64Array();
let letters = 0;
const programs = new Map<number, { readonly kernels: Kernels; readonly scratch: number }>();

/** One part of the job of that ticket, unless another thread was faster. */
function takePart(ticket: number): void {
  const program = programs.get(words[slot.program] ?? 0);
  const kernel = kernelNames[words[slot.kernel] ?? 0];
  const [items = 0, grain = 0] = [words[slot.items], words[slot.grain]];
  const own = Array.from(numbers.subarray(0, words[slot.numbers]));
  if (!program || !kernel) {
    Atomics.wait(words, slot.ticket, ticket, 1);
    return;
  }
  // What was read belongs to this job if its ticket is still there.
  if (Atomics.compareExchange(words, slot.ticket, ticket, ticket - 1) !== ticket) return;
  const first = (partsLeft(ticket) - 1) * grain;
  try {
    program.kernels[kernel](...own, first, Math.min(first + grain, items), program.scratch);
  } catch {
    Atomics.store(words, slot.failed, 1);
  }
  Atomics.add(words, slot.done, 1);
  Atomics.notify(words, slot.done);
}

/** Works until there is a letter, or nothing to do. */
function work(): void {
  let turns = 0;
  Atomics.add(words, slot.awake, 1);
  Atomics.store(words, slot.called, 0);
  while (Atomics.load(words, slot.letters) === letters) {
    const ticket = Atomics.load(words, slot.ticket);
    if (partsLeft(ticket) > 0) {
      turns = 0;
      takePart(ticket);
    } else if (++turns > spins) {
      turns = 0;
      if (Atomics.wait(words, slot.ticket, ticket, restMs) === 'timed-out') break;
    }
  }
  Atomics.sub(words, slot.awake, 1);
}

self.addEventListener('message', ({ data }: MessageEvent<Letter>) => {
  switch (data.letter) {
    case 'start':
      words = new Int32Array(data.board, 0, wordBytes / 4);
      numbers = new Float64Array(data.board, wordBytes, mostNumbers);
      break;
    case 'program':
      letters++;
      programs.set(data.program, { kernels: instantiate(data.module, data.memory), scratch: data.scratch });
      break;
    case 'forget':
      letters++;
      programs.delete(data.program);
      break;
    case 'wake':
      break;
    default:
      data satisfies never;
  }
  work();
});
