// Reading prepared datasets from disk in Node, for the command line and tests: a `fetch` for file addresses.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Fetch } from './fetch.ts';

/** The folder that the site serves: `new URL('mnist/manifest.json', publicFolder)`. */
export const publicFolder = new URL('./public/', import.meta.url);

export const fileFetch: Fetch = async (url, { signal }) => {
  const path = fileURLToPath(url);
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return new Response(null, { status: 404 });
  const body = Readable.toWeb(createReadStream(path, signal ? { signal } : {}));
  return new Response(body as ReadableStream<Uint8Array>);
};
