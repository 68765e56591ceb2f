/** `npm run shaders`: writes the type declaration of every kernel, so that editors and tsc know its bindings. */
import { resolve } from 'node:path';
import { generateDeclarations } from './plugin.ts';

try {
  const files = generateDeclarations(resolve(import.meta.dirname, '..'));
  console.log(`${files.length} kernels have a typed module`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
