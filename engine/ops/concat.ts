// Concatenation along one axis.

import concatKernel from '../../shaders/concat.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import type { GraphNode } from '../graph/node.ts';
import { formatShape, normalizeAxes, ShapeError, sameShape, sizeOf } from '../graph/shape.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { slice } from './slice.ts';

/** All parts one after another along `axis`. @throws ShapeError naming the shapes that differ elsewhere. */
export function concat(parts: readonly GraphNode[], axis: number): GraphNode {
  const [first] = parts;
  if (!first) throw new ShapeError('concat: no tensors given');
  const [along = 0] = normalizeAxes('concat', first.shape, [axis]);
  const others = (node: GraphNode) => node.shape.filter((_, i) => i !== along);
  const odd = parts.find((part) => part.shape.length !== first.shape.length || !sameShape(others(part), others(first)));
  if (odd) {
    throw new ShapeError(
      `concat: ${formatShape(first.shape)} and ${formatShape(odd.shape)} differ in another axis than ${along}`,
    );
  }
  const total = parts.reduce((length, { shape }) => length + (shape[along] ?? 0), 0);
  return makeNode('concat', concatOp, parts, first.shape.with(along, total), { axis: along });
}

/** Each part with its first position along the axis. */
export function placesOf({ inputs, attributes: { axis } }: GraphNode<'concat'>) {
  let start = 0;
  return inputs.map((part) => {
    const place = { part, start };
    start += part.shape[axis] ?? 0;
    return place;
  });
}

export const concatOp: OpDefinition<'concat'> = {
  gradient: (node, cotangent) =>
    placesOf(node).map(({ part, start }) =>
      slice(
        cotangent,
        part.shape.map((_, i) => (i === node.attributes.axis ? start : 0)),
        part.shape,
      ),
    ),
  kernels: (node) => {
    const inner = sizeOf(node.shape.slice(node.attributes.axis + 1));
    return placesOf(node)
      .filter(({ part }) => sizeOf(part.shape) > 0)
      .map(({ part, start }) =>
        dispatch(concatKernel, {
          bindings: { x: part, y: node },
          overrides: {
            COUNT: sizeOf(part.shape),
            WIDTH: (part.shape[node.attributes.axis] ?? 0) * inner,
            TOTAL: sizeOf(node.shape.slice(node.attributes.axis)),
            OFFSET: start * inner,
          },
          workgroups: workgroupsFor(sizeOf(part.shape), 64),
        }),
      );
  },
};
