// Registers `<slope-approximation>`.

import { SlopeApproximation } from './slope-approximation.ts';

if (!customElements.get('slope-approximation')) customElements.define('slope-approximation', SlopeApproximation);
