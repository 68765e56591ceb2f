// Registers `<slope-polynomial-regression>`.

import { SlopePolynomialRegression } from './slope-polynomial-regression.ts';

if (!customElements.get('slope-polynomial-regression')) {
  customElements.define('slope-polynomial-regression', SlopePolynomialRegression);
}
