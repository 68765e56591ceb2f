// Saving and resuming on the CPU executor.

import { describeResume } from './resume-promises.ts';

describeResume('cpu');
