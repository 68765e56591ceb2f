// Registers `<slope-features>`.

import { SlopeFeatures } from './slope-features.ts';

if (!customElements.get('slope-features')) customElements.define('slope-features', SlopeFeatures);
