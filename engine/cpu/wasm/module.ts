// The compiled kernels, typed: compiled once, instantiated for each program on the program's own memory.

import bytes from './kernels.as';

type Numbers = number[];

/** The kernels' names. Each takes its numbers, then the items `from` and `to`, then the address of the thread's scratch. */
export const kernelNames = [
  'packColumns',
  'product',
  'convolve',
  'kernelGradient',
  'turnKernel',
  'maxPool',
  'maxPoolGradient',
  'activationGradient',
  'addBias',
  'addValues',
  'columnSums',
  'dropout',
  'relu',
  'sigmoid',
  'tanh',
  'unpackRows',
  'adam',
  'rmsprop',
  'sgd',
] as const;

export type KernelName = (typeof kernelNames)[number];
export type Kernels = Readonly<Record<KernelName, (...numbers: Numbers) => void>>;

export const pageBytes = 65_536;
/** What the module declares as its largest memory: 2 GiB. */
export const mostPages = 32_768;

/** The import of the memory: name, kind, and the flags of its limits, of which 2 says shared. */
const memoryImport = [6, ...new TextEncoder().encode('memory'), 2, 1];

/** The same module for a shared memory: one flag differs, and asks for nothing else of the code. */
function forSharedMemory(module: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = module.findIndex((_, i) => memoryImport.every((byte, j) => module[i + j] === byte));
  const shared = module.slice();
  shared[at + memoryImport.length - 1] = 3;
  return shared;
}

const modules = new Map<boolean, Promise<WebAssembly.Module | undefined>>();

/** The module, compiled; undefined where the page's content security policy forbids WebAssembly, or the browser has no SIMD. */
export function compileKernels(shared: boolean): Promise<WebAssembly.Module | undefined> {
  const known = modules.get(shared);
  if (known) return known;
  const made = (async () => WebAssembly.compile(shared ? forSharedMemory(bytes) : bytes))().catch(() => undefined);
  modules.set(shared, made);
  return made;
}

export function instantiate(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  // The exports of `kernels.as` are these names.
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels;
}
