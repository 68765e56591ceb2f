// The activation functions and their derivatives as MathML.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const sigmoid: TemplateResult = html`<math display="block">
  <mrow>
    <mi mathvariant="normal" data-term="s">σ</mi><mo>(</mo><mi mathvariant="normal" data-term="z">z</mi><mo>)</mo><mo>=</mo>
    <mfrac><mn>1</mn><mrow><mn>1</mn><mo>+</mo><msup>${mi('e')}<mrow><mo>−</mo>${mi('z')}</mrow></msup></mrow></mfrac>
  </mrow>
</math>
<math display="block">
  <mrow>
    <mi mathvariant="normal" data-term="s">σ</mi><mo>′</mo><mo>=</mo><mi mathvariant="normal" data-term="s">σ</mi><mo>(</mo><mn>1</mn><mo>−</mo><mi mathvariant="normal" data-term="s">σ</mi><mo>)</mo>
  </mrow>
</math>`;

export const tanh: TemplateResult = html`<math display="block">
  <mrow>
    <mi mathvariant="normal" class="upright" data-term="t">tanh</mi><mo>(</mo><mi mathvariant="normal" data-term="z">z</mi><mo>)</mo>
    <mo>=</mo><mn>2</mn><mspace width="0.1em"></mspace><mi mathvariant="normal" data-term="s">σ</mi><mo>(</mo><mn>2</mn>${mi('z')}<mo>)</mo><mo>−</mo><mn>1</mn>
  </mrow>
</math>
<math display="block">
  <mrow>
    <mi mathvariant="normal" class="upright" data-term="t">tanh</mi><mo>′</mo><mo>=</mo><mn>1</mn><mo>−</mo><msup><mi mathvariant="normal" class="upright" data-term="t">tanh</mi><mn>2</mn></msup>
  </mrow>
</math>`;

export const relu: TemplateResult = html`<math display="block">
  <mrow>
    <mi mathvariant="normal" class="upright" data-term="r">relu</mi><mo>(</mo><mi mathvariant="normal" data-term="z">z</mi><mo>)</mo>
    <mo>=</mo><mi mathvariant="normal" class="upright">max</mi><mo>(</mo><mn>0</mn><mo>,</mo>${mi('z')}<mo>)</mo>
  </mrow>
</math>`;
