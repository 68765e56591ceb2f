// The reproducible order of a dataset: a keyed bijection of example positions, the same on every executor.
// `shaders/gather_batch.wgsl` computes the same function; whole numbers only, so that both agree exactly.

/** PCG output permutation (O'Neill 2014) of a 32-bit linear congruential step. */
export function hash(value: number, key: number): number {
  const mixed = (Math.imul(value ^ Math.imul(key, 0x85ebca6b), 747796405) + 2891336453) >>> 0;
  const word = Math.imul((mixed >>> ((mixed >>> 28) + 4)) ^ mixed, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** Columns of the nearly square grid that the permutation walks. */
export const shuffleColumns = (count: number): number => Math.max(1, Math.ceil(Math.sqrt(count)));

/** The example at `position` of an epoch: a Feistel network on a grid of rows × columns ≥ count, cycle-walked. */
export function shuffled(position: number, count: number, seed: number, epoch: number): number {
  const columns = shuffleColumns(count);
  const rows = Math.ceil(count / columns);
  const key = (seed + Math.imul(epoch, 0x9e3779b9)) >>> 0;
  let cell = position;
  do {
    let left = Math.floor(cell / columns);
    let right = cell % columns;
    for (let round = 0; round < 4; round++) {
      left = ((left + hash(right, key + 2 * round)) >>> 0) % rows;
      right = ((right + hash(left, key + 2 * round + 1)) >>> 0) % columns;
    }
    cell = left * columns + right;
  } while (cell >= count);
  return cell;
}
