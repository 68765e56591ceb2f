// A concrete tensor's values on a device, and who still needs them: the handle, a scope, computations under way.

import type { Stored, TensorDevice } from '../plan/tensors.ts';

export class Cell {
  readonly device: Promise<TensorDevice>;
  readonly stored: Promise<Stored>;
  /** Where its memory is given back at the latest; undefined leaves it to the garbage collector. */
  scope: Scope | undefined;
  #users = 0;
  #dropped = false;

  constructor(device: Promise<TensorDevice>, stored: Promise<Stored>, scope: Scope | undefined) {
    this.device = device;
    this.stored = stored;
    // Who reads the values hears of the failure; who never does has lost nothing.
    stored.catch(() => {});
    scope?.adopt(this);
  }

  /** @throws Error when its scope has ended. */
  retain(): void {
    if (this.#dropped) {
      throw new Error('The scope of this tensor has ended: return it from the scope to keep it.');
    }
    this.#users++;
  }

  release(): void {
    this.#users--;
    this.#freeUnused();
  }

  /** The handle is gone, or its scope has ended. */
  drop(): void {
    if (this.#dropped) return;
    this.#dropped = true;
    this.scope?.disown(this);
    this.#freeUnused();
  }

  #freeUnused(): void {
    if (!this.#dropped || this.#users > 0) return;
    this.stored.then(
      (stored) => stored.free(),
      () => {},
    );
  }
}

/** Tensors made inside a function, given back when it ends. */
export class Scope {
  readonly parent: Scope | undefined;
  readonly depth: number;
  ended = false;
  readonly #cells = new Set<Cell>();

  constructor(parent: Scope | undefined) {
    this.parent = parent;
    this.depth = (parent?.depth ?? 0) + 1;
  }

  adopt(cell: Cell): void {
    cell.scope = this;
    this.#cells.add(cell);
  }

  disown(cell: Cell): void {
    this.#cells.delete(cell);
  }

  /** Drops all but `kept`, which pass to the scope around this one. */
  end(kept: ReadonlySet<Cell>): void {
    this.ended = true;
    for (const cell of [...this.#cells]) {
      if (!kept.has(cell)) cell.drop();
      else if (this.parent) this.parent.adopt(cell);
      else cell.scope = undefined;
    }
    this.#cells.clear();
  }
}
