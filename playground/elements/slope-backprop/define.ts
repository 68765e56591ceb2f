// Registers `<slope-backprop>`.

import { SlopeBackprop } from './slope-backprop.ts';

if (!customElements.get('slope-backprop')) customElements.define('slope-backprop', SlopeBackprop);
