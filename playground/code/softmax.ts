// Softmax with a temperature, argmax and cross-entropy, as a program.

import type { CodeLanguage } from './classification.ts';

export interface SoftmaxProgram {
  readonly scores: readonly number[];
  readonly temperature: number;
  readonly truth: number;
}

export function softmaxCode(language: CodeLanguage, { scores, temperature, truth }: SoftmaxProgram): string {
  const list = scores.join(', ');
  switch (language) {
    case 'keras':
      return `import keras
import numpy as np

scores = np.array([[${list}]], "float32")
p = keras.ops.softmax(scores / ${temperature})
print(np.round(p, 3), "argmax:", int(np.argmax(p)))
print("loss:", float(keras.losses.sparse_categorical_crossentropy([${truth}], p)[0]))
`;
    case 'pytorch':
      return `import torch
from torch.nn import functional as F

scores = torch.tensor([[${list}]], dtype=torch.float32)
p = F.softmax(scores / ${temperature}, dim=1)
print(p, "argmax:", p.argmax().item())
print("loss:", F.cross_entropy(scores / ${temperature}, torch.tensor([${truth}])).item())
`;
    case 'slope':
      return `import { activation, sequential } from 'slope';

const softmax = sequential([activation('softmax')], { inputShape: [10] });
const scores = [${list}];
const p = await softmax.predict(Float32Array.from(scores, (score) => score / ${temperature}));
console.log(p, 'argmax:', p.indexOf(Math.max(...p)));
console.log('loss:', -Math.log(p[${truth}]));
`;
    default:
      return language satisfies never;
  }
}
