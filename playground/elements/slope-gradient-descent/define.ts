// Registers `<slope-gradient-descent>`.

import { SlopeGradientDescent } from './slope-gradient-descent.ts';

if (!customElements.get('slope-gradient-descent')) {
  customElements.define('slope-gradient-descent', SlopeGradientDescent);
}
