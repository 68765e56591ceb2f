// A layer of neurons and its parameter count as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

export const neuron: TemplateResult = html`<math display="block">
  <mrow>
    <msub data-term="a"><mi mathvariant="normal">a</mi><mi mathvariant="normal">j</mi></msub>
    <mo>=</mo>
    ${mi('f', 'f')}
    <mo>(</mo>
    <munderover><mo>∑</mo><mrow><mi mathvariant="normal">i</mi><mo>=</mo><mn>1</mn></mrow><mi mathvariant="normal">n</mi></munderover>
    <msub data-term="w"><mi mathvariant="normal">w</mi><mrow><mi mathvariant="normal">i</mi><mi mathvariant="normal">j</mi></mrow></msub>
    <mspace width="0.15em"></mspace>
    <msub data-term="x"><mi mathvariant="normal">x</mi><mi mathvariant="normal">i</mi></msub>
    <mo>+</mo>
    <msub data-term="b"><mi mathvariant="normal">b</mi><mi mathvariant="normal">j</mi></msub>
    <mo>)</mo>
  </mrow>
</math>`;

/** 3·4 + 4 + 4·2 + 2 = 26 */
export const count: TemplateResult = html`<math display="block">
  <mrow>
    <munder><mrow><mn>3</mn><mo>·</mo><mn>4</mn><mo>+</mo><mn>4</mn></mrow><mtext>a</mtext></munder>
    <mo>+</mo>
    <munder><mrow><mn>4</mn><mo>·</mo><mn>2</mn><mo>+</mo><mn>2</mn></mrow><mtext>p</mtext></munder>
    <mo>=</mo>
    <mn>26</mn>
  </mrow>
</math>`;
