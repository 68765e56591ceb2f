// `npm run data`: prepares the datasets that are made at install time; returns at once when they are there.
//
// `npm run data -- u8` also makes the exact 8-bit MNIST (11 MB, for golden tests) next to the 4-bit one (6.6 MB).
// The small datasets stand ready in public/; sources/ tells how each was made.

import { fileURLToPath } from 'node:url';
import { buildMnist } from './build/mnist.ts';

const folder = fileURLToPath(new URL('./public/mnist/', import.meta.url));
const encodings = process.argv.includes('u8') ? (['u4', 'u8'] as const) : (['u4'] as const);
for (const encoding of encodings) {
  console.log(`MNIST (${encoding}): ${await buildMnist(folder, encoding)}`);
}
