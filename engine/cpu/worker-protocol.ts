// What the page and the CPU worker say to each other: one message per call, one answer per message.

import type { Clock, Knobs, MetricsRow } from '../graph/step-state.ts';
import type { DenseChain } from '../plan/dense-chain.ts';
import type { Origin, ProgramData, Snapshot } from '../plan/executor.ts';
import type { ParameterLayout, Program } from '../plan/program.ts';

/** A call without its number. `session` and `program` are numbers that the page gives. */
export type WorkerCall =
  | {
      readonly call: 'createSession';
      readonly session: number;
      readonly layout: ParameterLayout;
      readonly parameters: Float32Array;
    }
  /** A stretch of a long column of the program that is loaded next; it starts at byte `from` of `byteLength`. */
  | {
      readonly call: 'part';
      readonly program: number;
      readonly name: string;
      readonly kind: 'f32' | 'u8';
      readonly byteLength: number;
      readonly from: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    }
  /** `data` lacks the columns that came in parts. */
  | {
      readonly call: 'load';
      readonly session: number;
      readonly program: number;
      readonly graph: Program;
      readonly data: ProgramData;
      /** Recognised in the page: the nodes that come here know only their data. */
      readonly chain: DenseChain | undefined;
    }
  | { readonly call: 'readParameters'; readonly session: number }
  | { readonly call: 'writeParameters'; readonly session: number; readonly values: Float32Array }
  | { readonly call: 'destroySession'; readonly session: number }
  | { readonly call: 'setKnobs'; readonly program: number; readonly knobs: Knobs }
  | { readonly call: 'setClock'; readonly program: number; readonly clock: Clock }
  | {
      readonly call: 'writeData';
      readonly program: number;
      readonly name: string;
      readonly bytes: Float32Array | Uint8Array;
      readonly byteOffset: number;
    }
  | { readonly call: 'run'; readonly program: number; readonly steps: number }
  | { readonly call: 'compute'; readonly program: number; readonly inputs: Readonly<Record<string, Float32Array>> }
  | { readonly call: 'snapshot'; readonly program: number }
  | { readonly call: 'restore'; readonly program: number; readonly snapshot: Snapshot }
  | { readonly call: 'findNonFinite'; readonly program: number }
  | { readonly call: 'destroyProgram'; readonly program: number };

export type WorkerRequest = WorkerCall & { readonly id: number };

export type WorkerValue =
  | undefined
  | number
  | string
  | Float32Array
  | Float32Array[]
  | MetricsRow[]
  | Float64Array<ArrayBuffer>
  | Snapshot
  | Origin;

export type WorkerAnswer = { readonly id: number } & ({ readonly value: WorkerValue } | { readonly error: string });
