// Saving and resuming on the GPU.

import { describeResume } from './resume-promises.ts';

describeResume('webgpu');
