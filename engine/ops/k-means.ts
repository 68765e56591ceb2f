// The two halves of a k-means step (Lloyd 1982): assign each point to its nearest center, move each center to its mean.

import kMeansAssignKernel from '../../shaders/k_means_assign.wgsl';
import { dispatch } from '../../shaders/kernel.ts';
import { type GraphNode, inputOf } from '../graph/node.ts';
import { formatShape, ShapeError } from '../graph/shape.ts';
import { binary, divide } from './binary.ts';
import { makeNode, type OpDefinition, workgroupsFor } from './definition.ts';
import { fill, reshape } from './leaves.ts';
import { matmul } from './matmul.ts';
import { oneHot } from './one-hot.ts';
import { sum } from './sum.ts';
import { where } from './where.ts';

/** Index of the nearest center, the first of equally near ones: points [n, d], centers [k, d] → [n]. @throws ShapeError */
export function kMeansAssign(points: GraphNode, centers: GraphNode): GraphNode {
  const [n = 0, d] = points.shape;
  if (points.shape.length !== 2 || centers.shape.length !== 2 || centers.shape[1] !== d || centers.shape[0] === 0) {
    throw new ShapeError(
      `kMeansAssign: points ${formatShape(points.shape)} and centers ${formatShape(centers.shape)} must be [n×d] and [k×d], k ≥ 1`,
    );
  }
  return makeNode('kMeansAssign', kMeansAssignOp, [points, centers], [n], {});
}

/** The mean of each center's points; a center without points stays. assignments [n] → centers [k, d]. */
export function kMeansUpdate(points: GraphNode, assignments: GraphNode, centers: GraphNode): GraphNode {
  const [k = 0] = centers.shape;
  const members = oneHot(assignments, k);
  const counts = reshape(sum(members, [0]), [k, 1]);
  const sums = matmul(members, points, { transposeA: true });
  return where(counts, divide(sums, binary('maximum', counts, fill([], 1))), centers);
}

export const kMeansAssignOp: OpDefinition<'kMeansAssign'> = {
  kernels: (node) => {
    const [points, centers] = [inputOf(node, 0), inputOf(node, 1)];
    const [k = 0, width = 0] = centers.shape;
    return [
      dispatch(kMeansAssignKernel, {
        bindings: { points, centers, y: node },
        overrides: { POINTS: node.shape[0] ?? 0, CENTERS: k, WIDTH: width },
        workgroups: workgroupsFor(node.shape[0] ?? 0, 64),
      }),
    ];
  },
};
