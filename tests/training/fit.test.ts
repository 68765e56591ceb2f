// What `fit` promises, on the CPU executor.

import { describeFit } from './fit-promises.ts';

describeFit('cpu');
