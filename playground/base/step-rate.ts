// How fast a run goes, over the last seconds: steps per second and the time that is left.

const WINDOW_MS = 3000;

export class StepRate {
  #marks: { time: number; step: number }[] = [];

  /** Forgets the past: after a pause, the time in between is not training time. */
  restart(): void {
    this.#marks = [];
  }

  add(step: number, time = performance.now()): void {
    this.#marks.push({ time, step });
    while (this.#marks.length > 2 && time - (this.#marks[0]?.time ?? time) > WINDOW_MS) this.#marks.shift();
  }

  /** Undefined until two marks are far enough apart to mean something. */
  get stepsPerSecond(): number | undefined {
    const first = this.#marks[0];
    const last = this.#marks.at(-1);
    if (!first || !last || last.time - first.time < 150) return undefined;
    return ((last.step - first.step) / (last.time - first.time)) * 1000;
  }

  secondsLeft(steps: number): number | undefined {
    const rate = this.stepsPerSecond;
    return rate ? steps / rate : undefined;
  }
}
