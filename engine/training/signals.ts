// How the parts of a run wait for each other: a promise with its handles, and a bell.

/** A promise with its handles; a rejection that nobody awaits is no error. */
export class Outcome<T> {
  readonly promise: Promise<T>;
  #settled = false;
  #resolve: (value: T) => void = () => {};
  #reject: (error: unknown) => void = () => {};

  constructor() {
    this.promise = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.promise.catch(() => {});
  }

  fulfil(value: T): void {
    this.#settled = true;
    this.#resolve(value);
  }

  reject(error: unknown): void {
    this.#settled = true;
    this.#reject(error);
  }

  /** Itself while it is open, else a new one. */
  next(): Outcome<T> {
    return this.#settled ? new Outcome<T>() : this;
  }
}

/** Wakes one sleeper; one that rings before it sleeps is heard too. */
export class Alarm {
  #rung = false;
  #wake: () => void = () => {};

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  async heard(): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#rung = false;
  }
}
