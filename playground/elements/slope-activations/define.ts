// Registers `<slope-activations>`.

import { SlopeActivations } from './slope-activations.ts';

if (!customElements.get('slope-activations')) customElements.define('slope-activations', SlopeActivations);
