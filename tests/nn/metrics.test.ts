// Metrics on the CPU executor.

import { describeMetrics } from './metrics-promises.ts';

describeMetrics('cpu');
