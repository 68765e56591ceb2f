// The network with the numbers of a stage: what flows forward, what flows back, and on every line its weight or gradient.

import { html, svg, type TemplateResult } from 'lit';
import type { NumberFormats } from '../../formats/numbers.ts';
import type { Pass } from './passes.ts';

/** 0 example, 1 hidden, 2 output, 3 loss, 4 back to the output, 5 back to the hidden layer, 6 update. */
export type Stage = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export const STAGES = 7;

/** On a phone the drawing is narrower instead of smaller: its numbers must stay readable. */
const layouts = {
  wide: { width: 640, columns: [70, 320, 560] },
  narrow: { width: 390, columns: [38, 200, 345] },
} as const;
const height = 360;

const sub = (index: number): string => '₁₂₃₄'[index] ?? '';

export function drawing(
  pass: Pass,
  stage: Stage,
  f: NumberFormats,
  label: string,
  layout: keyof typeof layouts,
): TemplateResult {
  const { width, columns } = layouts[layout];
  const count = pass.hidden.length;
  const yOfInput = (i: number): number => (i === 0 ? 105 : 255);
  const yOfHidden = (j: number): number => (count === 1 ? 180 : 50 + (j * 260) / (count - 1));
  const updated = stage === 6;
  const numbers = updated ? pass.after : pass.before;
  const short = (value: number): string => f.decimal(Object.is(value, -0) || Math.abs(value) < 0.005 ? 0 : value, 2);

  const line = (
    from: readonly [number, number],
    to: readonly [number, number],
    weight: number,
    gradient: number,
    layer: 1 | 2,
    at: number,
  ): TemplateResult<2> => {
    const forward = stage === layer;
    const backward = (layer === 2 && stage === 4) || (layer === 1 && stage === 5);
    const seen = (layer === 2 && stage === 5) || backward;
    const state = forward ? 'active' : backward ? 'active back' : updated ? 'active' : '';
    const x = from[0] + (to[0] - from[0]) * at;
    const y = from[1] + (to[1] - from[1]) * at;
    return svg`<g class="edge ${state} ${weight < 0 ? 'negative' : 'positive'}">
      <path d="M${from[0]} ${from[1]}L${to[0]} ${to[1]}" stroke-width=${1 + Math.min(5, Math.abs(weight) * 1.8)}/>
      <text x=${x} y=${y - 3}>${short(weight)}</text>
      ${seen ? svg`<text class="gradient" x=${x} y=${y + 11}>∇ ${short(gradient)}</text>` : ''}
    </g>`;
  };

  const node = (
    x: number,
    y: number,
    name: string,
    value: number | undefined,
    delta: number | undefined,
    on: boolean,
  ): TemplateResult<2> =>
    svg`<g class="node ${on ? 'active' : ''}"><circle cx=${x} cy=${y} r="25"/>
      <text class="name" x=${x} y=${y - 31}>${name}</text>
      <text class="value" x=${x} y=${y + 5}>${value === undefined ? '' : short(value)}</text>
      ${delta === undefined ? '' : svg`<text class="gradient" x=${x} y=${y + 40}>δ ${short(delta)}</text>`}</g>`;

  const edges: TemplateResult<2>[] = [];
  for (let j = 0; j < count; j++) {
    for (let i = 0; i < 2; i++) {
      const k = i * count + j;
      edges.push(
        line(
          [columns[0] + 25, yOfInput(i)],
          [columns[1] - 25, yOfHidden(j)],
          numbers.w1[k] ?? 0,
          pass.gradient.w1[k] ?? 0,
          1,
          i === 0 ? 0.72 : 0.4,
        ),
      );
    }
    edges.push(
      line(
        [columns[1] + 25, yOfHidden(j)],
        [columns[2] - 25, 180],
        numbers.w2[j] ?? 0,
        pass.gradient.w2[j] ?? 0,
        2,
        0.42,
      ),
    );
  }
  const hidden = Array.from({ length: count }, (_, j) =>
    node(
      columns[1],
      yOfHidden(j),
      `a${sub(j)}   b ${short(numbers.b1[j] ?? 0)}`,
      stage >= 1 ? pass.hidden[j] : undefined,
      stage >= 5 && stage < 6 ? pass.gradient.b1[j] : undefined,
      stage === 1 || stage === 5,
    ),
  );
  return html`<svg class="net" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${edges}
    ${[0, 1].map((i) => node(columns[0], yOfInput(i), `x${sub(i)}`, pass.example.x[i], undefined, stage === 0))}
    ${hidden}
    ${node(columns[2], 180, `p   b ${short(numbers.b2[0] ?? 0)}`, stage >= 2 ? pass.answer : undefined, stage >= 4 && stage < 6 ? pass.gradient.b2[0] : undefined, stage === 2 || stage === 4)}
    ${stage >= 3 ? svg`<g class="loss ${stage === 3 ? 'active' : ''}"><text x=${columns[2]} y="262">y = ${pass.example.y}</text><text class="value" x=${columns[2]} y="284">L = ${f.decimal(pass.loss, 3)}</text></g>` : ''}
  </svg>`;
}

/** The same stage as lines of arithmetic with the numbers plugged in. */
export function calculation(pass: Pass, stage: Stage, activation: string, f: NumberFormats): readonly string[] {
  const n = (value: number): string => f.decimal(value, 3);
  const signed = (value: number): string => `${value < 0 ? '−' : '+'} ${n(Math.abs(value))}`;
  const factor = (value: number): string => {
    const text = f.significant(Number(Math.abs(value).toPrecision(3)));
    return value < 0 ? `(−${text})` : text;
  };
  const times = (value: number, other: number, first: boolean): string =>
    `${first ? (value < 0 ? `−${n(-value)}` : n(value)) : signed(value)}·${factor(other)}`;
  const { before, gradient, hidden, example, answer, after, learningRate } = pass;
  const units = Array.from({ length: hidden.length }, (_, j) => j);
  const outer = { tanh: 'tanh', sigmoid: 'σ', relu: 'relu' }[activation] ?? activation;
  const slope = (a: number): string =>
    ({ tanh: `(1 − ${n(a)}²)`, sigmoid: `${n(a)}·(1 − ${n(a)})`, relu: a > 0 ? '1' : '0' })[activation] ?? '';
  switch (stage) {
    case 1:
      return units.map((j) => {
        const [w, v, b] = [before.w1[j] ?? 0, before.w1[hidden.length + j] ?? 0, before.b1[j] ?? 0];
        return `a${sub(j)} = ${outer}(${times(w, example.x[0], true)} ${times(v, example.x[1], false)} ${signed(b)}) = ${n(hidden[j] ?? 0)}`;
      });
    case 2:
      return [
        `p = σ(${units.map((j) => times(before.w2[j] ?? 0, hidden[j] ?? 0, j === 0)).join(' ')} ${signed(before.b2[0] ?? 0)}) = ${n(answer)}`,
      ];
    case 3:
      return [
        example.y === 1
          ? `L = −ln p = −ln ${n(answer)} = ${n(pass.loss)}`
          : `L = −ln (1 − p) = −ln ${n(1 - answer)} = ${n(pass.loss)}`,
      ];
    case 4:
      return [
        `δ = p − y = ${n(answer)} − ${example.y} = ${n(gradient.b2[0] ?? 0)}`,
        ...units.map(
          (j) =>
            `∂L/∂v${sub(j)} = δ·a${sub(j)} = ${n(gradient.b2[0] ?? 0)} · ${n(hidden[j] ?? 0)} = ${n(gradient.w2[j] ?? 0)}`,
        ),
      ];
    case 5:
      return units.flatMap((j) => [
        `δ${sub(j)} = v${sub(j)}·δ·f′ = ${n(before.w2[j] ?? 0)} · ${n(gradient.b2[0] ?? 0)} · ${slope(hidden[j] ?? 0)} = ${n(gradient.b1[j] ?? 0)}`,
        `∂L/∂w = δ${sub(j)}·x = ${n(gradient.w1[j] ?? 0)}, ${n(gradient.w1[hidden.length + j] ?? 0)}`,
      ]);
    case 6:
      return units.map(
        (j) =>
          `v${sub(j)} = ${n(before.w2[j] ?? 0)} − ${f.significant(learningRate)} · ${n(gradient.w2[j] ?? 0)} = ${n(after.w2[j] ?? 0)}`,
      );
    default:
      return [];
  }
}
