// What `fit` promises, on the GPU.

import { describeFit } from './fit-promises.ts';

describeFit('webgpu');
