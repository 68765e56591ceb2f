// Every optimizer and every loss on the GPU, against TensorFlow.js (`trainings.ts` made the goldens).

import { compareWithGoldens } from './trainings-run.ts';

compareWithGoldens('webgpu');
