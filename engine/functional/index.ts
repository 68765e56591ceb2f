// The functional API: tensors, functions of them, and functions of functions, in the words of NumPy and JAX.

export { useBackend } from './device.ts';
export * from './ops.ts';
export { type NestedNumbers, Tensor, type TensorLike, tensor } from './tensor.ts';
export { compile, grad, scope, type TensorsOf, valueAndGrad } from './transform.ts';
