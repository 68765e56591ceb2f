// How a device tells that it is gone: now, in a moment, or once. No promise that never resolves: each `then` on one stays for good.

export class Loss {
  #message: string | undefined;
  readonly #listeners = new Set<() => void>();

  /** Why the device is gone, if it is. */
  get message(): string | undefined {
    return this.#message;
  }

  /** The device is gone. */
  report(message: string): void {
    this.#message ??= message;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  }

  /** Calls `listener` once the device is gone; returns the way to stop it. */
  listen(listener: () => void): () => void {
    if (this.#message !== undefined) listener();
    else this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Why the device is gone, if it is or will be in half a second: a readback may fail shortly before the browser says so. */
  async soon(): Promise<string | undefined> {
    let stop = () => {};
    await new Promise<void>((resolve) => {
      const patience = setTimeout(resolve, 500);
      stop = this.listen(() => {
        clearTimeout(patience);
        resolve();
      });
    });
    stop();
    return this.#message;
  }
}
