// Registers `<slope-linear-regression>`.

import { SlopeLinearRegression } from './slope-linear-regression.ts';

if (!customElements.get('slope-linear-regression')) {
  customElements.define('slope-linear-regression', SlopeLinearRegression);
}
