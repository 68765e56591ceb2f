// `<slope-timeline>`: artificial intelligence, machine learning, deep learning as nested sets; their stations open runnable models.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { basePath } from '../../base/assets.ts';
import { JourneyExperiment } from '../../base/journey-experiment.ts';
import { experimentStyles } from '../../base/styles.ts';
import { stepSection } from '../../base/view.ts';
import type { CodeLanguage } from '../../code/classification.ts';
import { variables } from '../../controls/variables.ts';
import { type TimelineSettings, timelineDefinition } from './definition.ts';
import type { TimelineMessages } from './messages.en.ts';
import {
  FIRST_YEAR,
  FRAMEWORKS_AS_OF,
  frameworks,
  LAST_YEAR,
  type SetName,
  type Station,
  stations,
  winters,
} from './stations.ts';
import { timelineStyles } from './styles.ts';

const placeOf = (year: number): number => (year - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR);

/**
 * @element slope-timeline
 * @attr preset - `perceptron` (default), `controversy`, `back-propagation`, `deep`
 * @attr year - 1956 to 2022: the last station until then is shown
 * @attr without-presets, without-frameworks - hide a part
 * @slot - Shown where scripts do not run.
 * @slot caption - A caption under the figure.
 * @fires slope-step - The next station; detail `{ year }`.
 * @fires slope-complete - The last station is reached.
 */
export class SlopeTimeline extends JourneyExperiment<TimelineSettings, TimelineMessages> {
  static override readonly styles: CSSResultGroup = [...experimentStyles, timelineStyles];

  static override get definition(): typeof timelineDefinition {
    return timelineDefinition;
  }

  protected override readonly stationMs = 1800;
  protected override settingsChanged(): void {
    if (this.runState !== 'loading') return;
    this.runState = 'ready';
    this.emit('ready');
  }

  get #station(): Station {
    const { year } = this.values;
    return stations.findLast((station) => station.year <= year) ?? (stations[0] as Station);
  }

  // ---- Through the years

  protected override startAgain(): void {
    if (this.#station === stations.at(-1)) this.change({ year: stations[0]?.year ?? FIRST_YEAR }, 'replace');
  }

  protected override travel(): boolean {
    const next = stations[stations.indexOf(this.#station) + 1];
    if (!next) return true;
    this.change({ year: next.year }, 'replace');
    this.emit('step', { year: next.year });
    return next === stations.at(-1);
  }

  protected override goHome(): void {
    this.change({ year: stations[0]?.year ?? FIRST_YEAR }, 'replace');
  }

  #goTo(station: Station): void {
    this.pause();
    this.runState = 'paused';
    this.change({ year: station.year });
  }

  /** The model of the station; those that run elsewhere are shown as the lecture's network 3-4-2. */
  async toCode(language: CodeLanguage): Promise<string> {
    switch (this.#station.name) {
      case 'k-means':
        return (await import('../../code/k-means.ts')).kMeansCode(language, {
          clusters: 3,
          features: 'petal',
          seed: 6,
        });
      case 'naming':
      case 'perceptron':
        return (await import('../../code/perceptron.ts')).perceptronCode(language, {
          question: 'setosa',
          learningRate: 1,
          epochs: 10,
          seed: 1,
        });
      case 'controversy':
        return (await import('../../code/perceptron.ts')).perceptronCode(language, {
          question: 'xor',
          learningRate: 1,
          epochs: 10,
          seed: 1,
        });
      case 'universal':
        return (await import('../../code/approximation.ts')).approximationCode(language, {
          heights: [-0.1, -0.3, -0.1, 0.5, 0.8, 0.3, -0.5, -0.9, -0.4, 0.5, 0.9, 0.6, 0.1],
          activation: 'tanh',
          units: 12,
          learningRate: 0.03,
          batchSize: 16,
          epochs: 400,
          seed: 1,
        });
      default:
        return (await import('../../code/timing.ts')).timingCode(language, {
          inputs: 784,
          layers: [
            { units: 100, activation: 'relu' },
            { units: 100, activation: 'relu' },
            { units: 10, activation: 'softmax' },
          ],
          loss: 'sparseCategoricalCrossentropy',
          optimizer: 'adam',
          learningRate: 0.001,
          batchSize: 512,
          examples: 2048,
        });
    }
  }

  // ---- Picture

  protected override render(): TemplateResult {
    const { t } = this;
    return this.renderFigure(
      html`<div class="run-row">
          ${this.renderButtons({
            words: { play: t.play, resetHint: t.resetHint },
            more: t.play,
            steps: [{ label: t.next, run: () => this.step() }],
          })}
        </div>
        ${this.#renderAxis()}`,
      html`<div class="stage">
          ${stepSection('sets', undefined, t.setsTitle, this.#renderSet('intelligence', this.#renderSet('learning', this.#renderSet('deep', nothing))))}
          ${this.#renderStation()}
        </div>
        ${this.without('frameworks') ? nothing : html`<div class="lower">${this.#renderFrameworks()}</div>`}`,
    );
  }

  #renderAxis(): TemplateResult {
    const { t } = this;
    const now = this.#station;
    return html`<div>
      <div class="axis" role="img" aria-label=${t.axis}>
        ${winters.map(([from, to]) => html`<span class="winter" ${variables({ '--from': placeOf(from), '--to': placeOf(to) })}></span>`)}
        <span class="line"></span><span class="line gone" ${variables({ '--at': placeOf(now.year) })}></span>
        ${stations.map(
          (station) => html`<span class="dot ${station.year <= now.year ? 'gone' : ''} ${station === now ? 'now' : ''}"
            ${variables({ '--at': placeOf(station.year) })}></span>`,
        )}
        ${[1950, 1970, 1990, 2010].map((year) => html`<span class="tick" ${variables({ '--at': placeOf(year) })}>${year}</span>`)}
      </div>
      <p class="hint">${t.winter}</p>
    </div>`;
  }

  #renderSet(name: SetName, inner: unknown): TemplateResult {
    const { t } = this;
    const now = this.#station;
    const words = t.sets[name];
    return html`<div class="set ${now.set === name ? 'here' : ''}" role="group" aria-label=${words?.name ?? name}>
      <h4 class="set-name">${words?.name}</h4>
      <p class="set-about">${words?.about}</p>
      <div class="chips">
        ${stations
          .filter(({ set }) => set === name)
          .map(
            (
              station,
            ) => html`<button type="button" aria-pressed=${station === now} class=${station.year > now.year ? 'later' : ''}
              @click=${() => this.#goTo(station)}><b>${station.year}</b> ${t.stations[station.name]?.name}</button>`,
          )}
      </div>
      ${inner}
    </div>`;
  }

  #renderStation(): TemplateResult {
    const { t } = this;
    const station = this.#station;
    const words = t.stations[station.name];
    const address = new URL(`${station.page}/${station.query ? `?${station.query}` : ''}`, basePath());
    return stepSection(
      'station',
      undefined,
      t.stationTitle,
      html`<p class="year" data-year>${station.year}</p>
        <p class="name" role="status">${words?.name}</p>
        <p class="story">${words?.text}</p>
        <p><a class="open" data-open href=${address.href}>${t.open(words?.name ?? '')}</a></p>`,
    );
  }

  #renderFrameworks(): TemplateResult {
    const words = this.t.frameworks;
    return stepSection(
      'frameworks',
      undefined,
      words.title,
      html`<div class="scroll"><table data-frameworks>
          <thead><tr><th scope="col">${words.name}</th><th scope="col">${words.since}</th>
            <th scope="col" class="origin">${words.origin}</th><th scope="col">${words.licence}</th><th scope="col">${words.state}</th></tr></thead>
          <tbody>${frameworks.map(
            ({ name, since, origin, licence, until }) => html`<tr class=${until ? 'over' : ''}>
              <th scope="row" translate="no">${name}</th><td>${since}</td><td class="origin" translate="no">${origin}</td>
              <td>${licence}</td><td>${until ? words.until(String(until)) : words.alive}</td></tr>`,
          )}</tbody>
        </table></div>
        <p class="hint">${words.asOf(String(FRAMEWORKS_AS_OF))}</p>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'slope-timeline': SlopeTimeline;
  }
}
