// A tensor as a picture: its numbers where they are few, a box of sheets where they are many.

import { html, nothing, svg, type TemplateResult } from 'lit';
import { variables } from '../../controls/variables.ts';
import type { Shape } from './operate.ts';

/** As NumPy writes it: (60000, 28, 28), (512,). */
export const shapeText = (shape: Shape): string => (shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`);

const SHEETS = 5;
/** Sizes from 1 to 60,000 in one picture: edges grow with the logarithm, so that ten can be told from a hundred. */
const edge = (size: number): number => 6 + 15 * Math.log10(size + 1);

/** Rows down, columns across, everything before them as sheets behind. */
export function box(shape: Shape): TemplateResult {
  const [rows = 1, columns = 1] = shape.length === 1 ? [shape[0], 1] : shape.slice(-2);
  const before = shape.slice(0, -2).reduce((a, b) => a * b, 1);
  const sheets = Math.min(SHEETS, before);
  const [width, height] = [edge(columns), edge(rows)];
  const shift = before > 1 ? 2 + 2.2 * Math.log10(before) : 0;
  const all = shift * (sheets - 1);
  return html`<svg class="box" viewBox="-1 -1 92 92" aria-hidden="true" focusable="false">
    <g transform="translate(${(90 - width - all) / 2} ${(90 - height - all) / 2})">
      ${Array.from({ length: sheets }, (_, i) => {
        const back = shift * (sheets - 1 - i);
        return svg`<rect x=${back} y=${all - back} width=${width} height=${height}></rect>`;
      })}
    </g>
  </svg>`;
}

export interface GridOptions {
  readonly shape: Shape;
  readonly values: readonly number[];
  /** Elements to mark. */
  readonly marked: ReadonlySet<number>;
  /** How far along its origin each element stood, 0 to 1: its shade. */
  readonly shade: (index: number) => number;
  readonly label: string;
  /** Result elements can be asked where they come from. */
  readonly choose?: {
    readonly chosen: number;
    readonly name: (index: number) => string;
    readonly run: (index: number) => void;
  };
}

/** A matrix of numbers per sheet; a vector is one row. */
export function grid({ shape, values, marked, shade, label, choose }: GridOptions): TemplateResult {
  const columns = shape.at(-1) ?? 1;
  const rows = shape.length > 1 ? (shape.at(-2) ?? 1) : 1;
  const sheets = values.length / (rows * columns);
  const cell = (index: number): TemplateResult => {
    const text = String(values[index] ?? '');
    const paint = variables({ '--shade': shade(index) });
    const kind = `cell ${marked.has(index) ? 'marked' : ''}`;
    if (!choose) return html`<span class=${kind} ${paint}>${text}</span>`;
    return html`<button type="button" class=${kind} ${paint} aria-label=${choose.name(index)} aria-pressed=${choose.chosen === index}
      @pointerenter=${() => choose.run(index)} @focus=${() => choose.run(index)} @click=${() => choose.run(index)}>${text}</button>`;
  };
  return html`<div class="sheets" role=${choose ? 'group' : 'img'} aria-label=${label}>
    ${Array.from(
      { length: sheets },
      (_, sheet) => html`<div class="sheet" ${variables({ '--columns': columns })}>
        ${Array.from({ length: rows * columns }, (_, i) => cell(sheet * rows * columns + i))}</div>`,
    )}
    ${values.length === 0 ? nothing : ''}
  </div>`;
}
