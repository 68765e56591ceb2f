// Metrics on the GPU.

import { describeMetrics } from './metrics-promises.ts';

describeMetrics('webgpu');
