// One round of the loop as MathML: what the model says, what it costs, and the step.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const round: TemplateResult = html`<math display="block"><mtable columnalign="right center left" rowspacing="0.6em">
  <mtr><mtd><mover>${mi('Y')}<mo>^</mo></mover></mtd><mtd><mo>=</mo></mtd><mtd><msub>${mi('f', 'f')}${mi('Θ', 'theta')}</msub><mo>(</mo>${mi('X', 'x')}<mo>)</mo></mtd></mtr>
  <mtr><mtd>${mi('J', 'j')}</mtd><mtd><mo>=</mo></mtd><mtd><mtext>loss</mtext><mo>(</mo><mover>${mi('Y')}<mo>^</mo></mover><mo>,</mo>${mi('Y', 'x')}<mo>)</mo></mtd></mtr>
  <mtr><mtd>${mi('Θ', 'theta')}</mtd><mtd><mo>←</mo></mtd><mtd>${mi('Θ', 'theta')}<mo>−</mo>${mi('η', 'eta')}<mo>·</mo><msub><mo>∇</mo>${mi('Θ')}</msub>${mi('J', 'j')}</mtd></mtr>
</mtable></math>`;
