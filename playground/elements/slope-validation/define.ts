// Registers `<slope-validation>`.

import { SlopeValidation } from './slope-validation.ts';

if (!customElements.get('slope-validation')) customElements.define('slope-validation', SlopeValidation);
