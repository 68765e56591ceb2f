/** No kernel with workgroup memory has a data race, and each of its barriers is needed: without it there is one. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { detectRaces } from 'wgsl_reflect/wgsl_reflect.module.js';
import { chainTable } from '../../engine/plan/chain-loop.ts';
import { smallBatchTable } from '../../engine/plan/chain-small-batch.ts';
import argmaxRows from '../../shaders/argmax_rows.wgsl';
import choleskyKernel from '../../shaders/cholesky.wgsl';
import gradientSums from '../../shaders/gradient_sums.wgsl';
import { type Dispatch, dispatch, type KernelModule } from '../../shaders/kernel.ts';
import matmulTiled from '../../shaders/matmul_tiled.wgsl';
import matmulTiledLarge from '../../shaders/matmul_tiled_large.wgsl';
import { stripComments } from '../../shaders/minify.ts';
import reduceRows from '../../shaders/reduce_rows.wgsl';
import softmaxRows from '../../shaders/softmax_rows.wgsl';
import tickKernel from '../../shaders/tick.wgsl';
import trainChain from '../../shaders/train_chain.wgsl';
import trainNeuron from '../../shaders/train_neuron.wgsl';
import trainSmallBatch from '../../shaders/train_small_batch.wgsl';

/** Elements of each binding, of 32 bits. */
type Launch = Dispatch<number>;

const layers = [
  { inputs: 5, units: 6, activation: 'relu', kernel: 0, bias: 64 },
  { inputs: 6, units: 1, activation: 'linear', kernel: 128, bias: 192 },
] as const;
const chain = chainTable(layers, 2).words;
const threeLayers = [
  layers[0],
  { inputs: 6, units: 5, activation: 'relu', kernel: 128, bias: 192 },
  { inputs: 5, units: 1, activation: 'linear', kernel: 256, bias: 320 },
] as const;
const smallBatch = smallBatchTable(threeLayers, 0);
/** Of each `Chain` struct, two steps. */
const chains: Readonly<Record<string, Uint32Array>> = { train_chain: chain, train_small_batch: smallBatch.words };
for (const words of Object.values(chains)) words[0] = 2;

const product = { bias: 4, activated: 4, column_sums: 4 };

/** Each kernel at a size at which all its branches and barriers run, more than one row or tile each. */
const launches: Readonly<Record<string, Launch>> = {
  argmax_rows: dispatch(argmaxRows, {
    bindings: { x: 200, y: 2 },
    overrides: { OUTER: 2, REDUCED: 100, INNER: 1 },
    workgroups: [2, 1, 1],
  }),
  reduce_rows: dispatch(reduceRows, {
    bindings: { x: 2 * 301 + 2, y: 4 },
    overrides: { ROWS: 2, REDUCED: 301, PARTS: 2, MAXIMUM: false },
    workgroups: [4, 1, 1],
  }),
  softmax_rows: dispatch(softmaxRows, {
    bindings: { x: 300, y: 300 },
    overrides: { ROWS: 3, WIDTH: 100 },
    workgroups: [2, 2, 1],
  }),
  cholesky: dispatch(choleskyKernel, { bindings: { a: 36, l: 36 }, overrides: { N: 6 }, workgroups: [1, 1, 1] }),
  tick: dispatch(tickKernel, {
    bindings: { clock: 8, knobs: 4, weights: 100, losses: 100, metric_0: 100, metric_1: 100, metric_2: 100, ring: 64 },
    overrides: { BATCH_SIZE: 100, METRICS: 3, RING_ROWS: 8 },
    workgroups: [1, 1, 1],
  }),
  matmul_tiled: dispatch(matmulTiled, {
    bindings: { a: 66 * 18, b: 18 * 5, product: 66 * 5, ...product },
    overrides: { M: 66, N: 5, K: 18 },
    workgroups: [1, 2, 1],
  }),
  matmul_tiled_large: dispatch(matmulTiledLarge, {
    bindings: { a: 8 * 18, b: 18 * 5, product: 8 * 5, ...product },
    overrides: { M: 8, N: 5, K: 18 },
    workgroups: [1, 1, 1],
  }),
  gradient_sums: dispatch(gradientSums, {
    bindings: { parameters: 400, gradients: 400, coefficients: 14, sums: 2 },
    overrides: { COUNT: 100, PENALIZED: true },
    workgroups: [1, 1, 1],
  }),
  // Two steps of a network 5-6-1 (`chain`), eight examples at once.
  train_chain: dispatch(trainChain, {
    bindings: {
      clock: 8,
      knobs: 4,
      chain: chain.length,
      memory: 4 * 12 * 10,
      examples: 48,
      targets: 8,
      parameters: 256,
      state: 512,
      ring: 64,
    },
    overrides: {
      BATCH_SIZE: 8,
      ROWS: 12,
      SHUFFLE: true,
      SCALE: 1,
      OFFSET: 0,
      LAYERS: 2,
      HAS_RELU: true,
      HAS_SIGMOID: false,
      HAS_TANH: false,
      LOSS: 0,
      METRICS: 0,
      OPTIMIZER: 0,
      PARAMETERS: 256,
      STATES: 0,
      TILES: 6,
      WIDTH: 2,
      ROW_VECTORS: 10,
      NEXT_ROW: 40,
      RING_ROWS: 8,
      THREADS: 4,
    },
    workgroups: [1, 1, 1],
  }),
  // Two steps of a network 5-6-5-1 (`threeLayers`), eight examples at once, by two quads.
  train_small_batch: dispatch(trainSmallBatch, {
    bindings: {
      clock: 8,
      knobs: 4,
      chain: smallBatch.words.length,
      memory: 4 * smallBatch.vectors,
      examples: 48,
      targets: 8,
      parameters: 384,
      state: 768,
      ring: 64,
    },
    overrides: {
      BATCH_SIZE: 8,
      SHUFFLE: true,
      SCALE: 1,
      OFFSET: 0,
      LAYERS: 3,
      TURNED: smallBatch.turned,
      HAS_RELU: true,
      HAS_SIGMOID: false,
      HAS_TANH: false,
      LOSS: 0,
      METRICS: 0,
      OPTIMIZER: 0,
      PARAMETERS: 384,
      STATES: 0,
      WEIGHT_VECTORS: smallBatch.weightVectors,
      RING_ROWS: 8,
      THREADS: 8,
    },
    workgroups: [1, 1, 1],
  }),
  // Two steps, four of eight examples at once.
  train_neuron: dispatch(trainNeuron, {
    bindings: { clock: 8, knobs: 4, steps: 1, examples: 16, targets: 8, parameters: 128, state: 256, ring: 64 },
    overrides: {
      BATCH_SIZE: 4,
      SHUFFLE: true,
      SCALE: 1,
      OFFSET: 0,
      WIDTH: 2,
      KERNEL: 0,
      BIAS: 64,
      ACTIVATION: 3,
      LOSS: 0,
      METRICS: 0,
      OPTIMIZER: 0,
      PARAMETERS: 128,
      RING_ROWS: 8,
      THREADS: 4,
    },
    workgroups: [1, 1, 1],
  }),
};

/** Learning rate 0.1, 8 examples, seed 1, 3 columns to shuffle in. */
const knobs = new Uint32Array([0x3dcccccd, 8, 1, 3]);

// wgsl_reflect complains of what it cannot compute, products of matrices and elements behind a pointer. No race depends on them.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

const kernels = Object.values(
  import.meta.glob<KernelModule>('../../shaders/*.wgsl', { eager: true, import: 'default' }),
).filter(({ code }) => /var<workgroup>/.test(code));

/** wgsl_reflect does not size arrays by overrides: they become constants. */
function withConstants(code: string, overrides: Launch['overrides']): string {
  return stripComments(code)
    .replace(/^enable .*/m, '')
    .replace(
      /override\s+(\w+)\s*:\s*(\w+)\s*(?:=\s*([^;]+))?;/g,
      (_, name: string, type: string, initial: string | undefined) => {
        const value = overrides[name] ?? initial;
        if (value === undefined) throw new Error(`override ${name} is not given`);
        const literal = type === 'f32' && Number.isInteger(Number(value)) ? `${Number(value)}.0` : String(value);
        return `const ${name}: ${type} = ${type === 'u32' ? `${Number.parseInt(literal, 10)}u` : literal};`;
      },
    );
}

/** wgsl_reflect walks past a barrier that is the first statement of a loop: something harmless goes before each. */
const withPauses = (code: string) => code.replace(/\b(?:workgroup|storage)Barrier\(\)/g, 'if (true) { } $&');

function racesOf(code: string, { kernel, bindings, overrides, workgroups }: Launch) {
  const memory = Object.entries(kernel.bindings).map(([name, { binding, access, type }]) => {
    const length = bindings[name] ?? 0;
    const given: Readonly<Record<string, Uint32Array>> = {
      Knobs: knobs,
      Chain: chains[kernel.name] ?? new Uint32Array(),
    };
    const words = given[type] ?? new Uint32Array(length);
    const values = /u32|Clock|Knobs|Chain/.test(type)
      ? words
      : Float32Array.from({ length }, (_, i) => 2 + ((i * 37) % 11));
    return [binding, access === 'uniform' ? { uniform: values } : values];
  });
  const bound = { 0: Object.fromEntries(memory) };
  return detectRaces(withPauses(withConstants(code, overrides)), kernel.entryPoint, [...workgroups], bound);
}

test('every kernel with workgroup memory stands here', () => {
  expect(kernels.map(({ name }) => name).sort()).toEqual(Object.keys(launches).sort());
});

/** The code without its n-th barrier; barriers that stand one after another are one. */
function withoutBarrier(code: string, n: number): string | undefined {
  let count = 0;
  const mutated = code.replace(/(?:(?:workgroup|storage)Barrier\(\);\s*)+/g, (barrier) =>
    count++ === n ? '' : barrier,
  );
  return n < count ? mutated : undefined;
}

describe.for(Object.entries(launches))('%s', ([, launch]) => {
  const { code } = launch.kernel;

  test('has no race', { timeout: 60_000 }, () => {
    const { races, errors } = racesOf(code, launch);
    expect(errors).toEqual([]);
    expect(races.slice(0, 3).map(({ message }) => message)).toEqual([]);
  });

  test('has a race when any one of its barriers is taken out', { timeout: 60_000 }, () => {
    const found: number[] = [];
    for (let n = 0; ; n++) {
      const mutated = withoutBarrier(code, n);
      if (mutated === undefined) break;
      found.push(racesOf(mutated, launch).races.length);
    }
    expect(found.length).toBeGreaterThan(0);
    expect(found, 'races without the first, the second … barrier').not.toContain(0);
  });
});
