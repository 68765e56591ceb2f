// Fetching one file and making sure that it is the file: complete, with the right checksum, or an error that says what to do.

import { DatasetError, type DatasetErrorDetails, formatCount, shortName } from './errors.ts';
import type { ManifestFile } from './manifest.ts';

/** The part of `fetch` that loading needs; `fileFetch` of `node.ts` reads files instead. */
export type Fetch = (url: string, init: { signal?: AbortSignal }) => Promise<Response>;

export interface FetchOptions {
  readonly fetch?: Fetch;
  readonly signal?: AbortSignal;
  /** Called with the bytes of this file that have arrived so far. */
  readonly onBytes?: (receivedBytes: number) => void;
  /** Examples that a retry would not load again; named in error messages. */
  readonly keptExamples?: number;
}

/** Fetches a small text file (a manifest or a table that carries its own checks). */
export async function fetchText(url: string, options: FetchOptions = {}): Promise<string> {
  return new TextDecoder().decode(await fetchBytes(url, undefined, options));
}

/** Fetches a file of a manifest and checks its length and SHA-256. */
export async function fetchFile(url: string, expected: ManifestFile, options: FetchOptions = {}): Promise<Bytes> {
  const bytes = await fetchBytes(url, expected.bytes, options);
  const file = shortName(url);
  const details = { file, ...kept(options) };
  if (bytes.length !== expected.bytes) {
    const numbers = { ...details, receivedBytes: bytes.length, expectedBytes: expected.bytes };
    if (bytes.length < expected.bytes) throw truncated(url, numbers);
    throw new DatasetError(
      'checksum',
      `The file ${file} is not the one that the manifest describes (${formatCount(bytes.length)} bytes instead of ${formatCount(expected.bytes)}). Reload the page; if it stays, make the data again with “npm run data”.`,
      url,
      numbers,
    );
  }
  if (!(await hasSha256(bytes, expected.sha256))) {
    throw new DatasetError(
      'checksum',
      `The file ${file} arrived damaged: its SHA-256 checksum is wrong. Press Retry${keptSentence(options)}; if it stays, make the data again with “npm run data”.`,
      url,
      details,
    );
  }
  return bytes;
}

type Bytes = Uint8Array<ArrayBuffer>;

async function fetchBytes(url: string, expectedBytes: number | undefined, options: FetchOptions): Promise<Bytes> {
  const file = shortName(url);
  const { signal, onBytes } = options;
  const details = { file, ...kept(options) };
  const response = await request(url, options);
  if (!response.ok) {
    throw new DatasetError(
      'missing',
      response.status === 404
        ? `The file ${file} was not found. Check the address; the data is made by “npm run data”.`
        : `The server did not send ${file} (status ${response.status}). Press Retry in a moment${keptSentence(options)}.`,
      url,
      { ...details, status: response.status },
    );
  }
  // Development servers answer an unknown address with their start page and status 200.
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    throw new DatasetError(
      'missing',
      `The file ${file} was not found: a web page came in its place. Check the address; the data is made by “npm run data”.`,
      url,
      { ...details, status: response.status },
    );
  }
  const chunks: Uint8Array[] = [];
  let received = 0;
  try {
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
      chunks.push(next.value);
      received += next.value.length;
      onBytes?.(received);
    }
  } catch (cause) {
    if (signal?.aborted) throw aborted(url, options, cause);
    // The connection broke: browsers say only "network error", Node says "terminated".
    throw truncated(url, { ...details, receivedBytes: received, expectedBytes }, cause);
  }
  return concatenate(chunks, received);
}

async function request(url: string, options: FetchOptions): Promise<Response> {
  const send: Fetch = options.fetch ?? ((address, init) => fetch(address, init));
  try {
    return await send(url, options.signal ? { signal: options.signal } : {});
  } catch (cause) {
    if (options.signal?.aborted) throw aborted(url, options, cause);
    throw new DatasetError(
      'offline',
      `The file ${shortName(url)} could not be reached. Check the connection and press Retry${keptSentence(options)}.`,
      url,
      { file: shortName(url), ...kept(options) },
      cause,
    );
  }
}

function truncated(url: string, details: DatasetErrorDetails, cause?: unknown): DatasetError {
  const received = formatCount(details.receivedBytes ?? 0);
  const arrived =
    details.expectedBytes === undefined
      ? `${received} bytes`
      : `${received} of ${formatCount(details.expectedBytes)} bytes`;
  return new DatasetError(
    'truncated',
    `The file ${details.file} is incomplete (${arrived} arrived). Check the connection and press Retry${keptSentence(details)}.`,
    url,
    details,
    cause,
  );
}

const aborted = (url: string, options: FetchOptions, cause: unknown): DatasetError =>
  new DatasetError(
    'aborted',
    `Loading was stopped at ${shortName(url)}${keptSentence(options)}. Press Retry to go on.`,
    url,
    { file: shortName(url), ...kept(options) },
    cause,
  );

const kept = ({ keptExamples }: FetchOptions): { keptExamples?: number } =>
  keptExamples === undefined ? {} : { keptExamples };

const keptSentence = ({ keptExamples }: { keptExamples?: number }): string =>
  keptExamples ? `; the ${formatCount(keptExamples)} images already loaded are kept` : '';

function concatenate(chunks: readonly Uint8Array[], length: number): Bytes {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/**
 * Whether the bytes have this SHA-256. `crypto.subtle` exists only in secure contexts: on a plain-http page of another host
 * nothing is compared here, and damage is found by the CRC-32 that gzip carries.
 */
async function hasSha256(bytes: Bytes, expected: string): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === expected;
}
