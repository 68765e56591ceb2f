// One operation on shapes, as a program: what fails here fails there.

import type { CodeLanguage } from './classification.ts';

export interface ShapesProgram {
  readonly operation: 'reshape' | 'transpose' | 'matmul' | 'add';
  readonly a: readonly number[];
  readonly b: readonly number[];
}

const tuple = (shape: readonly number[]): string => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`);

export function shapesCode(language: CodeLanguage, { operation, a, b }: ShapesProgram): string {
  const two = operation === 'matmul' || operation === 'add';
  switch (language) {
    case 'keras': {
      const line = {
        reshape: `keras.ops.reshape(a, ${tuple(b)})`,
        transpose: 'keras.ops.transpose(a)',
        matmul: 'keras.ops.matmul(a, b)',
        add: 'a + b',
      }[operation];
      return `import keras

a = keras.ops.reshape(keras.ops.arange(${a.reduce((x, y) => x * y, 1)}), ${tuple(a)})
${two ? `b = keras.ops.ones(${tuple(b)}, dtype=a.dtype)\n` : ''}result = ${line}
print(result.shape)
`;
    }
    case 'pytorch': {
      const line = {
        reshape: `a.reshape(${b.join(', ')})`,
        transpose: `a.permute(${a.map((_, i) => a.length - 1 - i).join(', ')})`,
        matmul: 'a @ b',
        add: 'a + b',
      }[operation];
      return `import torch

a = torch.arange(${a.reduce((x, y) => x * y, 1)}.0).reshape(${a.join(', ')})
${two ? `b = torch.ones(${b.join(', ')})\n` : ''}result = ${line}
print(tuple(result.shape))
`;
    }
    case 'slope': {
      const line = {
        reshape: `reshape(a, [${b.join(', ')}])`,
        transpose: 'transpose(a)',
        matmul: 'matmul(a, b)',
        add: 'add(a, b)',
      }[operation];
      return `import { broadcastTo, ${operation}, tensor } from 'slope';

const a = tensor(Float32Array.from({ length: ${a.reduce((x, y) => x * y, 1)} }, (_, i) => i), [${a.join(', ')}]);
${two ? `const b = broadcastTo(tensor(1), [${b.join(', ')}]);\n` : ''}const result = ${line};
console.log(result.shape, await result.data());
`.replace(two ? '' : 'broadcastTo, ', '');
    }
    default:
      return language satisfies never;
  }
}
