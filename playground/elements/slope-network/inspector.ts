// One neuron with its numbers: the formula that it computes, and a field for each weight and the bias.

import { html, nothing, type TemplateResult } from 'lit';
import { textField } from '../../controls/fields.ts';
import type { NumberFormats } from '../../formats/numbers.ts';
import type { NetworkMessages } from './messages.en.ts';

export interface NeuronInputs {
  readonly name: string;
  readonly activation: string;
  readonly outputs: number;
  readonly inputs: readonly { readonly name: string; readonly weight: number }[];
  readonly bias: number;
}

export interface InspectorOptions {
  readonly neuron: NeuronInputs | undefined;
  /** Texts left in fields that are no numbers, by input; -1 is the bias. */
  readonly refused: ReadonlyMap<number, string>;
  readonly change: (input: number, text: string) => void;
  readonly close: () => void;
}

const functions: Readonly<Record<string, string>> = { relu: 'relu', tanh: 'tanh', sigmoid: 'σ', softmax: '' };

export function inspector(
  words: NetworkMessages['inspector'],
  f: NumberFormats,
  { neuron, refused, change, close }: InspectorOptions,
): TemplateResult {
  if (!neuron) return html`<p class="hint">${words.choose}</p>`;
  const field = (input: number, label: string, value: number): TemplateResult => {
    const text = refused.get(input);
    return textField({
      id: `weight-${input}`,
      label,
      value: text ?? f.decimal(value, 3),
      inputMode: 'decimal',
      error: text === undefined ? undefined : words.notANumber(text),
      changed: (typed, done) => done && change(input, typed),
    });
  };
  return html`<div class="inspector" role="group" aria-label=${words.title(neuron.name)}>
    <div class="inspector-head"><h4>${words.title(neuron.name)}</h4>
      <button type="button" class="quiet small" @click=${close}>${words.close}</button></div>
    ${formula(words, f, neuron)}
    <div class="weights">
      ${neuron.inputs.map(({ name, weight }, input) => field(input, words.weight(name), weight))}
      ${field(-1, words.bias, neuron.bias)}
    </div>
    <p class="hint">${words.hint}</p>
  </div>`;
}

/** "a₁ = tanh(0.53 x₁ − 1.20 x₂ + 0.10)", the numbers in the colours of the lines. */
function formula(words: NetworkMessages['inspector'], f: NumberFormats, neuron: NeuronInputs): TemplateResult {
  const { name, activation, inputs, bias } = neuron;
  const outer = functions[activation] ?? '';
  const term = (value: number, symbol: string, first: boolean): TemplateResult => {
    const sign = value < 0 ? '− ' : first ? '' : '+ ';
    return html`<span class="term">${sign}<span class=${value < 0 ? 'negative' : 'positive'}>${f.decimal(Math.abs(value), 2)}</span>${symbol ? html` <i>${symbol}</i>` : nothing}</span> `;
  };
  const sum = [
    ...inputs.map(({ weight, name: input }, index) => term(weight, input, index === 0)),
    term(bias, '', false),
  ];
  return html`<p class="formula-line"><i>${name}</i> = ${activation === 'softmax' ? `${words.softmax} ` : nothing}${outer}${outer ? '(' : nothing}${sum}${outer ? ')' : nothing}</p>`;
}
