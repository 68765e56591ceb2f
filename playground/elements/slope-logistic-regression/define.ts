// Registers `<slope-logistic-regression>`.

import { SlopeLogisticRegression } from './slope-logistic-regression.ts';

if (!customElements.get('slope-logistic-regression')) {
  customElements.define('slope-logistic-regression', SlopeLogisticRegression);
}
