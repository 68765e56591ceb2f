// Counts WebGPU calls by wrapping the prototypes, whichever library makes them.

const methods = {
  GPUDevice: ['createBuffer', 'createBindGroup', 'createComputePipeline', 'createComputePipelineAsync'],
  GPUQueue: ['submit', 'writeBuffer'],
  GPUBuffer: ['mapAsync'],
  GPUCommandEncoder: ['beginComputePass', 'copyBufferToBuffer'],
  GPUComputePassEncoder: ['dispatchWorkgroups'],
} as const;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** From now on until `stop`. */
export function countApiCalls(): { readonly counts: Readonly<Record<string, number>>; stop(): void } {
  const counts: Record<string, number> = {};
  const undo: (() => void)[] = [];
  for (const [type, names] of Object.entries(methods)) {
    const holder = (globalThis as unknown as Record<string, { prototype: Record<string, Method> } | undefined>)[type];
    if (!holder) continue;
    const { prototype } = holder;
    for (const name of names) {
      const original = prototype[name];
      if (!original) continue;
      counts[name] = 0;
      prototype[name] = function (...args) {
        counts[name] = (counts[name] ?? 0) + 1;
        return original.apply(this, args);
      };
      undo.push(() => {
        prototype[name] = original;
      });
    }
  }
  return {
    counts,
    stop: () => {
      for (const restore of undo) restore();
    },
  };
}
