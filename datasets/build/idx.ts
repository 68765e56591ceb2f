// Reading the IDX files that MNIST and Fashion-MNIST come in: a big-endian header, then bytes.

/** An IDX file of bytes: `shape` is `[60000, 28, 28]` for images, `[60000]` for labels. */
export interface Idx {
  readonly shape: readonly number[];
  readonly values: Uint8Array;
}

const UNSIGNED_BYTE = 0x08;

export function parseIdx(file: Uint8Array): Idx {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < 4 || view.getUint16(0) !== 0 || view.getUint8(2) !== UNSIGNED_BYTE) {
    throw new Error('This is not an IDX file of bytes: its first bytes are not 0, 0, 8.');
  }
  const dimensions = view.getUint8(3);
  const shape = Array.from({ length: dimensions }, (_, index) => view.getUint32(4 + 4 * index));
  const values = file.subarray(4 + 4 * dimensions);
  const expected = shape.reduce((a, b) => a * b, 1);
  if (values.length !== expected) {
    throw new Error(`The IDX file of shape [${shape.join(', ')}] holds ${values.length} values, not ${expected}.`);
  }
  return { shape, values };
}
