// Leaves of the graph: parameters, values the host writes, packed datasets and constants.

import type { Encoding } from '../graph/dataset.ts';
import type { GraphNode } from '../graph/node.ts';
import { type Shape, ShapeError, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition } from './definition.ts';

const held = 'is held by the executor and never computed';

/** A leaf has no kernel; executors bind its memory. */
const leaf = <K extends 'parameter' | 'input' | 'data' | 'scratch'>(): OpDefinition<K> => ({
  reference: (node) => {
    throw new Error(`${node.op} ${held}`);
  },
  kernels: () => [],
});

export const parameterOp = /* @__PURE__ */ leaf<'parameter'>();
export const inputOp = /* @__PURE__ */ leaf<'input'>();
export const dataOp = /* @__PURE__ */ leaf<'data'>();
export const scratchOp = /* @__PURE__ */ leaf<'scratch'>();
export const constantOp: OpDefinition<'constant'> = {
  reference: (node, _inputs, output) => {
    output.set(node.attributes.values);
  },
  kernels: () => [],
};
export const fillOp: OpDefinition<'fill'> = {
  reference: (node, _inputs, output) => {
    output.fill(node.attributes.value);
  },
  kernels: () => [],
};

/** A trained tensor at `offset` elements in the flat parameter buffer. */
export const parameter = (name: string, shape: Shape, offset: number): GraphNode<'parameter'> =>
  makeNode('parameter', parameterOp, [], shape, { name, offset });

/** Values that the host writes before a run. */
export const input = (name: string, shape: Shape): GraphNode<'input'> =>
  makeNode('input', inputOp, [], shape, { name });

/** A packed dataset column that stays on the device. */
export const data = (
  name: string,
  shape: Shape,
  encoding: Encoding,
  scale: number,
  offset: number,
): GraphNode<'data'> => makeNode('data', dataOp, [], shape, { name, encoding, scale, offset });

/** Memory between two kernels of one op. */
export const scratch = (shape: Shape): GraphNode<'scratch'> => makeNode('scratch', scratchOp, [], shape, {});
/** Values fixed when the graph is made, row-major. @throws ShapeError when their number is not the shape's. */
export function constant(shape: Shape, values: Float32Array): GraphNode<'constant'> {
  if (values.length !== sizeOf(shape)) {
    throw new ShapeError(`constant: ${values.length} values for a shape [${shape.join('×')}]`);
  }
  return makeNode('constant', constantOp, [], shape, { values });
}

/** A tensor whose elements are all `value`. */
export const fill = (shape: Shape, value: number): GraphNode<'fill'> => makeNode('fill', fillOp, [], shape, { value });

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
  reference: (_node, [x], output) => {
    if (x) output.set(x);
  },
  kernels: () => [],
};
