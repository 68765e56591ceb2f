// Dataset columns on the device: programs of one model share them, and they outlive their programs, because an evaluation
// is often repeated. A column goes when the array that it came from is gone and no program reads it.

interface Column {
  readonly buffer: GPUBuffer;
  /** Programs that read it. */
  users: number;
  /** The array that it came from is gone. */
  orphan: boolean;
}

type Values = Float32Array | Uint8Array;

export class Columns {
  readonly #gpu: GPUDevice;
  readonly #all = new Set<Column>();
  readonly #columnOf = new WeakMap<Values, Column>();
  readonly #arrays = new FinalizationRegistry((column: Column) => {
    column.orphan = true;
    this.#discardUnused(column);
  });

  constructor(gpu: GPUDevice) {
    this.#gpu = gpu;
  }

  /** The array's column, with at least `size` bytes: examples may arrive later. Give it back with `release`. */
  take(name: string, values: Values, size: number): Column {
    let column = this.#columnOf.get(values);
    // One that was given up is destroyed, though the array may still lead to it.
    if (!column || column.orphan || column.buffer.size < size) {
      if (column) {
        column.orphan = true;
        this.#discardUnused(column);
      }
      const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC;
      column = { buffer: this.#gpu.createBuffer({ label: name, size, usage }), users: 0, orphan: false };
      const whole = values.byteLength - (values.byteLength % 4);
      const bytes = values.buffer as ArrayBuffer;
      this.#gpu.queue.writeBuffer(column.buffer, 0, bytes, values.byteOffset, Math.min(whole, size));
      this.#all.add(column);
      this.#columnOf.set(values, column);
      this.#arrays.register(values, column);
    }
    column.users++;
    return column;
  }

  /** A program reads it no more; `broken`: it was never made, for want of memory. */
  release(column: Column, broken = false): void {
    column.users--;
    if (broken) column.orphan = true;
    this.#discardUnused(column);
  }

  #discardUnused(column: Column): void {
    if (!column.orphan || column.users > 0) return;
    column.buffer.destroy();
    this.#all.delete(column);
  }

  destroy(): void {
    for (const { buffer } of this.#all) buffer.destroy();
    this.#all.clear();
  }
}
