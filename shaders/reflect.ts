/** Reads a WGSL kernel at build time: its bindings, overrides, workgroup size; and refuses what the engine cannot run. */
import { WgslReflect } from 'wgsl_reflect/wgsl_reflect.module.js';
import type { KernelBinding, KernelModule, KernelOverride } from './kernel.ts';
import { stripComments } from './minify.ts';

/** A kernel that cannot be used, with the place to look at. `line` counts from 1. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
  readonly file: string;
  readonly line: number;

  constructor(file: string, line: number, message: string) {
    super(`${file}:${line}: ${message}`);
    this.file = file;
    this.line = line;
  }
}

/** Good WGSL names that wgsl_reflect takes for keywords in an expression, and then reports somewhere else. */
const reservedName =
  /(?:\b(?:let|var|const)\s+|[(,]\s*(?:@\w+\([^)]*\)\s*)*)(workgroup|private|storage|uniform|function|read|write|read_write|immediate)\s*[:=]/;

/** wgsl_reflect's parser ends its messages with `Line: N` and knows no column. */
function parse(file: string, code: string): WgslReflect {
  const reserved = reservedName.exec(code);
  if (reserved?.[1]) {
    const line = code.slice(0, reserved.index + reserved[0].length).split('\n').length;
    throw new KernelError(
      file,
      line,
      `"${reserved[1]}" cannot be a variable's name here: wgsl_reflect reads it as a keyword`,
    );
  }
  try {
    return new WgslReflect(code);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/Line:\s*(\d+)/.exec(message)?.[1] ?? 1);
    throw new KernelError(file, line, message.replace(/\.*\s*Line:\s*\d+.*$/s, ''));
  }
}

type WgslType = WgslReflect['storage'][number]['type'];

/** The WGSL spelling of a type; wgsl_reflect writes a runtime-sized array as `array<f32, 0>`. */
function typeName(type: WgslType): string {
  if (!type.isArray) return type.getTypeName();
  const { format, count } = type as WgslType & { format: WgslType; count: number };
  return count > 0 ? `array<${typeName(format)}, ${count}>` : `array<${typeName(format)}>`;
}

function vectorWidth(type: WgslType): KernelBinding['vectorWidth'] {
  const width = type.isArray && /^array<vec([234])/.exec(typeName(type))?.[1];
  return width === '2' ? 2 : width === '3' ? 3 : width === '4' ? 4 : undefined;
}

const overridePattern = /\boverride\s+(\w+)\s*(?::\s*(\w+)\s*)?(?:=\s*([^;]+?)\s*)?;/g;

/** Overrides are read from the text: wgsl_reflect keeps neither the default's text nor hex floats. */
function readOverrides(file: string, code: string, lineAt: (index: number) => number): Record<string, KernelOverride> {
  const overrides: Record<string, KernelOverride> = {};
  for (const match of code.matchAll(overridePattern)) {
    const [, name = '', type, value] = match;
    if (type !== 'u32' && type !== 'i32' && type !== 'f32' && type !== 'bool') {
      throw new KernelError(file, lineAt(match.index), `override ${name} needs a type: u32, i32, f32 or bool`);
    }
    overrides[name] = value === undefined ? { type } : { type, default: literal(value) };
  }
  return overrides;
}

function literal(text: string): number | boolean | 'derived' {
  if (text === 'true' || text === 'false') return text === 'true';
  const value = /^-?(0x[\da-fA-F]+|\d+)[iu]?$|^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?f?$/.test(text)
    ? Number(text.startsWith('-0x') || text.startsWith('0x') ? text.replace(/[iu]$/, '') : text.replace(/[iuf]$/, ''))
    : Number.NaN;
  return Number.isNaN(value) ? 'derived' : value;
}

/**
 * Reflects one kernel file. `code` in the result is the source as given.
 * @throws {KernelError} on a syntax error, more or fewer than one entry point, a group other than 0, a binding that is
 * no buffer or that the kernel never uses, a workgroup size that is not three numbers, or more than the default limits
 * of WebGPU allow.
 */
export function reflectKernel(file: string, code: string): KernelModule {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.wgsl$/, '');
  const bare = stripComments(code);
  const lineAt = (index: number) => bare.slice(0, index).split('\n').length;
  const lineOf = (pattern: RegExp) => lineAt(Math.max(0, bare.search(pattern)));
  const fail = (line: number, message: string): never => {
    throw new KernelError(file, line, message);
  };
  const reflection = parse(file, bare);

  const entries = [...reflection.entry.compute, ...reflection.entry.vertex, ...reflection.entry.fragment];
  const [entry] = entries;
  if (!entry || entries.length !== 1 || reflection.entry.compute.length !== 1) {
    const found = entries.map((e) => e.name).join(', ') || 'none';
    throw new KernelError(file, entries[1]?.startLine ?? 1, `one @compute entry point is needed, found ${found}`);
  }

  const overrides = readOverrides(file, bare, lineAt);

  const sizePattern = /@workgroup_size\s*\(([^)]*)\)/;
  const sizes = (sizePattern.exec(bare)?.[1] ?? '').split(',').map((size) => size.trim());
  const sizeLine = lineOf(/@workgroup_size/);
  const workgroupSize = sizes.map((size): number | string => {
    if (/^\d+$/.test(size)) return Number(size);
    if (overrides[size]) return size;
    const constant = new RegExp(`\\bconst\\s+${size}\\b[^=;]*=\\s*(\\d+)[iu]?\\s*;`).exec(bare)?.[1];
    return constant === undefined
      ? fail(sizeLine, `workgroup size "${size}" is neither a number, a const with a number, nor an override`)
      : Number(constant);
  });
  const [x, y, z] = workgroupSize;
  if (x === undefined || y === undefined || z === undefined || workgroupSize.length !== 3) {
    // wgsl_reflect's interpreter reads `@workgroup_size(64)` as 6 by 4.
    return fail(sizeLine, 'write all three numbers of @workgroup_size(x, y, z)');
  }

  const invocations = workgroupSize.reduce<number>(
    (product, size) => product * (typeof size === 'number' ? size : 1),
    1,
  );
  if (invocations > 256)
    return fail(sizeLine, `${invocations} invocations per workgroup, but WebGPU promises only 256`);

  const bindings: Record<string, KernelBinding> = {};
  const used = new Map<number, string>();
  for (const match of bare.matchAll(/@group\s*\(/g)) {
    const declaration = bare.slice(match.index, bare.indexOf(';', match.index));
    const line = lineAt(match.index);
    const variable = /\bvar\b\s*(?:<[^>]*>)?\s*(\w+)/.exec(declaration)?.[1] ?? '?';
    const info = [...reflection.storage, ...reflection.uniforms].find((resource) => resource.name === variable);
    if (!info) return fail(line, `binding ${variable} is no storage or uniform buffer`);
    if (info.group !== 0) return fail(line, `binding ${variable} is in group ${info.group}; only group 0 is used`);
    const other = used.get(info.binding);
    if (other) return fail(line, `binding ${variable} has the number ${info.binding} of ${other}`);
    if ((bare.match(new RegExp(`\\b${variable}\\b`, 'g')) ?? []).length < 2) {
      return fail(line, `binding ${variable} is never used; an automatic layout would leave it out`);
    }
    used.set(info.binding, variable);
    const access = /<\s*uniform/.test(declaration) ? 'uniform' : info.access === 'read_write' ? 'read_write' : 'read';
    const width = vectorWidth(info.type);
    bindings[variable] = {
      binding: info.binding,
      group: 0,
      access,
      type: typeName(info.type),
      ...(width && { vectorWidth: width }),
    };
  }
  if (entry.name !== 'main') return fail(lineOf(/@compute/), `the entry point is ${entry.name}; call it main`);
  const numbers = [...used.keys()].sort((a, b) => a - b);
  if (numbers.some((binding, i) => binding !== i)) return fail(1, `bindings [${numbers}] are not numbered 0, 1, 2, …`);
  const storage = Object.values(bindings).filter(({ access }) => access !== 'uniform').length;
  if (storage > 8) return fail(1, `${storage} storage buffers, but WebGPU promises only 8`);
  return { name, code, entryPoint: entry.name, bindings, overrides, workgroupSize: [x, y, z] };
}

function literalType(value: unknown): string {
  if (Array.isArray(value)) return `readonly [${value.map(literalType).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(([name, member]) => `readonly ${name}: ${literalType(member)}`);
    return `{ ${members.join('; ')} }`;
  }
  return typeof value === 'string' ? `'${value}'` : String(value);
}

/** The text of `NAME.d.wgsl.ts`: the literal type that `import kernel from './NAME.wgsl'` has. */
export function kernelDeclaration({ name, entryPoint, bindings, overrides, workgroupSize }: KernelModule): string {
  const members = (record: object) =>
    Object.entries(record)
      .map(([member, value]) => `    readonly ${member}: ${literalType(value)};\n`)
      .join('');
  return `// Generated from ${name}.wgsl by \`npm run shaders\`; do not edit.
declare const kernel: {
  readonly name: '${name}';
  readonly code: string;
  readonly entryPoint: '${entryPoint}';
  readonly bindings: {
${members(bindings)}  };
  readonly overrides: {
${members(overrides)}  };
  readonly workgroupSize: ${literalType(workgroupSize)};
};
export default kernel;
`;
}
