// `<slope-shapes>`: the shapes on an image's way through a network; and operations on shapes of one's own, with their errors.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { ShapeError } from '../../../engine/index.ts';
import { JourneyExperiment } from '../../base/journey-experiment.ts';
import type { KeyOf } from '../../base/settings.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { textField } from '../../controls/fields.ts';
import { parseShape, type ShapesSettings, shapesDefinition } from './definition.ts';
import { box, grid, shapeText } from './drawing.ts';
import type { ShapesMessages } from './messages.en.ts';
import { numbersOf, placeOf, resultShape, road, type Shape, sizeOf, sources, type Worked, work } from './operate.ts';
import { shapesStyles } from './styles.ts';

/**
 * @element slope-shapes
 * @attr preset - `reshape` (default), `reshape-error`, `transpose`, `matmul`, `matmul-error`, `broadcast`, `broadcast-error`, `layer`
 * @attr operation - `reshape`, `transpose`, `matmul`, `add`
 * @attr a - a shape, `2,6`
 * @attr b - the wanted shape, or the second tensor's
 * @attr station - where the image stands on its road, 1 to 7
 * @attr without-presets, without-road, without-try - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - The image went on by one station.
 * @fires slope-complete - It has arrived.
 */
export class SlopeShapes extends JourneyExperiment<ShapesSettings, ShapesMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, shapesStyles];

  static override get definition(): typeof shapesDefinition {
    return shapesDefinition;
  }

  protected override readonly stationMs = 900;
  @state() private worked: Worked | undefined;
  @state() private chosen = 0;
  readonly #road = road();
  #asked = 0;

  get #a(): Shape {
    return parseShape(this.values.a) ?? [1];
  }

  get #b(): Shape {
    return parseShape(this.values.b, true) ?? [1];
  }

  protected override settingsChanged(changed: readonly KeyOf<ShapesSettings>[]): void {
    if (changed.some((key) => key !== 'station')) void this.#work();
    if (this.runState !== 'loading') return;
    this.runState = 'ready';
    this.emit('ready');
  }

  async #work(): Promise<void> {
    const asked = ++this.#asked;
    const result = resultShape(this.values.operation, this.#a, this.#b);
    const worked =
      result instanceof ShapeError ? undefined : await work(this.values.operation, this.#a, this.#b, result);
    if (asked !== this.#asked) return;
    this.worked = worked;
    const moved = this.values.operation === 'reshape' || this.values.operation === 'transpose';
    this.chosen = moved && worked ? Math.floor(worked.result.length * 0.6) : 0;
  }

  // ---- The road

  protected override startAgain(): void {
    if (this.values.station >= this.#road.length) this.change({ station: 1 }, 'replace');
  }

  protected override travel(): boolean {
    const station = Math.min(this.#road.length, this.values.station + 1);
    this.change({ station }, 'replace');
    this.emit('step', { station });
    return station === this.#road.length;
  }

  protected override goHome(): void {
    this.#goTo(1);
  }

  #goTo(station: number): void {
    this.pause();
    this.change({ station }, 'replace');
  }

  async toCode(language: CodeLanguage): Promise<string> {
    const { shapesCode } = await import('../../code/shapes.ts');
    return shapesCode(language, { operation: this.values.operation, a: this.#a, b: this.#b });
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`${
        this.without('road')
          ? nothing
          : html`<div class="run-row">${this.renderButtons({
              words: { play: t.play },
              more: t.play,
              steps: [{ label: t.step, run: () => this.step() }],
            })}</div>`
      }`,
      html`${this.without('road') ? nothing : this.#renderRoad()} ${this.without('try') ? nothing : this.#renderTry()}`,
    );
  }

  #renderRoad(): TemplateResult {
    const { t } = this;
    const { station } = this.values;
    return stepSection(
      'road',
      undefined,
      t.roadTitle,
      html`<ol class="stations">${this.#road.map((shape, i) => {
        const { name = '' } = t.stations[i] ?? {};
        return html`<li class=${i + 1 < station ? 'past' : ''}><button type="button" aria-current=${i + 1 === station ? 'step' : nothing}
          aria-label=${t.stationLabel(String(i + 1), name, shapeText(shape))} @click=${() => this.#goTo(i + 1)}>
          ${box(shape)}<code data-shape=${i + 1}>${shapeText(shape)}</code><span class="name">${name}</span></button></li>`;
      })}</ol>
      <p class="where" role="status" data-where=${station}>${t.stations[station - 1]?.about}</p>`,
    );
  }

  #field(key: 'a' | 'b'): TemplateResult {
    const { t, values } = this;
    const refused = this.refused.get(key);
    const words = key === 'b' && values.operation === 'reshape' ? t.wanted : (t.settings[key] ?? { label: key });
    return textField({
      id: `setting-${key}`,
      label: words.label,
      hint: words.hint,
      value: refused ?? values[key],
      error: refused === undefined ? undefined : t.shapeError(refused),
      changed: (text, done) => {
        if (done || parseShape(text, key === 'b')) this.changeText(key, text);
      },
    });
  }

  #renderTry(): TemplateResult {
    const { t, values } = this;
    const { operation } = values;
    const [a, b] = [this.#a, this.#b];
    const result = resultShape(operation, a, b);
    const twoTensors = operation === 'matmul' || operation === 'add';
    return stepSection(
      'try',
      undefined,
      t.tryTitle,
      html`<div class="knobs">${this.control('operation')} ${this.#field('a')} ${operation === 'transpose' ? nothing : this.#field('b')}</div>
        ${
          result instanceof ShapeError
            ? this.#renderFailure(result, a, b)
            : html`<div class="equation">
                  ${this.#tensor(t.a, a, this.worked?.a, 'a')}
                  ${twoTensors ? html`<span class="sign" aria-hidden="true">${operation === 'add' ? '+' : '·'}</span>${this.#tensor(t.b, b, this.worked?.b, 'b')}` : nothing}
                  <span class="sign" aria-hidden="true">${twoTensors ? '=' : '→'}</span>
                  ${this.#tensor(t.result, result, this.worked?.result, 'result')}
                </div>
                <p class="said" aria-live="polite" data-said>${this.#said(result)}</p>`
        }`,
    );
  }

  #renderFailure(error: ShapeError, a: Shape, b: Shape): TemplateResult {
    const { t, formats: f, values } = this;
    const { operation } = values;
    const why: Readonly<Record<typeof operation, () => string>> = {
      reshape: () => t.why.reshape(f.integer(sizeOf(a)), f.integer(Math.abs(sizeOf(b)))),
      transpose: () => '',
      matmul: () => t.why.matmul(f.integer(a.at(-1) ?? 1), f.integer(b.at(b.length > 1 ? -2 : -1) ?? 1)),
      add: () => t.why.add(shapeText(a), shapeText(b)),
    };
    return html`<div class="equation">
        ${this.#tensor(t.a, a, numbersOf(a), 'a')} ${this.#tensor(operation === 'reshape' ? t.wanted.label : t.b, b, operation === 'reshape' ? undefined : numbersOf(b), 'b')}
      </div>
      <div class="failure" role="alert"><p>${t.engineSays}</p><code data-error>${error.name}: ${error.message}</code><p>${why[operation]()}</p></div>`;
  }

  /** Which elements the chosen one of the result is made of. */
  #made(result: Shape): ReturnType<typeof sources> {
    return sources(this.values.operation, this.chosen, this.#a, this.#b, result);
  }

  #tensor(
    name: string,
    shape: Shape,
    values: readonly number[] | undefined,
    role: 'a' | 'b' | 'result',
  ): TemplateResult {
    const { t, formats: f } = this;
    const { operation } = this.values;
    const text = shapeText(shape);
    const result = resultShape(operation, this.#a, this.#b);
    const failed = result instanceof ShapeError;
    const made = failed ? { a: [], b: [] } : this.#made(result);
    const marked = new Set(failed ? [] : role === 'result' ? [this.chosen] : made[role === 'a' ? 'a' : 'b']);
    const many = Math.max(1, (values?.length ?? 1) - 1);
    const moved = operation === 'reshape' || operation === 'transpose';
    // A number keeps its shade wherever it goes.
    const shade = (index: number): number =>
      role === 'result' && moved ? (values?.[index] ?? 0) / many : role === 'b' || !moved ? 0 : index / many;
    return html`<figure class="tensor" data-role=${role}>
      ${
        values && values.length === sizeOf(shape)
          ? grid({
              shape,
              values,
              marked,
              shade,
              label: t.tensor(name, text),
              ...(role === 'result' && {
                choose: {
                  chosen: this.chosen,
                  name: (index) => t.element(shapeText(placeOf(index, shape)), String(values[index] ?? '')),
                  run: (index) => {
                    this.chosen = index;
                  },
                },
              }),
            })
          : box(shape)
      }
      <figcaption><b>${name}</b> <code data-shape=${role}>${text}</code><br>${t.numbers(f.integer(sizeOf(shape)))}</figcaption>
    </figure>`;
  }

  #said(result: Shape): string {
    const { t, worked, values, formats: f } = this;
    const { operation } = values;
    const rule = t.rule[operation](f.integer(operation === 'matmul' ? (this.#a.at(-1) ?? 1) : sizeOf(result)));
    if (!worked) return `${rule} ${t.many}`;
    const made = this.#made(result);
    const value = String(worked.result[this.chosen] ?? '');
    if (operation === 'reshape' || operation === 'transpose') {
      return `${rule} ${t.from[operation](value, shapeText(placeOf(made.a[0] ?? 0, this.#a)))}`;
    }
    const terms = made.a.map((from, k) => {
      const [left, right] = [worked.a[from] ?? 0, worked.b?.[made.b[k] ?? 0] ?? 0];
      return operation === 'add' ? `${left} + ${right}` : `${left}·${right}`;
    });
    return `${rule} ${t.from[operation](value, terms.join(' + '))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-shapes': SlopeShapes;
  }
}
