// Counts WebGPU calls by wrapping the prototypes: what a steady-state step is allowed is written in the tests that use it.

/** Calls by `Interface.method`; `readbacks` are submits whose encoder was labelled so: snapshots and weights. */
export interface ApiCalls {
  readonly counts: Readonly<Record<string, number>>;
  readonly readbacks: number;
  /** Sum of all methods whose name begins so. */
  total(prefix: string): number;
  stop(): void;
}

const methods = {
  GPUDevice: [
    'createBuffer',
    'createBindGroup',
    'createBindGroupLayout',
    'createPipelineLayout',
    'createShaderModule',
    'createComputePipeline',
    'createComputePipelineAsync',
    'createCommandEncoder',
    'createQuerySet',
    'createTexture',
    'createSampler',
    'pushErrorScope',
  ],
  GPUQueue: ['submit', 'writeBuffer', 'onSubmittedWorkDone'],
  GPUBuffer: ['mapAsync', 'destroy'],
  GPUComputePassEncoder: ['dispatchWorkgroups', 'setPipeline', 'setBindGroup'],
  GPUComputePipeline: ['getBindGroupLayout'],
} as const;

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** From now on until `stop`. */
export function countApiCalls(): ApiCalls {
  const counts: Record<string, number> = {};
  let readbacks = 0;
  const undo: (() => void)[] = [];
  for (const [type, names] of Object.entries(methods)) {
    const { prototype } = (globalThis as unknown as Record<string, { prototype: Record<string, Method> }>)[type]!;
    for (const name of names) {
      const original = prototype[name]!;
      counts[name] = 0;
      prototype[name] = function (...args) {
        counts[name] = (counts[name] ?? 0) + 1;
        if (name === 'createCommandEncoder' && (args[0] as { label?: string } | undefined)?.label === 'readback') {
          readbacks++;
        }
        return original.apply(this, args);
      };
      undo.push(() => {
        prototype[name] = original;
      });
    }
  }
  return {
    counts,
    get readbacks() {
      return readbacks;
    },
    total: (prefix) =>
      Object.entries(counts).reduce((sum, [name, count]) => sum + (name.startsWith(prefix) ? count : 0), 0),
    stop: () => {
      for (const restore of undo) restore();
    },
  };
}
