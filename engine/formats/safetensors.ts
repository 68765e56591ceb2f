// The safetensors file format: a JSON header with names, shapes and places, then the numbers. Little endian, f32 only.
// https://huggingface.co/docs/safetensors describes it. Ours carry a checksum over header and numbers in their metadata.

import { sizeOf } from '../graph/shape.ts';
import type { NamedTensor } from '../training/checkpoint.ts';

/** A file that is cut, altered, or no safetensors file; the message says which and names the tensor. */
export class SafetensorsError extends Error {
  override readonly name = 'SafetensorsError';
}

export interface SafetensorsFile {
  readonly tensors: readonly NamedTensor[];
  readonly metadata: Readonly<Record<string, string>>;
}

interface Entry {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [begin: number, end: number];
}

const lengthBytes = 8;
const noChecksum = '00000000';
const checksumPattern = /("checksum":")([0-9a-f]{8})(")/;

/** A file of these tensors, in this order. Metadata are strings. */
export function encodeSafetensors({ tensors, metadata }: SafetensorsFile): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: { checksum: noChecksum, ...metadata } };
  let end = 0;
  for (const { name, shape, data } of tensors) {
    header[name] = { dtype: 'F32', shape, data_offsets: [end, end + data.byteLength] } satisfies Entry;
    end += data.byteLength;
  }
  const text = JSON.stringify(header);
  const headerBytes = new TextEncoder().encode(text);
  // Padded with spaces so that the numbers begin at a multiple of 8 bytes, as the format asks for.
  const headerLength = Math.ceil(headerBytes.length / 8) * 8;
  const file = new Uint8Array(lengthBytes + headerLength + end);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(headerLength), true);
  file.fill(0x20, lengthBytes, lengthBytes + headerLength);
  file.set(headerBytes, lengthBytes);
  let at = lengthBytes + headerLength;
  for (const { data } of tensors)
    for (const value of data) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  file.set(new TextEncoder().encode(withChecksum(text, checksum(file))), lengthBytes);
  return file;
}

const withChecksum = (header: string, sum: string) => header.replace(checksumPattern, `$1${sum}$3`);

/**
 * The tensors of a file. Files of other programs have no checksum of ours; all else is checked for them too.
 * @throws SafetensorsError
 */
export function decodeSafetensors(file: Uint8Array): SafetensorsFile {
  const { text, dataStart } = headerOf(file);
  let header: unknown;
  try {
    header = JSON.parse(text);
  } catch {
    throw new SafetensorsError('The header is no JSON: the file is damaged, or no safetensors file.');
  }
  if (!isRecord(header)) throw new SafetensorsError('The header is no JSON object.');
  const { __metadata__: given = {}, ...entries } = header;
  if (!isRecord(given) || !Object.values(given).every((value) => typeof value === 'string')) {
    throw new SafetensorsError('The metadata of the header are not all strings.');
  }
  const { checksum: written, ...metadata } = given as Record<string, string>;
  const dataBytes = file.length - dataStart;
  const places = Object.entries(entries).map(([name, entry]) => ({ name, ...checkedEntry(name, entry, dataBytes) }));
  checkCover(places, dataBytes);
  if (written !== undefined || metadata.format === 'slope') {
    const blank = file.slice();
    blank.set(new TextEncoder().encode(withChecksum(text, noChecksum)), lengthBytes);
    const found = checksum(blank);
    if (found !== written) {
      throw new SafetensorsError(`The checksum is ${found}, the file says ${written}: it was altered or damaged.`);
    }
  }
  const view = new DataView(file.buffer, file.byteOffset);
  return {
    tensors: places.map(({ name, shape, data_offsets: [begin] }) => ({
      name,
      shape,
      data: Float32Array.from({ length: sizeOf(shape) }, (_, i) => view.getFloat32(dataStart + begin + 4 * i, true)),
    })),
    metadata,
  };
}

function headerOf(file: Uint8Array): { text: string; dataStart: number } {
  if (file.length < lengthBytes) {
    throw new SafetensorsError(`The file has ${file.length} bytes; a safetensors file has at least ${lengthBytes}.`);
  }
  const length = Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  const dataStart = lengthBytes + length;
  if (dataStart > file.length) {
    throw new SafetensorsError(
      `The header should have ${length} bytes, but only ${file.length - lengthBytes} follow: the file is cut, or no safetensors file.`,
    );
  }
  return { text: new TextDecoder().decode(file.subarray(lengthBytes, dataStart)), dataStart };
}

function checkedEntry(name: string, entry: unknown, dataBytes: number): Entry {
  const fail = (what: string): never => {
    throw new SafetensorsError(`Tensor "${name}": ${what}.`);
  };
  if (!isRecord(entry)) return fail('its entry is no object');
  const { dtype, shape, data_offsets: offsets } = entry;
  if (dtype !== 'F32') return fail(`its numbers are ${String(dtype)}; only F32 can be read`);
  if (!isCounts(shape)) return fail('its shape is no list of whole numbers');
  if (!isCounts(offsets) || offsets.length !== 2) return fail('its place is no pair of whole numbers');
  const [begin = 0, end = 0] = offsets;
  if (begin > end || end > dataBytes) {
    return fail(`it should end at byte ${end} of the data, which has ${dataBytes}: the file is cut`);
  }
  const wanted = sizeOf(shape) * 4;
  if (end - begin !== wanted) {
    return fail(`its shape [${shape.join('×')}] wants ${wanted} bytes, its place has ${end - begin}`);
  }
  return { dtype, shape, data_offsets: [begin, end] };
}

/** The format allows no holes and no overlap. */
function checkCover(places: readonly (Entry & { readonly name: string })[], dataBytes: number): void {
  let at = 0;
  for (const { name, data_offsets: place } of [...places].sort((a, b) => a.data_offsets[1] - b.data_offsets[1])) {
    if (place[0] !== at) {
      throw new SafetensorsError(
        `Tensor "${name}" begins at byte ${place[0]} of the data, but the one before ends at ${at}.`,
      );
    }
    at = place[1];
  }
  if (at !== dataBytes)
    throw new SafetensorsError(`The tensors end at byte ${at} of the data, which has ${dataBytes}.`);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCounts = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);

/** CRC-32 as in PNG and gzip, in hexadecimal: finds every change of up to 32 bits in a row. */
function checksum(bytes: Uint8Array): string {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let word = byte;
    for (let bit = 0; bit < 8; bit++) word = word & 1 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
    return word;
  });
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ (table[(sum ^ byte) & 255] ?? 0);
  return (~sum >>> 0).toString(16).padStart(8, '0');
}
