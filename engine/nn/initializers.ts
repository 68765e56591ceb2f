// Initial values of parameters, named and defined as in Keras, from a seed.

import { type Shape, sizeOf } from '../graph/shape.ts';
import { hash } from '../graph/shuffle.ts';

export type Initializer =
  | 'zeros'
  | 'ones'
  | 'glorotUniform'
  | 'glorotNormal'
  | 'heUniform'
  | 'heNormal'
  | 'lecunUniform'
  | 'lecunNormal';

/** Inputs and outputs of one unit: the last two sizes, times the receptive field of a convolution. */
function fans(shape: Shape): readonly [fanIn: number, fanOut: number] {
  const field = sizeOf(shape.slice(0, -2));
  return [(shape.at(-2) ?? 1) * field, (shape.at(-1) ?? 1) * field];
}

/** A number in (0, 1) from a counter and a key: the same on every machine. */
const uniform = (counter: number, key: number) => (hash(counter, key) + 0.5) / 2 ** 32;

/** Box-Muller, cut at two standard deviations as Keras does. */
function truncatedNormal(counter: number, key: number): number {
  for (let round = 0; ; round++) {
    const radius = Math.sqrt(-2 * Math.log(uniform(counter, key + 2 * round)));
    const value = radius * Math.cos(2 * Math.PI * uniform(counter, key + 2 * round + 1));
    if (Math.abs(value) <= 2) return value;
  }
}
/** Standard deviation of a normal cut at ±2. */
const truncatedDeviation = 0.87962566103423978;

/**
 * Initial values of one parameter.
 * @param stream the parameter's number: parameters of one shape must differ.
 * Sources: Glorot & Bengio 2010, He et al. 2015, LeCun et al. 1998, as parametrised in Keras.
 */
export function initialValues(initializer: Initializer, shape: Shape, seed: number, stream: number): Float32Array {
  const values = new Float32Array(sizeOf(shape));
  if (initializer === 'zeros') return values;
  if (initializer === 'ones') return values.fill(1);
  const [fanIn, fanOut] = fans(shape);
  const scale = { glorot: 2 / (fanIn + fanOut), he: 2 / fanIn, lecun: 1 / fanIn };
  const variance = scale[initializer.replace(/Uniform|Normal/, '') as keyof typeof scale];
  const key = hash(stream + 1, seed);
  const limit = Math.sqrt(3 * variance);
  const deviation = Math.sqrt(variance) / truncatedDeviation;
  const draw = initializer.endsWith('Uniform')
    ? (i: number) => (2 * uniform(i, key) - 1) * limit
    : (i: number) => truncatedNormal(i, key) * deviation;
  return values.map((_, i) => draw(i));
}
