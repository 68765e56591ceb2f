/** The kernel reflection: what it reads, and what it refuses with file and line. */
import { expect, test } from 'vitest';
import { minifyWgsl, stripComments } from '../../shaders/minify.ts';
import { KernelError, kernelDeclaration, reflectKernel } from '../../shaders/reflect.ts';
import scale from './fixtures/scale.wgsl';

const kernel = ({ head = '', size = '64, 1, 1', body = 'out[id.x] = 1.0;' } = {}) => `${head}
@group(0) @binding(0) var<storage, read_write> out: array<f32>;
@compute @workgroup_size(${size})
fn main(@builtin(global_invocation_id) id: vec3u) { ${body} }
`;

function nineBuffers() {
  const names = Array.from({ length: 8 }, (_, i) => `b${i}`);
  const head = names.map((name, i) => `@group(0) @binding(${i + 1}) var<storage> ${name}: array<f32>;`).join(' ');
  return kernel({ head, body: `out[0] = ${names.map((name) => `${name}[0]`).join(' + ')};` });
}

test('an imported kernel carries its reflection', () => {
  expect(scale).toMatchObject({
    name: 'scale',
    entryPoint: 'main',
    bindings: {
      a: { binding: 0, group: 0, access: 'read', type: 'array<f32>' },
      knobs: { binding: 1, group: 0, access: 'uniform', type: 'Knobs' },
      out: { binding: 2, group: 0, access: 'read_write', type: 'array<f32>' },
    },
    overrides: { N: { type: 'u32' }, WG: { type: 'u32', default: 64 }, HALVE: { type: 'bool', default: false } },
    workgroupSize: ['WG', 1, 1],
  });
  expect(scale.code).toContain('// out[i] = a[i] * factor');
});

test('vector arrays tell their width, aliases and fixed sizes are resolved', () => {
  const head = `alias Rows = array<vec4<f32>>;
@group(0) @binding(1) var<storage, read> rows: Rows;
@group(0) @binding(2) var<storage> pairs: array<vec2u, 8>;
@group(0) @binding(3) var<storage, read_write> counts: array<atomic<u32>>;`;
  const body = 'out[0] = rows[0].x + f32(pairs[0].x); atomicAdd(&counts[0], 1u);';
  expect(reflectKernel('k.wgsl', kernel({ head, body })).bindings).toMatchObject({
    rows: { binding: 1, access: 'read', type: 'array<vec4f>', vectorWidth: 4 },
    pairs: { binding: 2, access: 'read', type: 'array<vec2u, 8>', vectorWidth: 2 },
    counts: { binding: 3, access: 'read_write', type: 'array<atomic<u32>>' },
  });
});

test('override defaults are numbers, booleans, or marked as derived', () => {
  const head = `override A: u32 = 0x10u; override B: f32 = -1.5e-3; override C: f32 = 0x1p-3; override D: u32 = A * 2;
@id(7) override E: bool = true; override F: i32;`;
  expect(reflectKernel('k.wgsl', kernel({ head })).overrides).toEqual({
    A: { type: 'u32', default: 16 },
    B: { type: 'f32', default: -0.0015 },
    C: { type: 'f32', default: 'derived' },
    D: { type: 'u32', default: 'derived' },
    E: { type: 'bool', default: true },
    F: { type: 'i32' },
  });
});

test('a workgroup size may be a const or an override', () => {
  const head = 'const TILE: u32 = 16u; override W: u32 = 4;';
  expect(reflectKernel('k.wgsl', kernel({ head, size: 'TILE, W, 2' })).workgroupSize).toEqual([16, 'W', 2]);
});

test.each([
  ['a workgroup size of one number', kernel({ size: '64' }), 3, /all three numbers/],
  ['an unknown workgroup size', kernel({ size: 'SIZE, 1, 1' }), 3, /"SIZE" is neither/],
  ['no entry point', kernel().replace('@compute', ''), 1, /one @compute entry point is needed, found none/],
  ['two entry points', `${kernel()}@compute @workgroup_size(1, 1, 1)\nfn second() {}`, 6, /found main, second/],
  ['another bind group', kernel().replace('@group(0)', '@group(1)'), 2, /out is in group 1/],
  ['a binding number used twice', `${kernel()}@group(0) @binding(0) var<uniform> k: f32;`, 5, /the number 0 of out/],
  ['a binding nobody uses', kernel({ head: '@group(0) @binding(1) var<uniform> k: f32;' }), 1, /k is never used/],
  ['a texture', kernel({ head: '@group(0) @binding(1) var k: texture_2d<f32>;' }), 1, /k is no storage or uniform/],
  ['an override without a type', kernel({ head: '\noverride K = 3u;' }), 2, /override K needs a type/],
  ['a workgroup over the limit', kernel({ size: '32, 16, 1' }), 3, /512 invocations/],
  ['a ninth storage buffer', nineBuffers(), 1, /9 storage buffers/],
  ['a name the reflection cannot read', kernel({ body: '\nlet workgroup = 1u;' }), 5, /"workgroup" cannot be/],
  ['a syntax error', kernel({ body: 'let = 1.0;' }), 4, /./],
])('%s is refused with its line', (_, code, line, message) => {
  const attempt = () => reflectKernel('shaders/k.wgsl', code);
  expect(attempt).toThrow(KernelError);
  expect(attempt).toThrow(message);
  expect(attempt).toThrow(`shaders/k.wgsl:${line}: `);
});

test('comments go, block comments nest, and line numbers stay', () => {
  expect(stripComments('a // b\nc /* d // /* e */\n f */ g / h * i')).toBe('a \nc \n  g / h * i');
});

test('a minified kernel keeps blanks that separate operators', () => {
  const source =
    'fn f( a : f32 ) -> f32 {\n  // why\n  let b : array<f32, 2> = g( a );\n  return a * 2.0 - -b[ 0 ];\n}\n';
  expect(minifyWgsl(source)).toBe('fn f(a:f32)->f32{let b:array<f32,2> =g(a);return a*2.0- -b[0];}');
  expect(minifyWgsl(scale.code)).not.toContain('//');
});

test('the declaration says what the types need', () => {
  expect(kernelDeclaration(reflectKernel('dir/k.wgsl', kernel()))).toMatchInlineSnapshot(`
    "// Generated from k.wgsl by \`npm run shaders\`; do not edit.
    declare const kernel: {
      readonly name: 'k';
      readonly code: string;
      readonly entryPoint: 'main';
      readonly bindings: {
        readonly out: { readonly binding: 0; readonly group: 0; readonly access: 'read_write'; readonly type: 'array<f32>' };
      };
      readonly overrides: {
      };
      readonly workgroupSize: readonly [64, 1, 1];
    };
    export default kernel;
    "
  `);
});
