/** Compile-time promises of the kernel types; tsc in the test run is what checks them. Nothing here runs. */
import { type Bindings, type Dispatch, dispatch, type KernelModule, type Overrides } from '../../shaders/kernel.ts';
import scale from './fixtures/scale.wgsl';

const [a, knobs, out] = [1, 2, 3];

const right = dispatch(scale, { bindings: { a, knobs, out }, overrides: { N: 8 }, workgroups: [1, 1, 1] });
right.bindings.out satisfies number;
// A name of a buffer stays that name.
dispatch(scale, {
  bindings: { a: 'x', knobs: 'y', out: 'z' },
  overrides: { N: 8 },
  workgroups: [1, 1, 1],
}) satisfies Dispatch<'x' | 'y' | 'z'>;
right.kernel.bindings.a.access satisfies 'read';
right.kernel.workgroupSize satisfies readonly ['WG', 1, 1];
scale satisfies KernelModule;
// A dispatch of a known kernel is one of any kernel: a plan lists them together.
const list: Dispatch<number>[] = [right];
list satisfies unknown[];

dispatch(scale, { bindings: { a, knobs, out }, overrides: { N: 8, WG: 128, HALVE: true }, workgroups: [1, 1, 1] });

// @ts-expect-error a binding is missing
dispatch(scale, { bindings: { a, out }, overrides: { N: 8 }, workgroups: [1, 1, 1] });

// @ts-expect-error the kernel has no binding `b`
dispatch(scale, { bindings: { a, knobs, out, b: 4 }, overrides: { N: 8 }, workgroups: [1, 1, 1] });

// @ts-expect-error the override N has no default
dispatch(scale, { bindings: { a, knobs, out }, overrides: { WG: 64 }, workgroups: [1, 1, 1] });

// @ts-expect-error the kernel has no override M
dispatch(scale, { bindings: { a, knobs, out }, overrides: { N: 8, M: 1 }, workgroups: [1, 1, 1] });

// @ts-expect-error a u32 override takes a number
dispatch(scale, { bindings: { a, knobs, out }, overrides: { N: true }, workgroups: [1, 1, 1] });

// @ts-expect-error workgroups are three numbers
dispatch(scale, { bindings: { a, knobs, out }, overrides: { N: 8 }, workgroups: [1, 1] });

({ a: 'x', knobs: 'y', out: 'z' }) satisfies Bindings<typeof scale, string>;
({ N: 1 }) satisfies Overrides<typeof scale>;
