// Registers `<slope-regression>`.

import { SlopeRegression } from './slope-regression.ts';

if (!customElements.get('slope-regression')) customElements.define('slope-regression', SlopeRegression);
