// Leaves of the graph: parameters, values the host writes, packed datasets and constants.

import type { Encoding } from '../graph/dataset.ts';
import type { GraphNode } from '../graph/node.ts';
import { type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition } from './definition.ts';

/** No kernel computes a leaf; executors bind its memory. */
const leaf = { kernels: () => [] };

/** A trained tensor at `offset` elements in the flat parameter buffer. */
export const parameter = (name: string, shape: Shape, offset: number): GraphNode<'parameter'> =>
  makeNode('parameter', leaf, [], shape, { name, offset });

/** Values that the host writes before a run. */
export const input = (name: string, shape: Shape): GraphNode<'input'> => makeNode('input', leaf, [], shape, { name });

/** A packed dataset column that stays on the device. */
export const data = (
  name: string,
  shape: Shape,
  encoding: Encoding,
  scale: number,
  offset: number,
): GraphNode<'data'> => makeNode('data', leaf, [], shape, { name, encoding, scale, offset });

/** Memory between two kernels of one op. */
export const scratch = (shape: Shape): GraphNode<'scratch'> => makeNode('scratch', leaf, [], shape, {});
/** Values fixed when the graph is made, row-major. @throws ShapeError when their number is not the shape's. */
export function constant(shape: Shape, values: Float32Array): GraphNode<'constant'> {
  if (values.length !== sizeOf(shape)) {
    throw new ShapeError(`constant: ${values.length} values for a shape [${shape.join('×')}]`);
  }
  return makeNode('constant', leaf, [], shape, { values });
}

/** A tensor whose elements are all `value`. */
export const fill = (shape: Shape, value: number): GraphNode<'fill'> => makeNode('fill', leaf, [], shape, { value });

/** The same elements in another shape. @throws ShapeError when the counts differ. */
export function reshape(x: GraphNode, shape: Shape): GraphNode {
  if (sizeOf(shape) !== sizeOf(x.shape)) {
    throw new ShapeError(
      `reshape: [${x.shape.join('×')}] has ${sizeOf(x.shape)} elements, [${shape.join('×')}] would have ${sizeOf(shape)}`,
    );
  }
  return makeNode('reshape', reshapeOp, [x], shape, { shape });
}

/** A view: plans give it its input's memory. */
export const reshapeOp: OpDefinition<'reshape'> = {
  gradient: (node, cotangent) => [reshape(cotangent, node.inputs[0]?.shape ?? [])],
  kernels: () => [],
};
