// The CPU executor as the page sees it: every call goes to a worker.

import { denseChainOf } from '../plan/dense-chain.ts';
import type { BackendInfo, Executor, LoadedProgram, Origin, ProgramData, Session, Snapshot } from '../plan/executor.ts';
import { Loss } from '../plan/loss.ts';
import { unpackRows } from './rows.ts';
import type { WorkerAnswer, WorkerCall, WorkerValue } from './worker-protocol.ts';

/** Sends calls and matches the answers. */
class Connection {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { resolve: (value: WorkerValue) => void; reject: (error: Error) => void }>();
  #calls = 0;
  #names = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const waiting = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('error' in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.value);
    });
    worker.addEventListener('error', (event) => {
      const error = new Error(`The CPU worker stopped: ${event.message || 'it could not be loaded'}. Reload the page.`);
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
      if (shared === this) shared = undefined;
    });
  }

  /** A number for a new session or program. */
  newName(): number {
    return this.#names++;
  }

  call<T extends WorkerValue>(message: WorkerCall, transfer: Transferable[] = []): Promise<T> {
    const id = this.#calls++;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: (value) => resolve(value as T), reject });
      this.#worker.postMessage({ ...message, id }, transfer);
    });
  }

  /** A call whose answer nobody waits for: if it fails, so does the next one that somebody awaits. */
  tell(message: WorkerCall, transfer?: Transferable[]): void {
    this.call(message, transfer).catch(() => {});
  }
}

let shared: Connection | undefined;

/**
 * The CPU executor in the page's worker: one for all models, because a visitor who adds a neuron gets a new model and should not
 * wait for a new worker. Where there are no workers (Node), in this thread.
 */
export async function createCpuWorkerExecutor(reason: string): Promise<Executor> {
  if (typeof Worker === 'undefined') return (await import('./executor.ts')).createCpuExecutor('f32', reason);
  shared ??= new Connection(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));
  const connection = shared;
  const info: BackendInfo = { executor: 'cpu', adapter: 'CPU, f32', isSoftware: false, reason };
  return {
    info,
    loss: new Loss(),
    createSession: async (layout, parameters) => {
      const session = connection.newName();
      await connection.call({ call: 'createSession', session, layout, parameters });
      return remoteSession(connection, session);
    },
    // The worker belongs to the page: other models use it.
    destroy: () => {},
  };
}

/** Cloned in one go, 60,000 digits (24 MB) hold the page up for 40 ms; so much takes 2 ms. */
const PART_BYTES = 2 ** 21;

/** Sends columns of more than one part ahead, part by part, and lets the page breathe in between; returns the others. */
async function sendLongColumns(connection: Connection, program: number, data: ProgramData): Promise<ProgramData> {
  const isLong = ({ byteLength }: ArrayBufferView): boolean => byteLength > PART_BYTES;
  const columns = Object.entries(data);
  for (const [name, column] of columns.filter(([, values]) => isLong(values))) {
    const { byteLength } = column;
    const kind = column instanceof Float32Array ? 'f32' : 'u8';
    for (let from = 0; from < byteLength; from += PART_BYTES) {
      const size = Math.min(PART_BYTES, byteLength - from);
      const bytes = new Uint8Array(column.buffer, column.byteOffset + from, size).slice();
      connection.tell({ call: 'part', program, name, kind, byteLength, from, bytes }, [bytes.buffer]);
      await anotherTask();
    }
  }
  return Object.fromEntries(columns.filter(([, values]) => !isLong(values)));
}

/** Sooner than a timer, which a browser holds back for 4 ms. */
const anotherTask = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(undefined);
  });

const remoteSession = (connection: Connection, session: number): Session => ({
  load: async (graph, data) => {
    const program = connection.newName();
    const chain = denseChainOf(graph);
    const short = await sendLongColumns(connection, program, data);
    const dispatchCount = await connection.call<number>({ call: 'load', session, program, graph, data: short, chain });
    return remoteProgram(connection, program, dispatchCount, graph.metricNames.length);
  },
  readParameters: () => connection.call<Float32Array>({ call: 'readParameters', session }),
  writeParameters: (values) => connection.tell({ call: 'writeParameters', session, values }),
  destroy: () => connection.tell({ call: 'destroySession', session }),
});

const remoteProgram = (
  connection: Connection,
  program: number,
  dispatchCount: number,
  metricCount: number,
): LoadedProgram => ({
  dispatchCount,
  setKnobs: (knobs) => connection.tell({ call: 'setKnobs', program, knobs }),
  setClock: (clock) => connection.tell({ call: 'setClock', program, clock }),
  writeData: (name, bytes, byteOffset) => connection.tell({ call: 'writeData', program, name, bytes, byteOffset }),
  run: async (steps) => {
    const rows = await connection.call<Float64Array<ArrayBuffer>>({ call: 'run', program, steps });
    return unpackRows(rows, metricCount);
  },
  compute: (inputs) => connection.call<Float32Array[]>({ call: 'compute', program, inputs }),
  snapshot: () => connection.call<Snapshot>({ call: 'snapshot', program }),
  restore: (snapshot) => connection.tell({ call: 'restore', program, snapshot }),
  findNonFinite: () => connection.call<Origin | undefined>({ call: 'findNonFinite', program }),
  destroy: () => connection.tell({ call: 'destroyProgram', program }),
});
