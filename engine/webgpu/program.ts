// A loaded program: re-encodes the plan's dispatches for K steps into one submit, and reads the metrics ring behind it.

import {
  type Clock,
  clockWords,
  decodeClock,
  decodeRingRow,
  encodeClock,
  encodeKnobs,
  type Knobs,
  type MetricsRow,
  ringRows,
  ringRowWords,
} from '../graph/step-state.ts';
import type { LoadedProgram, Origin, Snapshot } from '../plan/executor.ts';
import type { Plan, PlannedDispatch } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { type ReadRange, readBuffers, readInto, stagingFor, watched } from './readback.ts';

export interface Parts {
  readonly device: GPUDevice;
  readonly program: Program;
  readonly plan: Plan;
  readonly pipelines: readonly GPUComputePipeline[];
  /** One for each buffer of the plan. */
  readonly buffers: readonly GPUBuffer[];
  /** Those that are destroyed with the program. */
  readonly owned: readonly GPUBuffer[];
  readonly parameters: GPUBuffer;
  /** The same program, loaded as a list of dispatches. */
  readonly loadSteps: () => Promise<GpuProgram>;
}

interface Launch {
  readonly pipeline: GPUComputePipeline;
  readonly bindGroup: GPUBindGroup;
  readonly workgroups: readonly [number, number, number];
}

const rowBytes = ringRowWords * 4;
/** Two submits in flight and one being read. */
const stagingCount = 3;

export class GpuProgram implements LoadedProgram {
  readonly dispatchCount: number;
  readonly #parts: Parts;
  readonly #launches: readonly Launch[];
  /** Launches that do 1, 2, 4, … steps; empty where a step is a list of dispatches. */
  readonly #loop: readonly Launch[];
  /** Staging buffers of the metrics ring, and those of them that are free. */
  readonly #rings: GPUBuffer[] = [];
  readonly #free: GPUBuffer[] = [];
  /** Made by the first snapshot and kept: one a second must not allocate. */
  #snapshotStaging: GPUBuffer | undefined;
  #knobs: Knobs | undefined;
  /** Steps done, as the device's clock will say when all submits are through. */
  #step = 0;
  /** Whether the first submit was valid. */
  #checked: Promise<void> | undefined;
  readonly #destroyed: () => void;

  /** @param destroyed called once, when the program is destroyed */
  constructor(parts: Parts, destroyed: () => void) {
    const { device, plan, pipelines, buffers } = parts;
    this.#parts = parts;
    this.#destroyed = destroyed;
    const launchesOf = (
      dispatches: readonly PlannedDispatch[],
      pipelineOf: (i: number) => GPUComputePipeline | undefined,
    ) =>
      dispatches.flatMap(({ kernel, bindings, workgroups, label }, i): Launch[] => {
        const pipeline = pipelineOf(i);
        if (!pipeline) return [];
        const entries = Object.entries(kernel.bindings).flatMap(([name, { binding }]) => {
          const slice = bindings[name];
          const buffer = slice && buffers[slice.buffer];
          return buffer ? [{ binding, resource: { buffer, offset: slice.byteOffset, size: slice.byteLength } }] : [];
        });
        const bindGroup = device.createBindGroup({ label, layout: pipeline.getBindGroupLayout(0), entries });
        return [{ pipeline, bindGroup, workgroups }];
      });
    this.#launches = launchesOf(plan.dispatches, (i) => pipelines[i]);
    // All are one pipeline; they differ by the number of steps that is bound to them.
    this.#loop = launchesOf(plan.loop ?? [], () => pipelines[0]);
    this.dispatchCount = this.#launches.length;
    if (this.#find('ring')) {
      for (let i = 0; i < stagingCount; i++) {
        const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
        this.#rings.push(device.createBuffer({ label: 'metrics', size: ringRows * rowBytes, usage }));
      }
      this.#free.push(...this.#rings);
    }
  }

  /** The program's buffer of this role, if it has one. */
  #find(role: 'clock' | 'knobs' | 'ring' | 'state', name?: string): GPUBuffer | undefined;
  #find(role: 'input' | 'data', name: string): GPUBuffer | undefined;
  #find(role: string, name?: string): GPUBuffer | undefined {
    const { plan, buffers } = this.#parts;
    return buffers[
      plan.buffers.findIndex((buffer) => buffer.role === role && (!name || ('name' in buffer && buffer.name === name)))
    ];
  }

  setKnobs(knobs: Knobs): void {
    this.#knobs = { ...knobs };
    const buffer = this.#find('knobs');
    if (buffer) this.#parts.device.queue.writeBuffer(buffer, 0, encodeKnobs(knobs));
  }

  setClock(clock: Clock): void {
    const buffer = this.#find('clock');
    if (buffer) this.#parts.device.queue.writeBuffer(buffer, 0, encodeClock(clock));
    this.#step = clock.step;
  }

  writeData(name: string, bytes: Float32Array | Uint8Array, byteOffset: number): void {
    const buffer = this.#find('data', name);
    if (buffer) {
      this.#parts.device.queue.writeBuffer(
        buffer,
        byteOffset,
        bytes.buffer as ArrayBuffer,
        bytes.byteOffset,
        bytes.byteLength,
      );
    }
  }

  /** One submit of `steps` steps. Nothing is created here but the encoder: the steady state costs encoding alone. */
  async run(steps: number): Promise<MetricsRow[]> {
    const { program } = this.#parts;
    const ring = this.#find('ring');
    const staging = this.#free.pop();
    if (!ring || !staging) throw new Error(`${program.name}: more than two submits in flight`);
    const checked = this.#submit((encoder) => {
      const pass = encoder.beginComputePass();
      this.#encodeSteps(pass, steps);
      pass.end();
      const first = this.#step % ringRows;
      const untilEnd = Math.min(steps, ringRows - first);
      encoder.copyBufferToBuffer(ring, first * rowBytes, staging, 0, untilEnd * rowBytes);
      if (untilEnd < steps) {
        encoder.copyBufferToBuffer(ring, 0, staging, untilEnd * rowBytes, (steps - untilEnd) * rowBytes);
      }
    });
    this.#step += steps;
    await Promise.all([checked, staging.mapAsync(GPUMapMode.READ, 0, steps * rowBytes)]);
    const words = new DataView(staging.getMappedRange(0, steps * rowBytes));
    const rows = Array.from({ length: steps }, (_, row) => decodeRingRow(words, row, program.metricNames.length));
    staging.unmap();
    this.#free.push(staging);
    return rows;
  }

  /**
   * One submit. The first is watched: an invalid one would leave nothing but a line in the console, and zeros to read. Those after
   * it are like it.
   */
  #submit(encode: (encoder: GPUCommandEncoder) => void): Promise<void> {
    const { device, program } = this.#parts;
    const submit = () => {
      const encoder = device.createCommandEncoder();
      encode(encoder);
      device.queue.submit([encoder.finish()]);
    };
    if (this.#checked) submit();
    else this.#checked = watched(device, program.name, submit);
    return this.#checked;
  }

  #encodeSteps(pass: GPUComputePassEncoder, steps: number): void {
    if (this.#loop.length === 0) {
      for (let step = 0; step < steps; step++) this.#encode(pass);
      return;
    }
    let left = steps;
    for (let power = this.#loop.length - 1; power >= 0; power--) {
      const launch = this.#loop[power];
      for (; launch && left >= 2 ** power; left -= 2 ** power) this.#encode(pass, [launch]);
    }
  }

  #encode(pass: GPUComputePassEncoder, launches = this.#launches): void {
    for (const { pipeline, bindGroup, workgroups } of launches) {
      pass.setPipeline(pipeline);
      pass.setBindGroup(0, bindGroup);
      pass.dispatchWorkgroups(workgroups[0], workgroups[1], workgroups[2]);
    }
  }

  async compute(inputs: Readonly<Record<string, Float32Array>>): Promise<Float32Array[]> {
    const { device, plan, buffers } = this.#parts;
    for (const [name, values] of Object.entries(inputs)) {
      const buffer = this.#find('input', name);
      if (buffer)
        device.queue.writeBuffer(buffer, 0, values.buffer as ArrayBuffer, values.byteOffset, values.byteLength);
    }
    const checked = this.#submit((encoder) => {
      const pass = encoder.beginComputePass();
      this.#encode(pass);
      pass.end();
    });
    const ranges = plan.outputs.flatMap(({ buffer, byteOffset, byteLength }): ReadRange[] => {
      const found = buffers[buffer];
      return found ? [{ buffer: found, byteOffset, byteLength }] : [];
    });
    const [read] = await Promise.all([readBuffers(device, ranges), checked]);
    return read.map((bytes, i) => new Float32Array(bytes).slice(0, plan.outputs[i]?.elements));
  }

  /** Elements of each output. */
  get outputElements(): number[] {
    return this.#parts.plan.outputs.map(({ elements }) => elements);
  }

  /**
   * Runs once on values that are on the device already: `inputs[i]` is copied to the input named `i`. Rejected when that is not
   * valid.
   */
  apply(inputs: readonly GPUBuffer[], outputs: readonly GPUBuffer[]): Promise<void> {
    const { plan, buffers } = this.#parts;
    return this.#submit((encoder) => {
      inputs.forEach((source, i) => {
        const target = this.#find('input', `${i}`);
        if (target) encoder.copyBufferToBuffer(source, 0, target, 0, target.size);
      });
      const pass = encoder.beginComputePass();
      this.#encode(pass);
      pass.end();
      plan.outputs.forEach(({ buffer, byteOffset, byteLength }, i) => {
        const [source, target] = [buffers[buffer], outputs[i]];
        if (source && target) encoder.copyBufferToBuffer(source, byteOffset, target, 0, byteLength);
      });
    });
  }

  async snapshot(): Promise<Snapshot> {
    const { device, parameters } = this.#parts;
    const whole = (buffer: GPUBuffer | undefined): ReadRange[] =>
      buffer ? [{ buffer, byteOffset: 0, byteLength: buffer.size }] : [];
    const ranges = [...whole(this.#find('clock')), ...whole(parameters), ...whole(this.#find('state'))];
    this.#snapshotStaging ??= stagingFor(device, ranges);
    const [clock = new ArrayBuffer(clockWords * 4), values, state] = await readInto(
      device,
      this.#snapshotStaging,
      ranges,
    );
    return {
      parameters: new Float32Array(values ?? new ArrayBuffer(0)),
      // The buffer is padded to whole vectors.
      state: new Float32Array(state ?? new ArrayBuffer(0)).subarray(0, this.#parts.program.stateLength),
      clock: decodeClock(clock),
    };
  }

  restore({ parameters, state, clock }: Snapshot): void {
    const { queue } = this.#parts.device;
    queue.writeBuffer(this.#parts.parameters, 0, parameters as Float32Array<ArrayBuffer>);
    const stateBuffer = this.#find('state');
    if (stateBuffer && state.length > 0) queue.writeBuffer(stateBuffer, 0, state as Float32Array<ArrayBuffer>);
    this.setClock(clock);
  }

  /** A step made whole keeps its values to itself: the same step as a list of dispatches shows them. */
  async #findInSteps(): Promise<Origin | undefined> {
    const steps = await this.#parts.loadSteps();
    try {
      if (this.#knobs) steps.setKnobs(this.#knobs);
      steps.restore(await this.snapshot());
      return await steps.findNonFinite();
    } finally {
      steps.destroy();
    }
  }

  async findNonFinite(): Promise<Origin | undefined> {
    if (this.#parts.plan.whole) return this.#findInSteps();
    const { findNonFinite } = await import('./find-non-finite.ts');
    return findNonFinite(this.#parts, (pass, i) => this.#encode(pass, this.#launches.slice(i, i + 1)));
  }

  destroy(): void {
    for (const buffer of [...this.#parts.owned, ...this.#rings]) buffer.destroy();
    this.#snapshotStaging?.destroy();
    this.#destroyed();
  }
}
