// The normal equation XᵀX·θ = Xᵀy, solved by the engine's Cholesky factor.

import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import { choleskySolve } from '../../engine/ops/cholesky.ts';
import { input } from '../../engine/ops/leaves.ts';
import { matmul } from '../../engine/ops/matmul.ts';
import type { LoadedProgram } from '../../engine/plan/executor.ts';
import { layoutParameters } from '../../engine/plan/program.ts';
import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import type { ExecutorName } from './experiment.ts';

/** Programs by executor and shape: a thousand draws share one. */
const programs = new Map<string, Promise<LoadedProgram>>();

async function load(count: number, columns: number, executorName: ExecutorName): Promise<LoadedProgram> {
  const executor = executorName === 'cpu' ? createCpuExecutor('f32') : await createWebGpuExecutor();
  const x = input('x', [count, columns]);
  const y = input('y', [count, 1]);
  const theta = choleskySolve(matmul(x, x, { transposeA: true }), matmul(x, y, { transposeA: true }));
  const layout = layoutParameters([]);
  const session = await executor.createSession(layout, new Float32Array(layout.length));
  return session.load(
    { name: 'normal equation', layout, stateLength: 0, outputs: [theta], gradients: [], effects: [], metricNames: [] },
    {},
  );
}

/** θ of the least |Xθ − y|², in f32. @param rows the rows of X. */
export async function solveNormalEquation(
  rows: readonly (readonly number[])[],
  y: ArrayLike<number>,
  executor: ExecutorName,
): Promise<number[]> {
  const columns = rows[0]?.length ?? 0;
  const key = `${executor} ${rows.length}×${columns}`;
  const program = programs.get(key) ?? load(rows.length, columns, executor);
  programs.set(key, program);
  const [theta] = await (await program).compute({ x: Float32Array.from(rows.flat()), y: Float32Array.from(y) });
  return Array.from(theta ?? []);
}
