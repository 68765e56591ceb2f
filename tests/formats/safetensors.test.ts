// safetensors files: what is written is read again, and what is cut or altered is refused with a reason.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors, SafetensorsError } from '../../engine/formats/safetensors.ts';
import { dense, load, normalization, save, sequential, sgd } from '../../engine/index.ts';

const tensors = [
  { name: 'dense_1/kernel', shape: [2, 3], data: Float32Array.of(1, -2, 3.5, 0, 1e-30, Number.MAX_VALUE) },
  { name: 'dense_1/bias', shape: [3], data: Float32Array.of(0.1, 0.2, -0) },
  { name: 'empty', shape: [0, 4], data: new Float32Array(0) },
];
const file = encodeSafetensors({ tensors, metadata: { format: 'slope', note: 'é ∂' } });

/** A file with this header, well formed or not, and so many bytes of data. */
function withHeader(header: unknown, dataBytes: number): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}
const entry = (shape: unknown, begin: number, end: number, dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});

test('tensors and metadata come back as they were', () => {
  expect(decodeSafetensors(file)).toEqual({ tensors, metadata: { format: 'slope', note: 'é ∂' } });
});

test('the layout is the format’s: length, JSON header, numbers at a multiple of 8 bytes', () => {
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)));
  expect(length % 8).toBe(0);
  expect(header['dense_1/kernel']).toEqual({ dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] });
  expect(new DataView(file.buffer).getFloat32(8 + length + 8, true)).toBe(3.5);
});

test('a file of another program, without our checksum, is read', () => {
  const bytes = withHeader({ w: entry([1], 0, 4) }, 4);
  expect(decodeSafetensors(bytes).tensors).toEqual([{ name: 'w', shape: [1], data: Float32Array.of(0) }]);
});

test('every cut and every altered byte is refused', () => {
  for (let length = 0; length < file.length; length++) {
    expect(() => decodeSafetensors(file.subarray(0, length)), `cut to ${length}`).toThrow(SafetensorsError);
  }
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const altered = file.slice();
      altered[at]! ^= change;
      expect(() => decodeSafetensors(altered), `byte ${at} ^ ${change}`).toThrow(SafetensorsError);
    }),
    { numRuns: 2000 },
  );
});

describe('reasons', () => {
  test.each([
    ['8 bytes', new Uint8Array(3), '3 bytes; a safetensors file has at least 8'],
    ['the end of the header', withHeader('{}', 0).subarray(0, 9), 'the file is cut'],
    ['JSON', withHeader('{"a":', 0), 'no JSON'],
    ['a type it can read', withHeader({ w: entry([2], 0, 4, 'F16') }, 4), '"w": its numbers are F16'],
    ['a shape', withHeader({ w: entry([-1], 0, 4) }, 4), '"w": its shape is no list'],
    ['bytes for its shape', withHeader({ w: entry([2], 0, 4) }, 4), '"w": its shape [2] wants 8 bytes'],
    ['all of its data', withHeader({ w: entry([2], 0, 8) }, 4), '"w": it should end at byte 8'],
    ['no hole', withHeader({ w: entry([1], 4, 8) }, 8), '"w" begins at byte 4'],
    ['no overlap', withHeader({ v: entry([1], 0, 4), w: entry([1], 0, 4) }, 4), '"w" begins at byte 0'],
    ['no rest', withHeader({ w: entry([1], 0, 4) }, 8), 'end at byte 4 of the data, which has 8'],
  ])('a file must have %s', (_what, bytes, reason) => {
    expect(() => decodeSafetensors(bytes)).toThrow(reason);
  });

  test('weights of another model name the tensor and both shapes', async () => {
    const model = sequential([dense(3)], { inputShape: [2] });
    const loaded = load(await save(model));
    const wide = sequential([dense(4)], { inputShape: [2] });
    expect(() => wide.setWeights(loaded.weights)).toThrow('"dense_1/kernel" wants [2×4], given is [2×3]');
    const data = { inputs: tensor([4, 2]), targets: tensor([4, 3]) };
    const fit = (options: object) => model.fit(data, { loss: 'mse', backend: 'cpu', ...options });
    expect(() => fit({ resume: loaded })).toThrow('weights only');
    await fit({ optimizer: 'sgd', batchSize: 2 }).finished;
    const trained = load(await save(model));
    expect(() => fit({ resume: trained, batchSize: 2 })).toThrow('the optimizer was');
    expect(() => fit({ resume: trained, optimizer: sgd(), batchSize: 4 })).toThrow('the batch size was 2, not 4');
    model.dispose();
  });
});

const tensor = (shape: number[]) => {
  const data = new Float32Array(shape.reduce((size, n) => size * n, 1));
  return { shape, encoding: 'f32', data, scale: 1, offset: 0 } as const;
};

test('normalization comes back from a file with the model: the same numbers, to the last bit', async () => {
  const build = (seed: number) => sequential([normalization(), dense(1)], { inputShape: [2], seed });
  const column = (width: number, data: Float32Array) =>
    ({ shape: [3, width], encoding: 'f32', data, scale: 1, offset: 0 }) as const;
  const inputs = Float32Array.of(1970, 0.1, 1985, 0.3, 2001, 0.7);
  const first = sequential([normalization().adapt(column(2, inputs)), dense(1)], { inputShape: [2], seed: 1 });
  const saved = await save(first);
  const second = build(2);
  load(saved, second);
  const predictions = await second.predict(inputs, { backend: 'cpu' });
  expect(predictions).toEqual(await first.predict(inputs, { backend: 'cpu' }));
  const plain = sequential([dense(1)], { inputShape: [2] });
  expect(() => load(saved, plain)).toThrow(/statistics of 0 normalization layers/);
});
