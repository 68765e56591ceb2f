// The neuron as a drawing: inputs, weighted edges, sum, activation, output; what has been reached by the flow is in colour.

import { html, svg, type TemplateResult } from 'lit';
import type { PartNames } from './messages.en.ts';

export interface DiagramOptions {
  readonly parts: PartNames;
  readonly label: string;
  readonly inputs: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  readonly sum: number;
  readonly output: number;
  /** 0 inputs … 4 output: how far the numbers have come. */
  readonly stage: number;
  readonly format: (value: number) => string;
  /** The activation between t = -4 and 4, as heights from 0 to 1. */
  readonly shape: (t: number) => number;
}

const WIDTH = 440;
const SUM = { x: 226, y: 138 };
const ACTIVATION = { x: 322, y: 138 };
const OUTPUT = { x: 408, y: 138 };
const INPUT_X = 44;

export function neuronDiagram(options: DiagramOptions): TemplateResult {
  const { parts, label, inputs, weights, bias, sum, output, stage, format, shape } = options;
  const y = (i: number): number => 138 + (i - (inputs.length - 1) / 2) * 76;
  const height = Math.max(y(inputs.length - 1) + 48, SUM.y + 76);
  const at = (from: number): string => (stage >= from ? 'reached' : 'ahead');
  const width = (weight: number): number => 1 + Math.min(7, Math.abs(weight) * 1.4);
  const edges = inputs.map((value, i) => {
    const weight = weights[i] ?? 0;
    const [mx, my] = [INPUT_X + 0.5 * (SUM.x - INPUT_X), y(i) + 0.5 * (SUM.y - y(i))];
    return svg`<line class="edge ${weight < 0 ? 'negative' : 'positive'} ${at(1)}" x1=${INPUT_X + 24} y1=${y(i)} x2=${SUM.x - 24} y2=${SUM.y}
        stroke-width=${width(weight)}></line>
      <text class="on-edge ${at(1)}" x=${mx} y=${my + 4}>${stage >= 1 ? `× ${format(weight)} = ${format(value * weight)}` : `× ${format(weight)}`}</text>`;
  });
  const points = Array.from({ length: 33 }, (_, i) => {
    const t = -4 + i / 4;
    return `${ACTIVATION.x - 16 + i},${ACTIVATION.y + 13 - 26 * shape(t)}`;
  });
  return html`<svg class="diagram" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${label}>
    ${edges}
    ${inputs.map(
      (value, i) => svg`<circle class="node ${at(0)}" cx=${INPUT_X} cy=${y(i)} r="24"></circle>
        <text class="value" x=${INPUT_X} y=${y(i) + 5}>${format(value)}</text>
        <text class="sign" x=${INPUT_X - 32} y=${y(i) - 16}>x<tspan class="index" dy="4">${i + 1}</tspan></text>`,
    )}
    <line class="edge ${bias < 0 ? 'negative' : 'positive'} ${at(2)}" x1=${SUM.x} y1="52" x2=${SUM.x} y2=${SUM.y - 24} stroke-width="2"></line>
    <text class="value ${at(2)}" x=${SUM.x} y="44">b = ${format(bias)}</text>
    <line class="wire ${at(3)}" x1=${SUM.x + 24} y1=${SUM.y} x2=${ACTIVATION.x - 24} y2=${ACTIVATION.y}></line>
    <line class="wire ${at(4)}" x1=${ACTIVATION.x + 24} y1=${SUM.y} x2=${OUTPUT.x - 28} y2=${OUTPUT.y}></line>
    <circle class="node ${at(2)}" cx=${SUM.x} cy=${SUM.y} r="24"></circle>
    <text class="value big" x=${SUM.x} y=${SUM.y + 6}>${stage >= 2 ? format(sum) : 'Σ'}</text>
    <rect class="node ${at(3)}" x=${ACTIVATION.x - 24} y=${ACTIVATION.y - 24} width="48" height="48" rx="6"></rect>
    <polyline class="shape ${at(3)}" points=${points.join(' ')}></polyline>
    <circle class="node ${at(4)} ${stage >= 4 ? 'result' : ''}" cx=${OUTPUT.x} cy=${OUTPUT.y} r="28"></circle>
    <text class="value big" x=${OUTPUT.x} y=${OUTPUT.y + 6}>${stage >= 4 ? format(output) : 'ŷ'}</text>
    <g class="names">
      <text x=${INPUT_X - 32} y=${y(inputs.length - 1) + 42} class="start">${parts.input}</text>
      <text x=${SUM.x - 92} y="18">${parts.weight}</text>
      <text x=${SUM.x + 10} y="62" class="start">${parts.bias}</text>
      <text x=${SUM.x} y=${SUM.y + 44}>${parts.sum}</text>
      <text x=${ACTIVATION.x} y=${ACTIVATION.y + 64}>${parts.activation}</text>
      <text x=${WIDTH - 2} y=${OUTPUT.y - 40} class="end">${parts.output}</text>
    </g>
  </svg>`;
}
