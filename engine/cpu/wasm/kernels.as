// All kernels of the CPU executor: one module, whose memory holds all values of a program.
//
// AssemblyScript: TypeScript with machine types; `v128` is a register of four f32. Every kernel works on the items `from` to `to`, so that
// threads can share its work, and none depends on who does which: results are the same with any number of threads.

export { packColumns, product } from './product';
export { convolve, kernelGradient, turnKernel } from './convolution';
export { maxPool, maxPoolGradient } from './pooling';
export { activationGradient, addBias, addValues, columnSums, dropout, relu, sigmoid, tanh, unpackRows } from './elementwise';
export { adam, rmsprop, sgd } from './update';
