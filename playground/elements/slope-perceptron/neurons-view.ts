// A nerve cell and the perceptron side by side, drawn here: the parts that correspond light up together.

import { html, svg, type TemplateResult } from 'lit';
import type { NumberFormats } from '../../formats/numbers.ts';
import type { PerceptronMessages } from './messages.en.ts';

export type NeuronPart = keyof PerceptronMessages['neuron']['parts'];
const parts: readonly NeuronPart[] = ['input', 'weight', 'sum', 'fire', 'output'];

export interface NeuronsOptions {
  readonly weights: readonly [number, number, number];
  readonly shown: { readonly x1: number; readonly x2: number } | undefined;
  readonly part: NeuronPart | undefined;
  readonly point: (part: NeuronPart | undefined) => void;
}

export function neurons(
  words: PerceptronMessages['neuron'],
  f: NumberFormats,
  options: NeuronsOptions,
): TemplateResult {
  const { part, point } = options;
  const lit = (name: NeuronPart): string => (part === name ? `part lit ${name}` : `part ${name}`);
  const events = (name: NeuronPart) => ({ enter: () => point(name), leave: () => point(undefined) });
  const group = (name: NeuronPart, content: TemplateResult<2>): TemplateResult<2> => {
    const { enter, leave } = events(name);
    return svg`<g class=${lit(name)} @pointerenter=${enter} @pointerleave=${leave}>${content}</g>`;
  };
  return html`<div class="neurons" role="group" aria-label=${words.alt}>
      <figure><svg viewBox="0 0 320 190" aria-hidden="true">${cell(group)}</svg><figcaption>${words.biological}</figcaption></figure>
      <figure><svg viewBox="0 0 320 190" aria-hidden="true">${machine(group, f, options)}</svg><figcaption>${words.artificial}</figcaption></figure>
    </div>
    <ul class="pairs">
      ${parts.map(
        (name) => html`<li><button type="button" class="pair ${part === name ? 'lit' : ''}"
          @pointerenter=${events(name).enter} @pointerleave=${events(name).leave} @focus=${events(name).enter} @blur=${events(name).leave}>
          <span>${words.parts[name][0]}</span><span aria-hidden="true">↔</span><span>${words.parts[name][1]}</span></button></li>`,
      )}
    </ul>
    <p class="hint">${words.hint}</p>`;
}

type Group = (name: NeuronPart, content: TemplateResult<2>) => TemplateResult<2>;

function cell(group: Group): TemplateResult<2> {
  return svg`
    ${group('output', svg`<path class="line thick" d="M150 96C200 96 215 88 262 92"/><path class="line" d="M262 92c14-2 20-20 34-24M262 92c16 2 18 6 36 4M262 92c14 4 18 22 32 28"/><circle class="blob" cx="298" cy="67" r="4"/><circle class="blob" cx="301" cy="97" r="4"/><circle class="blob" cx="296" cy="121" r="4"/>`)}
    ${group('input', svg`<path class="line" d="M92 82C70 66 60 48 34 40M66 58C58 44 60 34 54 22M92 96C66 96 48 100 22 94M58 98C46 108 40 112 30 122M94 110C76 126 70 140 44 152M72 132C70 146 74 156 66 170"/>`)}
    ${group('weight', svg`<circle class="blob" cx="31" cy="38" r="5"/><circle class="blob" cx="52" cy="19" r="3"/><circle class="blob" cx="18" cy="93" r="4"/><circle class="blob" cx="27" cy="125" r="3"/><circle class="blob" cx="40" cy="154" r="6"/><circle class="blob" cx="65" cy="174" r="3.5"/>`)}
    ${group('sum', svg`<path class="body" d="M92 82C98 62 130 60 142 78C156 90 156 104 144 114C130 132 100 128 94 110C86 104 86 90 92 82z"/><circle class="nucleus" cx="117" cy="95" r="10"/>`)}
    ${group('fire', svg`<path class="hill" d="M146 84C158 88 160 104 146 109z"/>`)}`;
}

function machine(group: Group, f: NumberFormats, { weights, shown }: NeuronsOptions): TemplateResult<2> {
  const [w1, w2, b] = weights;
  const sum = shown && w1 * shown.x1 + w2 * shown.x2 + b;
  const text = (x: number, y: number, content: string, style = ''): TemplateResult<2> =>
    svg`<text class=${style} x=${x} y=${y}>${content}</text>`;
  const value = (label: string, number: number | undefined): string =>
    number === undefined ? label : `${label} = ${f.decimal(number, 1)}`;
  return svg`
    ${group('input', svg`<circle class="ring" cx="24" cy="52" r="5"/><circle class="ring" cx="24" cy="136" r="5"/>${text(8, 40, value('x₁', shown?.x1), 'start')}${text(8, 160, value('x₂', shown?.x2), 'start')}`)}
    ${group('weight', svg`<path class="line w ${w1 < 0 ? 'negative' : 'positive'}" d="M30 54L128 88" stroke-width=${1 + Math.min(5, Math.abs(w1) / 2)}/><path class="line w ${w2 < 0 ? 'negative' : 'positive'}" d="M30 134L128 100" stroke-width=${1 + Math.min(5, Math.abs(w2) / 2)}/>${text(84, 58, `w₁ = ${f.decimal(w1, 1)}`)}${text(84, 140, `w₂ = ${f.decimal(w2, 1)}`)}`)}
    ${group('sum', svg`<circle class="body" cx="152" cy="94" r="25"/>${text(152, 100, 'Σ', 'big')}${text(152, 54, `b = ${f.decimal(b, 1)}`)}${text(152, 140, sum === undefined ? '' : f.decimal(sum, 1), 'strong')}`)}
    ${group('fire', svg`<path class="line" d="M177 94h18"/><rect class="body" x="195" y="74" width="44" height="40" rx="2"/><path class="line thick" d="M202 106h15V82h15"/>`)}
    ${group('output', svg`<path class="line thick" d="M239 94h38"/><circle class="ring" cx="283" cy="94" r="5"/>${text(283, 78, sum === undefined ? 'ŷ' : `ŷ = ${sum > 0 ? 1 : 0}`, 'strong')}`)}`;
}
