// The chain rule through two layers as MathML. `data-term` ties a symbol to its line in the legend below the formula.

import { html, mathml, type TemplateResult } from 'lit';
import { mi } from '../math.ts';

const delta = (index?: string): TemplateResult<3> =>
  index
    ? mathml`<msub data-term="d"><mi mathvariant="normal">δ</mi><mi mathvariant="normal">${index}</mi></msub>`
    : mathml`<mi mathvariant="normal" data-term="d">δ</mi>`;
const partial = (of: TemplateResult<3>): TemplateResult<3> =>
  mathml`<mfrac data-term="g"><mrow><mo>∂</mo>${mi('L')}</mrow><mrow><mo>∂</mo>${of}</mrow></mfrac>`;
const weight = (name: string, index: string): TemplateResult<3> =>
  mathml`<msub data-term="v"><mi mathvariant="normal">${name}</mi><mi mathvariant="normal">${index}</mi></msub>`;

export const atOutput: TemplateResult = html`<math display="block">
  <mrow>
    ${delta()}<mo>=</mo><mi mathvariant="normal" data-term="p">p</mi><mo>−</mo><mi mathvariant="normal" data-term="y">y</mi>
    <mo>,</mo><mspace width="1em"></mspace>
    ${partial(weight('v', 'j'))}<mo>=</mo>${delta()}<mspace width="0.15em"></mspace><msub data-term="a"><mi mathvariant="normal">a</mi><mi mathvariant="normal">j</mi></msub>
  </mrow>
</math>`;

export const atHidden: TemplateResult = html`<math display="block">
  <mrow>
    ${delta('j')}<mo>=</mo>${weight('v', 'j')}<mspace width="0.15em"></mspace>${delta()}<mspace width="0.15em"></mspace>
    <msup data-term="f"><mi mathvariant="normal">f</mi><mo>′</mo></msup><mo>(</mo><msub data-term="z"><mi mathvariant="normal">z</mi><mi mathvariant="normal">j</mi></msub><mo>)</mo>
    <mo>,</mo><mspace width="1em"></mspace>
    ${partial(weight('w', 'ij'))}<mo>=</mo>${delta('j')}<mspace width="0.15em"></mspace><msub data-term="x"><mi mathvariant="normal">x</mi><mi mathvariant="normal">i</mi></msub>
  </mrow>
</math>`;
