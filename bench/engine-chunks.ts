// How a bundler cuts the engine into files: what an app fetches at once, and what only some apps fetch.

/**
 * Kernel texts that nearly every trained network needs come as one file: the headers that they share are sent once, and it is a
 * third smaller than they are one by one.
 */
const networkKernels = /(gather_batch|tick|matmul_(small|direct|tiled)|softmax_(cross_entropy|serial))\.wgsl\?text$/;

/** Rooms and files of the engine that are imported dynamically, and kernels that only those name. */
const fetchedLater =
  /engine[\\/](cpu[\\/]|plan[\\/](loop|dense-chain|chain-)|training[\\/](diagnosis|trial)|webgpu[\\/](limits|find-non-finite)|nn[\\/]predict-layers)|shaders[\\/](train|chain)_|\?text$/;

/** What is fetched later shares modules with what is not: left to itself, the bundler cuts those into many files. */
export const engineChunks = [
  { name: 'network_kernels', test: networkKernels },
  { name: 'core', test: (id: string) => !fetchedLater.test(id) && /[\\/](engine|shaders)[\\/]/.test(id) },
];
