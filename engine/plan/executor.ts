// What an executor offers: one interface for the GPU and the CPU.

import type { Clock, Knobs, MetricsRow } from '../graph/step-state.ts';
import type { Loss } from './loss.ts';
import type { ParameterLayout, Program } from './program.ts';

/** Where a model runs, and why there. */
export interface BackendInfo {
  readonly executor: 'webgpu' | 'cpu';
  /** As the browser names it: "nvidia lovelace", "google swiftshader", "CPU, f32". */
  readonly adapter: string;
  /** A CPU behind the GPU interface. */
  readonly isSoftware: boolean;
  /** A sentence for people. */
  readonly reason: string;
}

/** The device was lost while something was prepared on it: ask for a new one and try again. */
export class DeviceLostError extends Error {
  override readonly name = 'DeviceLostError';
}

/** More than the device gives: names the limit and the size wanted. */
export class DeviceLimitError extends Error {
  override readonly name = 'DeviceLimitError';
}

/** What makes the first number of a step that is not finite. */
export interface Origin {
  /** "dense relu", "softmax cross-entropy", "optimizerUpdate": what is computed at once, as the executor calls it. */
  readonly operation: string;
  /** The kernel that does, where one does. */
  readonly kernel?: string;
  /** "dense_1/kernel": the first parameter that it reads, or whose gradient it writes. */
  readonly parameter?: string;
  readonly writesGradient: boolean;
}

export interface Snapshot {
  readonly parameters: Float32Array;
  readonly state: Float32Array;
  readonly clock: Clock;
}

/** Packed rows by the names of the program's `data` nodes. */
export type ProgramData = Readonly<Record<string, Float32Array | Uint8Array>>;

export interface Executor {
  readonly info: BackendInfo;
  readonly loss: Loss;
  /** Memory for one model's parameters. */
  createSession(layout: ParameterLayout, parameters: Float32Array): Promise<Session>;
  /** A run tells how fast it trained here; `auto` holds that against what it had measured. */
  readonly observed?: (stepsPerSecond: number) => void;
  destroy(): void;
}

/** One model's parameters on a device, and the programs that share them. */
export interface Session {
  load(program: Program, data: ProgramData): Promise<LoadedProgram>;
  readParameters(): Promise<Float32Array>;
  writeParameters(values: Float32Array): void;
  destroy(): void;
}

/** A program ready to run: everything that a steady-state step needs exists. */
export interface LoadedProgram {
  /** Dispatches of one step: bounds the steps per submit. */
  readonly dispatchCount: number;
  setKnobs(knobs: Knobs): void;
  setClock(clock: Clock): void;
  /** Writes a dataset column, from the byte `offset` on: shards that arrived later. */
  writeData(name: string, bytes: Float32Array | Uint8Array, byteOffset: number): void;
  /** Runs steps in one submit; resolves with their metrics. Callers keep at most two in flight. */
  run(steps: number): Promise<MetricsRow[]>;
  /** Writes an input, runs once, reads the outputs. */
  compute(inputs: Readonly<Record<string, Float32Array>>): Promise<Float32Array[]>;
  /** Parameters, optimizer state and clock after all that was run so far. One at a time. */
  snapshot(): Promise<Snapshot>;
  restore(snapshot: Snapshot): void;
  /**
   * Runs one step op by op and names the first op whose result is not finite; undefined when all are. For diagnosis only:
   * every result is read back, and the step may be left half done.
   */
  findNonFinite(): Promise<Origin | undefined>;
  destroy(): void;
}
