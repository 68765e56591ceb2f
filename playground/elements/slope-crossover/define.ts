// Registers `<slope-crossover>`.

import { SlopeCrossover } from './slope-crossover.ts';

if (!customElements.get('slope-crossover')) customElements.define('slope-crossover', SlopeCrossover);
