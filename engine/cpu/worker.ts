// The worker that runs the CPU executor, so that training never blocks the page.

import type { LoadedProgram } from '../plan/executor.ts';
import { CpuSession } from './executor.ts';
import { CpuProgram } from './program.ts';
import type { WorkerAnswer, WorkerCall, WorkerRequest, WorkerValue } from './worker-protocol.ts';

const sessions = new Map<number, CpuSession>();
const programs = new Map<number, LoadedProgram>();
/** Columns of programs that are about to be loaded. */
const arriving = new Map<number, Record<string, Float32Array | Uint8Array>>();
/** The session of each program: its memory goes with it. */
const sessionOf = new Map<number, number>();

const found = <T>(map: ReadonlyMap<number, T>, id: number): T => {
  const value = map.get(id);
  if (value === undefined) throw new Error('The training memory of this model was already given back.');
  return value;
};

function forget(program: number): void {
  programs.get(program)?.destroy();
  programs.delete(program);
  sessionOf.delete(program);
}

function takePart({ program, name, kind, byteLength, from, bytes }: WorkerCall & { call: 'part' }): void {
  const columns = arriving.get(program) ?? {};
  arriving.set(program, columns);
  columns[name] ??= kind === 'f32' ? new Float32Array(byteLength / 4) : new Uint8Array(byteLength);
  new Uint8Array(columns[name].buffer).set(bytes, from);
}

async function answer(request: WorkerRequest): Promise<WorkerValue> {
  switch (request.call) {
    case 'createSession':
      sessions.set(request.session, new CpuSession('f32', request.layout, request.parameters));
      return undefined;
    case 'part':
      takePart(request);
      return undefined;
    case 'load': {
      const data = { ...request.data, ...arriving.get(request.program) };
      arriving.delete(request.program);
      const program = await found(sessions, request.session).load(request.graph, data, () => request.chain);
      programs.set(request.program, program);
      sessionOf.set(request.program, request.session);
      return program.dispatchCount;
    }
    case 'readParameters':
      return found(sessions, request.session).readParameters();
    case 'writeParameters':
      return found(sessions, request.session).writeParameters(request.values) ?? undefined;
    case 'destroySession':
      sessions.delete(request.session);
      for (const [program, session] of sessionOf) if (session === request.session) forget(program);
      return undefined;
    case 'setKnobs':
      return found(programs, request.program).setKnobs(request.knobs) ?? undefined;
    case 'setClock':
      return found(programs, request.program).setClock(request.clock) ?? undefined;
    case 'writeData':
      return found(programs, request.program).writeData(request.name, request.bytes, request.byteOffset) ?? undefined;
    case 'run': {
      const program = found(programs, request.program);
      // Rows as one array that is handed over: cloning objects would take longer than a small model's steps.
      return program instanceof CpuProgram ? program.runPacked(request.steps) : program.run(request.steps);
    }
    case 'compute':
      return found(programs, request.program).compute(request.inputs);
    case 'snapshot':
      return found(programs, request.program).snapshot();
    case 'restore':
      return found(programs, request.program).restore(request.snapshot) ?? undefined;
    case 'findNonFinite':
      return found(programs, request.program).findNonFinite();
    case 'destroyProgram':
      forget(request.program);
      return undefined;
    default:
      return request satisfies never;
  }
}

// One call after another, in the order they came.
let last: Promise<void> = Promise.resolve();
self.addEventListener('message', ({ data: request }: MessageEvent<WorkerRequest>) => {
  last = last.then(async () => {
    let message: WorkerAnswer;
    try {
      message = { id: request.id, value: await answer(request) };
    } catch (error) {
      message = { id: request.id, error: error instanceof Error ? error.message : String(error) };
    }
    const handedOver = 'value' in message && message.value instanceof Float64Array ? [message.value.buffer] : [];
    self.postMessage(message, { transfer: handedOver });
  });
});
