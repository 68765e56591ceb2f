// Step 6 on screen: the verdict in words, the confusion matrix, the surest mistakes, the weights of the first layer.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { stepSection, type View } from '../../base/view.ts';
import { confusionMatrix } from '../../charts/confusion-matrix.ts';
import { probabilityBars } from '../../charts/probability-bars.ts';
import { segmented } from '../../controls/fields.ts';
import type { Evaluation, Reading } from './evaluation.ts';
import type { MnistMessages } from './messages.en.ts';

export interface EvaluationState {
  readonly display: 'counts' | 'shares';
  readonly list: 'mistakes' | 'doubts';
  /** A cell of the matrix whose mistakes are shown; undefined for all. */
  readonly cell: { readonly truth: number; readonly read: number } | undefined;
  /** How many mistakes are on screen. */
  readonly shown: number;
  /** Index of the chosen test image. */
  readonly chosen: number | undefined;
}

export const GALLERY_PAGE = 24;
export const initialEvaluationState: EvaluationState = {
  display: 'counts',
  list: 'mistakes',
  cell: undefined,
  shown: GALLERY_PAGE,
  chosen: undefined,
};

export interface EvaluateOptions {
  readonly classNames: readonly string[];
  /** As short as a cell of the matrix. */
  readonly shortNames: readonly string[];
  readonly evaluation: Evaluation | undefined;
  readonly state: EvaluationState;
  readonly change: (patch: Partial<EvaluationState>) => void;
  /** Pixels of a test image. */
  readonly image: (index: number) => Float32Array;
  /** One image per neuron of the first layer. */
  readonly neurons: readonly Float32Array[];
  /** Without hidden layers the first layer is the last: each of its neurons stands for a class. */
  readonly neuronsAreClasses: boolean;
}

export function evaluateStep(view: View<MnistMessages>, options: EvaluateOptions): TemplateResult {
  const { t } = view;
  const { evaluation } = options;
  return stepSection(
    'evaluate',
    6,
    t.steps.evaluate,
    evaluation
      ? html`${verdict(view, evaluation)}
          <div class="evaluation">${matrix(view, options, evaluation)}${gallery(view, options, evaluation)}</div>
          ${neuronWall(view, options)}`
      : html`<p class="soft placeholder">${t.evaluate.before}</p>`,
  );
}

function verdict({ t, f }: View<MnistMessages>, { wrong, total, accuracy, step }: Evaluation): TemplateResult {
  const words = t.evaluate.verdict(f.integer(wrong), f.integer(total), f.percent(accuracy, 2));
  const when = step === 0 ? t.evaluate.untrained(f.percent(0.9, 0)) : t.evaluate.after(f.integer(step));
  return html`<p class="verdict"><strong data-verdict data-step=${step}>${words.wrong}</strong>
    <span class="soft">${words.accuracy}, ${when}</span></p>`;
}

function matrix({ t, f }: View<MnistMessages>, options: EvaluateOptions, evaluation: Evaluation): TemplateResult {
  const { classNames, shortNames, state, change } = options;
  const words = t.evaluate;
  const full = (short: string): string => classNames[shortNames.indexOf(short)] ?? short;
  return html`<div class="matrix">
    ${confusionMatrix({
      classNames: shortNames,
      counts: evaluation.confusion,
      normalised: state.display === 'shares',
      caption: words.matrixCaption,
      truthLabel: words.shown,
      readLabel: words.read,
      cellText: (truth, read, count, total) => words.cell(full(truth), full(read), f.integer(count), f.integer(total)),
      // No thousands separator: four digits are as wide as a cell of a telephone allows.
      formatCount: String,
      formatShare: (share) => f.decimal(share * 100, share < 0.0995 ? 1 : 0),
      selected: state.cell,
      select: (truth, read) => {
        const same = state.cell?.truth === truth && state.cell.read === read;
        change({ list: 'mistakes', cell: same ? undefined : { truth, read }, shown: GALLERY_PAGE, chosen: undefined });
      },
    })}
    ${segmented({
      id: 'matrix-display',
      label: words.display,
      options: [
        { value: 'counts', name: words.counts },
        { value: 'shares', name: words.shares },
      ],
      value: state.display,
      changed: (display) => change({ display: display === 'shares' ? 'shares' : 'counts' }),
    })}
  </div>`;
}

function gallery(view: View<MnistMessages>, options: EvaluateOptions, evaluation: Evaluation): TemplateResult {
  const { t, f, palette } = view;
  const { classNames, shortNames, state, change, image } = options;
  const words = t.evaluate;
  const { cell } = state;
  const doubting = state.list === 'doubts';
  const mistakes = cell
    ? evaluation.mistakes.filter(({ truth, read }) => truth === cell.truth && read === cell.read)
    : evaluation.mistakes;
  const all = doubting ? evaluation.doubts : mistakes;
  const shown = all.slice(0, state.shown);
  const name = (label: number): string => classNames[label] ?? String(label);
  const short = (label: number): string => shortNames[label] ?? String(label);
  const thumbnail = ({ index, truth, read, confidence }: Reading): TemplateResult => {
    const text = words.mistake(name(truth), name(read), f.percent(confidence, 0));
    return html`<li><button type="button" class="thumbnail" aria-label="${name(truth)} → ${name(read)}: ${text}" title=${text}
      aria-pressed=${state.chosen === index} @click=${() => change({ chosen: state.chosen === index ? undefined : index })}>
      <slope-pixels .picture=${{ values: image(index), scale: 'ink', palette }}></slope-pixels>
      <span class="caption"><b>${short(truth)}</b> <span class="arrow">→</span> <b class=${truth === read ? 'right' : 'wrong'}>${short(read)}</b></span>
    </button></li>`;
  };
  return html`<div class="gallery">
    ${segmented({
      id: 'gallery-list',
      label: words.list,
      options: [
        { value: 'mistakes', name: words.listMistakes },
        { value: 'doubts', name: words.listDoubts },
      ],
      value: state.list,
      changed: (list) =>
        change({ list: list === 'doubts' ? 'doubts' : 'mistakes', shown: GALLERY_PAGE, chosen: undefined }),
    })}
    ${doubting ? html`<p class="hint">${words.doubtsAbout}</p>` : nothing}
    <div class="gallery-head">
      <h4>${doubting ? words.doubts : cell ? words.mistakesOf(name(cell.truth), name(cell.read)) : words.mistakes}</h4>
      ${cell && !doubting ? html`<button type="button" class="quiet small" @click=${() => change({ cell: undefined, chosen: undefined })}>${words.allMistakes}</button>` : nothing}
    </div>
    ${
      shown.length
        ? html`<ul class="thumbnails">${repeat(shown, ({ index }) => index, thumbnail)}</ul>`
        : html`<p class="soft">${words.noMistakes}</p>`
    }
    ${
      all.length > shown.length
        ? html`<button type="button" class="small" @click=${() => change({ shown: state.shown + GALLERY_PAGE })}>${words.more(f.integer(Math.min(GALLERY_PAGE, all.length - shown.length)))}</button>`
        : nothing
    }
    ${detail(view, options, evaluation)}
  </div>`;
}

function detail(view: View<MnistMessages>, options: EvaluateOptions, evaluation: Evaluation): TemplateResult {
  const { t, f, palette } = view;
  const { classNames, state, image } = options;
  const index = state.chosen;
  const list = state.list === 'doubts' ? evaluation.doubts : evaluation.mistakes;
  const reading = list.find((candidate) => candidate.index === index);
  if (index === undefined || !reading) return html`<p class="hint">${t.evaluate.pick}</p>`;
  const classes = classNames.length;
  return html`<div class="detail" aria-live="polite">
    <figure>
      <slope-pixels .picture=${{ values: image(index), scale: 'ink', palette }}></slope-pixels>
      <figcaption class="small-text soft">${t.evaluate.detail(f.integer(index))}</figcaption>
    </figure>
    ${probabilityBars({
      label: t.draw.probabilities,
      classNames,
      probabilities: evaluation.probabilities.subarray(index * classes, (index + 1) * classes),
      format: (share) => f.percent(share, 1),
      truth: reading.truth,
      truthLabel: t.evaluate.truth,
    })}
  </div>`;
}

function neuronWall(
  { t, f, palette }: View<MnistMessages>,
  { neurons, neuronsAreClasses, classNames }: EvaluateOptions,
): TemplateResult | typeof nothing {
  if (neurons.length === 0) return nothing;
  const words = t.evaluate;
  return html`<details class="neurons">
    <summary>${words.templates}</summary>
    <p class="hint">${words.templatesAbout}</p>
    <div class="neuron-wall ${neurons.length <= 10 ? 'few' : ''}" role="img" aria-label=${words.templatesText(f.integer(neurons.length))}>
      ${neurons.map(
        (values, index) => html`<div><slope-pixels .picture=${{ values, scale: 'diverging', palette }}></slope-pixels>
          ${neuronsAreClasses ? html`<span>${classNames[index]}</span>` : nothing}</div>`,
      )}
    </div>
  </details>`;
}
