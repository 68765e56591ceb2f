// Where a model's parameters are: on the host, or on one executor at a time; and how they get there, also after a lost device.

import type { Executor, LoadedProgram, Session } from '../plan/executor.ts';
import type { ParameterLayout, Program } from '../plan/program.ts';
import { type Backend, createExecutor } from '../training/backend.ts';
import type { Trial } from '../training/trial.ts';

/** A model's parameters on one executor. */
export interface Placement {
  readonly executor: Executor;
  readonly session: Session;
  /** Programs without data that are kept for their next use. */
  readonly programs: Map<string, Promise<LoadedProgram>>;
  /** What is computed there now: its memory is not given back under it. */
  readonly work: Set<Promise<unknown>>;
}

export class Placements {
  /** A run trains: the parameters must stay where they are. */
  training = false;
  readonly #layout: ParameterLayout;
  /** Values as they are while no device holds newer ones. */
  #values: Float32Array;
  #placed: Placement | undefined;
  #placing: Promise<void> = Promise.resolve();
  /** What was asked for last: where the model goes again after its device was lost. */
  #backend: Backend = 'auto';

  constructor(layout: ParameterLayout, values: Float32Array) {
    this.#layout = layout;
    this.#values = values;
  }

  /** Where the parameters are, unless their device was lost. */
  get #current(): Placement | undefined {
    return this.#placed?.executor.loss.message === undefined ? this.#placed : undefined;
  }

  /** The last values that are known on the host. */
  get known(): Float32Array {
    return this.#values;
  }

  /** Values that were read from the device. */
  keep(values: Float32Array): void {
    this.#values = values;
  }

  /** Sets the parameters, wherever they are. */
  write(values: Float32Array): void {
    this.#values = values;
    this.#current?.session.writeParameters(values);
  }

  async read(): Promise<Float32Array> {
    return this.#current ? this.use(undefined, ({ session }) => session.readParameters()) : this.#values;
  }

  /**
   * The parameters on an executor of this backend; undefined takes the one in use. One at a time: a prediction and a run that
   * begin together would otherwise each place the weights, and the prediction would never see what the run learns.
   * @param trial of a run that is about to begin
   */
  place(backend: Backend | undefined, trial?: Omit<Trial, 'parameters'>): Promise<Placement> {
    const placed = this.#placing.then(() => this.#placeNow(backend, trial));
    this.#placing = placed.then(
      () => {},
      () => {},
    );
    return placed;
  }

  async #placeNow(backend: Backend | undefined, trial: Omit<Trial, 'parameters'> | undefined): Promise<Placement> {
    const current = this.#current;
    if (current && (backend === undefined || backend === 'auto' || backend === current.executor.info.executor)) {
      return current;
    }
    if (current) {
      if (this.training && !trial) {
        const { executor } = current.executor.info;
        throw new Error(`The model is being trained (${executor}): use it there, or stop the run first.`);
      }
      this.#values = await current.session.readParameters();
      await giveBack(current);
    }
    const executor = await createExecutor(backend ?? this.#backend, trial && { ...trial, parameters: this.#values });
    if (backend) this.#backend = backend;
    const session = await executor.createSession(this.#layout, this.#values);
    this.#placed = { executor, session, programs: new Map(), work: new Set() };
    return this.#placed;
  }

  /** Does `work` where the parameters are; once more when the device was lost under it. */
  async use<T>(backend: Backend | undefined, work: (placement: Placement) => Promise<T>): Promise<T> {
    const placement = await this.place(backend);
    try {
      return await doing(placement, work);
    } catch (error) {
      if ((await placement.executor.loss.soon()) === undefined) throw error;
      return doing(await this.place(backend), work);
    }
  }

  /** Gives the device's memory back when all that is under way there has ended. */
  leave(): void {
    this.#placing = this.#placing.then(async () => {
      const current = this.#current;
      this.#placed = undefined;
      if (current) await giveBack(current);
    });
  }
}

function doing<T>(placement: Placement, work: (placement: Placement) => Promise<T>): Promise<T> {
  const done = work(placement).finally(() => placement.work.delete(done));
  placement.work.add(done);
  return done;
}

async function giveBack({ session, work }: Placement): Promise<void> {
  await Promise.allSettled(work);
  session.destroy();
}

/** A program without data, kept under `key`. */
export function keptProgram(
  { session, programs }: Placement,
  key: string,
  make: () => Program,
): Promise<LoadedProgram> {
  let loaded = programs.get(key);
  if (!loaded) {
    loaded = session.load(make(), {});
    programs.set(key, loaded);
  }
  return loaded;
}
