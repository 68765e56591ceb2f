// Gaps of the flat buffers, on the CPU executor.

import { createCpuExecutor } from '../../engine/cpu/executor.ts';
import { describePadding } from './padding-promises.ts';

describePadding(async () => createCpuExecutor());
