/** What a `.wgsl` import gives: a kernel with its reflection, and the types that make a wrong dispatch not compile. */

/** How a kernel may touch a binding. `read` and `read_write` are storage buffers. */
export type BindingAccess = 'read' | 'read_write' | 'uniform';

export interface KernelBinding {
  readonly binding: number;
  /** Always 0: one bind group per dispatch. */
  readonly group: 0;
  readonly access: BindingAccess;
  /** WGSL type as written, aliases resolved: `array<f32>`, `array<vec4f>`, `Knobs`. Empty in a production build. */
  readonly type: string;
  /** Elements per vector when the binding is an array of vectors: a flat f32 buffer bound here needs a multiple of it. */
  readonly vectorWidth?: 2 | 3 | 4;
}

export interface KernelOverride {
  readonly type: 'u32' | 'i32' | 'f32' | 'bool';
  /** Absent: the pipeline must set it. `derived`: computed by the kernel from other overrides. */
  readonly default?: number | boolean | 'derived';
}

/** One compute kernel. The Vite plugin makes one of each `.wgsl` file; its literal type stands in `NAME.d.wgsl.ts`. */
export interface KernelModule {
  readonly name: string;
  /** WGSL source; empty in a production build, where `fetchCode` gives it without comments and blank space. */
  readonly code: string;
  readonly fetchCode?: () => Promise<string>;
  readonly entryPoint: string;
  readonly bindings: Readonly<Record<string, KernelBinding>>;
  /** In a production build only those that size the workgroup. */
  readonly overrides: Readonly<Record<string, KernelOverride>>;
  /** Invocations per workgroup along x, y, z; a string is the name of the override that sets it. */
  readonly workgroupSize: readonly [number | string, number | string, number | string];
}

/**
 * A kernel as production builds write it, without what only people read of its reflection.
 * @param bindings their names, in the order of their numbers; `+` before those that are written, `=` before uniforms
 * @param overrides those that size the workgroup
 */
export function shippedKernel(
  name: string,
  bindings: string,
  workgroupSize: KernelModule['workgroupSize'],
  overrides: KernelModule['overrides'],
  fetchCode: () => Promise<{ readonly default: string }>,
): KernelModule {
  const found = bindings.split(' ').map((word, binding): [string, KernelBinding] => {
    const access = word[0] === '+' ? 'read_write' : word[0] === '=' ? 'uniform' : 'read';
    return [access === 'read' ? word : word.slice(1), { binding, group: 0, access, type: '' }];
  });
  return {
    name,
    code: '',
    fetchCode: async () => (await fetchCode()).default,
    entryPoint: 'main',
    bindings: Object.fromEntries(found),
    overrides,
    workgroupSize,
  };
}

export type BindingName<K extends KernelModule> = keyof K['bindings'] & string;

/** A value (buffer, tensor, slot) for every binding of a kernel: none missing, none unknown. */
export type Bindings<K extends KernelModule, V> = { readonly [Name in BindingName<K>]: V };

type OverrideName<K extends KernelModule> = keyof K['overrides'] & string;
type DefaultedName<K extends KernelModule> = {
  [Name in OverrideName<K>]: K['overrides'][Name] extends { readonly default: unknown } ? Name : never;
}[OverrideName<K>];
type OverrideValue<O extends KernelOverride> = O['type'] extends 'bool'
  ? boolean
  : 'bool' extends O['type']
    ? number | boolean // any kernel's override
    : number;

/** Override constants of a kernel: those without a default are required. */
export type Overrides<K extends KernelModule> = {
  readonly [Name in Exclude<OverrideName<K>, DefaultedName<K>>]: OverrideValue<K['overrides'][Name]>;
} & {
  readonly [Name in DefaultedName<K>]?: OverrideValue<K['overrides'][Name]>;
};

/** Workgroups along x, y, z; at most 65,535 each under WebGPU's default limits. */
export type WorkgroupCount = readonly [x: number, y: number, z: number];

/** One kernel launch as plain data. `V` is whatever stands for a buffer at this stage. */
export interface Dispatch<V = unknown, K extends KernelModule = KernelModule> {
  readonly kernel: K;
  readonly bindings: Bindings<K, V>;
  readonly overrides: Overrides<K>;
  readonly workgroups: WorkgroupCount;
}

/**
 * Builds a launch whose bindings and overrides are checked against the kernel's WGSL; what stands for a buffer is
 * inferred from the values given. It only collects: limits are checked where the pipeline is made.
 */
export function dispatch<K extends KernelModule, const B extends Bindings<K, unknown>>(
  kernel: K,
  launch: {
    // `never` for names the kernel does not have: a type parameter alone would let them pass.
    readonly bindings: B & { readonly [Unknown in Exclude<keyof B, BindingName<K>>]: never };
    readonly overrides: Overrides<K>;
    readonly workgroups: WorkgroupCount;
  },
): Dispatch<B[BindingName<K>], K> {
  const { bindings, overrides, workgroups } = launch;
  return { kernel, bindings, overrides, workgroups };
}
