// What the device cannot give: found out before anything is made, and said with the limit and the size wanted.

import { DeviceLimitError } from '../plan/executor.ts';
import type { Plan } from '../plan/plan.ts';

type Limits = Readonly<
  Pick<
    GPUSupportedLimits,
    | 'maxBufferSize'
    | 'maxStorageBufferBindingSize'
    | 'maxStorageBuffersPerShaderStage'
    | 'maxComputeWorkgroupsPerDimension'
    | 'maxComputeInvocationsPerWorkgroup'
  >
>;

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

function refuse(who: string, wanted: string, limit: keyof Limits, given: string, advice: string): never {
  throw new DeviceLimitError(`${who} wants ${wanted}; this GPU's ${limit} is ${given}. ${advice}`);
}

export const outOfMemory = (name: string, bytes: number) =>
  new DeviceLimitError(
    `The GPU is out of memory: ${name} wants ${megabytes(bytes)}. Take a smaller batch or fewer examples, or close other tabs.`,
  );

const smaller = 'Take a smaller batch, smaller layers or fewer examples.';

/** @throws DeviceLimitError when a buffer of `bytes` could not be made, or not be bound whole. */
export function checkBufferSize(who: string, bytes: number, limits: Limits): void {
  for (const name of ['maxStorageBufferBindingSize', 'maxBufferSize'] as const) {
    if (bytes > limits[name]) refuse(who, `a buffer of ${megabytes(bytes)}`, name, megabytes(limits[name]), smaller);
  }
}

/** @throws DeviceLimitError before anything of the plan is made. */
export function checkLimits(plan: Plan, limits: Limits): void {
  checkBufferSize(plan.name, Math.max(0, ...plan.buffers.map(({ byteLength }) => byteLength)), limits);
  for (const { label, kernel, workgroups, overrides } of plan.dispatches) {
    const who = `${plan.name}, ${label},`;
    const most = Math.max(...workgroups);
    const perDimension = limits.maxComputeWorkgroupsPerDimension;
    if (most > perDimension) {
      refuse(
        who,
        `${most} workgroups in one dimension`,
        'maxComputeWorkgroupsPerDimension',
        `${perDimension}`,
        smaller,
      );
    }
    const buffers = Object.values(kernel.bindings).filter(({ access }) => access !== 'uniform').length;
    const perStage = limits.maxStorageBuffersPerShaderStage;
    if (buffers > perStage) {
      const advice = 'Train on the CPU.';
      refuse(who, `${buffers} storage buffers`, 'maxStorageBuffersPerShaderStage', `${perStage}`, advice);
    }
    const invocations = kernel.workgroupSize.reduce<number>(
      (total, size) =>
        total * Number(typeof size === 'number' ? size : (overrides[size] ?? kernel.overrides[size]?.default)),
      1,
    );
    const perWorkgroup = limits.maxComputeInvocationsPerWorkgroup;
    if (invocations > perWorkgroup) {
      const advice = 'Train on the CPU.';
      refuse(who, `${invocations} invocations`, 'maxComputeInvocationsPerWorkgroup', `${perWorkgroup}`, advice);
    }
  }
}
