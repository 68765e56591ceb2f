// The visitor's own digit on screen: the pad, what the network sees of it, the ten probabilities, the answer in words.

import { html, nothing, type TemplateResult } from 'lit';
import { stepSection, type View } from '../../base/view.ts';
import { argmax, probabilityBars } from '../../charts/probability-bars.ts';
import type { DigitDrawn } from './digit-pad.ts';
import type { Drawing } from './drawing-reader.ts';
import type { MnistMessages } from './messages.en.ts';

/** A softmax never gives all of it: 99.9 % is not shown as 100 %. */
const wholePercent = (share: number): number => Math.floor(share * 100) / 100;

/** Below this the sentence names the second guess too. */
const SURE = 0.8;

export interface DrawOptions {
  readonly classNames: readonly string[];
  readonly drawing: Drawing | undefined;
  readonly trained: boolean;
  readonly drawn: (event: CustomEvent<DigitDrawn>) => void;
  readonly clear: () => void;
  readonly undo: () => void;
  /** Undefined while the test images are not here. */
  readonly sample: (() => void) | undefined;
}

export function drawStep(view: View<MnistMessages>, options: DrawOptions): TemplateResult {
  const { t, f, palette } = view;
  const { classNames, drawing, trained, drawn, clear, undo, sample } = options;
  const words = t.draw;
  const name = (label: number): string => classNames[label] ?? String(label);
  const sure = (share: number): string => f.percent(wholePercent(share), 0);
  return stepSection(
    'draw',
    undefined,
    t.steps.draw,
    html`<p class="small-text soft about">${words.about}</p>
      <div class="drawing">
        <div class="pad">
          <slope-digit-pad .words=${words} .palette=${palette} @digit-drawn=${drawn}></slope-digit-pad>
          <div class="pad-buttons">
            <button type="button" class="small" @click=${clear}>${words.clear}</button>
            <button type="button" class="small" @click=${undo}>${words.undo}</button>
            <button type="button" class="small" ?disabled=${!sample} @click=${sample ?? nothing}>${words.sample}</button>
          </div>
        </div>
        <figure class="seen">
          <figcaption class="label">${words.seen}</figcaption>
          ${
            drawing
              ? html`<slope-pixels class="framed" role="img" aria-label=${words.seenText} .picture=${{ values: drawing.pixels, scale: 'ink', palette }}></slope-pixels>`
              : html`<div class="framed blank-digit"></div>`
          }
          <span class="small-text soft">${words.seenText}</span>
        </figure>
        <div class="answer">
          <p class="reading" role="status" data-reading>${reading()}</p>
          ${probabilityBars({
            label: words.probabilities,
            classNames,
            probabilities: drawing?.probabilities,
            format: (share) => f.percent(share, 1),
            truth: drawing?.truth,
            truthLabel: t.evaluate.truth,
          })}
        </div>
      </div>
      <p class="hint">${words.keys}</p>`,
  );

  function reading(): unknown {
    const probabilities = drawing?.probabilities;
    if (!drawing) return words.empty;
    if (!probabilities) return '…';
    const best = argmax(probabilities);
    const share = probabilities[best] ?? 0;
    const second = argmax(Array.from(probabilities, (value, index) => (index === best ? -1 : value)));
    const said =
      share >= SURE ? words.answer(name(best), sure(share)) : words.unsure(name(best), sure(share), name(second));
    return html`${said}${drawing.truth === undefined ? nothing : html` ${words.truth(name(drawing.truth))}`}${trained ? nothing : html` <span class="soft">${words.untrained}</span>`}`;
  }
}
