// Gaps of the flat buffers, on the GPU.

import { createWebGpuExecutor } from '../../engine/webgpu/executor.ts';
import { describePadding } from './padding-promises.ts';

describePadding(() => createWebGpuExecutor());
