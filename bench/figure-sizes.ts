/**
 * What an embedded figure fetches to be drawn, gzipped: the frame's page, the autoloader, Lit, the element with its charts and English
 * words, and what it uses of the engine. An executor, kernels and other languages follow when they are needed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Manifest } from 'vite';

/** @param folder a built playground. @returns bytes by the element's tag. */
export function figureSizes(folder: string): ReadonlyMap<string, number> {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Manifest;
  const textOf = (key: string) => readFileSync(join(folder, manifest[key]?.file ?? ''), 'utf8');
  const weights = new Map<string, number>();
  const weigh = (key: string) => {
    const bytes = weights.get(key) ?? gzipSync(textOf(key)).length;
    weights.set(key, bytes);
    return bytes;
  };
  const withImports = (key: string, found = new Set<string>()): Set<string> => {
    if (found.has(key)) return found;
    found.add(key);
    for (const imported of manifest[key]?.imports ?? []) withImports(imported, found);
    return found;
  };
  const everywhere = [...withImports('embed.html'), ...withImports('slope.ts')];
  const sizes = new Map<string, number>();
  for (const element of manifest['slope.ts']?.dynamicImports ?? []) {
    const [, tag] = /customElements\.define\([`'"]([\w-]+)/.exec(textOf(element)) ?? [];
    if (!tag) throw new Error(`${element} defines no element.`);
    const fetched = new Set([...everywhere, ...withImports(element)]);
    sizes.set(
      tag,
      [...fetched].reduce((sum, key) => sum + weigh(key), 0),
    );
  }
  return sizes;
}
