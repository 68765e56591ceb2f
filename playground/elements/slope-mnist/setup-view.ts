// Steps 1 to 4 on screen: seed and backend, the download, the prepared pixels, the model and its parameters.

import { html, nothing, svg, type TemplateResult } from 'lit';
import type { BackendInfo, Summary } from '../../../engine/index.ts';
import type { Backends } from '../../base/backends.ts';
import { stepSection, type View } from '../../base/view.ts';
import { variables } from '../../controls/variables.ts';
import type { DecodedImage, MnistData, PixelStatistics } from './data.ts';
import type { ImageSet } from './definition.ts';
import type { MnistMessages } from './messages.en.ts';

type MnistView = View<MnistMessages>;

const WALL = 36;

export interface InitOptions {
  readonly seedField: unknown;
  readonly backendControl: unknown;
  /** What this browser can compute on, once that is known. */
  readonly backends: Backends | undefined;
  /** What the run computes on, once there is one. */
  readonly inUse: BackendInfo | undefined;
  /** What a run would compute on. */
  readonly chosen: 'webgpu' | 'cpu' | undefined;
  /** Why the CPU is used although nobody asked for it. */
  readonly reason: string | undefined;
}

export function initStep({ t, shared }: MnistView, options: InitOptions): TemplateResult {
  const { seedField, backendControl, backends, inUse, chosen, reason } = options;
  const executor = inUse?.executor ?? chosen;
  const name = executor && shared.backend.name[executor];
  const gpu =
    executor === 'webgpu' ? (backends?.webgpu ?? { available: true, adapter: '', isSoftware: false }) : undefined;
  const adapter = inUse?.adapter ?? gpu?.adapter ?? '';
  const isSoftware = gpu !== undefined && (inUse?.isSoftware ?? gpu.isSoftware);
  return stepSection(
    'init',
    1,
    t.steps.init,
    html`<div class="pair narrow-first">${seedField}${backendControl}</div>
      <dl class="facts">
        <dt>${t.init.backend}</dt><dd data-backend>${name ? (gpu && !gpu.available ? shared.backend.missing(name) : name) : shared.backend.detecting}</dd>
        ${adapter ? html`<dt>${t.init.adapter}</dt><dd>${adapter}${isSoftware ? html` <em>(${shared.backend.softwareShort})</em>` : nothing}</dd>` : nothing}
      </dl>
      ${reason ? html`<p class="hint">${reason}</p>` : nothing}`,
  );
}

export interface RetrieveOptions {
  readonly data: MnistData;
  readonly set: ImageSet;
  readonly setControl: unknown;
  readonly imagesControl: unknown;
  /** What stopped the download, as a sentence. */
  readonly failure: string | undefined;
  readonly retry: () => void;
  /** Undefined while nothing could be started. */
  readonly offer: Offer | undefined;
}

/** What is here, what is wanted, and what the present run learns from; undefined where there is no run. */
export interface Offer {
  readonly available: number;
  readonly wanted: number;
  readonly used: number | undefined;
  readonly startNow: () => void;
  readonly startOver: () => void;
}

/** Says it where play waits for the rest, or where the network learns from fewer images than are here. */
function offerOf({ t, f }: MnistView, { available, wanted, used, startNow, startOver }: Offer): unknown {
  const words = t.retrieve;
  const offer = (sentence: string, label: string, run: () => void): TemplateResult =>
    html`<div class="offer"><p class="small-text">${sentence}</p>
      <button type="button" class="small" @click=${run}>${label}</button></div>`;
  if (used === undefined && available > 0 && available < wanted) {
    return offer(words.waiting(f.integer(available)), words.startNow(f.integer(available)), startNow);
  }
  if (used !== undefined && used < wanted && available >= wanted) {
    return offer(words.trainedOnPart(f.integer(used), f.integer(wanted)), words.startOver, startOver);
  }
  return nothing;
}

export function retrieveStep(view: MnistView, options: RetrieveOptions): TemplateResult {
  const { t, f } = view;
  const { data, imagesControl, failure, retry, offer } = options;
  const { loadedBytes, totalBytes } = data.progress;
  const share = totalBytes ? loadedBytes / totalBytes : 0;
  const words = t.retrieve;
  const bytes = words.bytes(f.bytes(loadedBytes), f.bytes(totalBytes));
  const train = data.available;
  const test = data.testSplit?.available ?? 0;
  const { side } = data.facts;
  return stepSection(
    'retrieve',
    2,
    t.steps.retrieve,
    html`<p class="small-text soft">${words.about[options.set]}</p>
      ${options.setControl}
      <div class="download">
        <div class="progress ${data.complete ? 'done' : ''}" role="progressbar" aria-label=${words.progressLabel}
          aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(share * 100)} aria-valuetext=${bytes}>
          <span ${variables({ '--share': share })}></span>
        </div>
        <p class="small-text number" data-download>${data.complete ? words.done(f.bytes(totalBytes)) : bytes}</p>
      </div>
      ${
        failure
          ? html`<div class="notice error" role="alert"><p>${failure}</p>
              <div class="notice-actions"><button type="button" class="small" data-retry @click=${retry}>${t.data.retry}</button></div></div>`
          : nothing
      }
      <table class="shapes">
        <thead><tr><td></td><th scope="col" class="numeric">${words.images10k}</th><th scope="col" class="numeric">${words.shape}</th></tr></thead>
        <tbody>
          <tr><th scope="row">${words.training}</th><td class="numeric" data-train-count>${f.integer(train)}</td><td class="numeric"><code>(${f.integer(train)}, ${side}, ${side})</code></td></tr>
          <tr><th scope="row">${words.test}</th><td class="numeric">${f.integer(test)}</td><td class="numeric"><code>(${f.integer(test)}, ${side}, ${side})</code></td></tr>
        </tbody>
      </table>
      ${imagesControl} ${offer ? offerOf(view, offer) : nothing}`,
  );
}

export function prepareStep(
  view: MnistView,
  data: MnistData,
  wall: readonly DecodedImage[],
  names: readonly string[],
): TemplateResult {
  const { t, palette } = view;
  const labels = wall.map(({ label }) => names[label] ?? label).join(' ');
  return stepSection(
    'prepare',
    3,
    t.steps.prepare,
    html`<figure>
        <h4 class="label">${t.prepare.wall}</h4>
        <div class="wall" role="img" aria-label=${wall.length ? t.prepare.wallText(labels) : t.prepare.wall}>
          ${Array.from({ length: WALL }, (_, index) => {
            const digit = wall[index];
            return digit
              ? html`<div><slope-pixels .picture=${{ values: digit.pixels, scale: 'ink', palette }}></slope-pixels><span>${names[digit.label] ?? digit.label}</span></div>`
              : html`<div><div class="blank"></div><span>&nbsp;</span></div>`;
          })}
        </div>
      </figure>
      ${histogram(view, data.statistics, data.facts.range)}
      <p class="hint">${t.prepare.note}</p>`,
  );
}

/** The digits of the wall, decoded once. */
export function wallDigits(data: MnistData): DecodedImage[] {
  const digits: DecodedImage[] = [];
  for (let index = 0; index < WALL; index++) {
    const digit = data.trainImage(index);
    if (digit) digits.push(digit);
  }
  return digits;
}

/** One set of bars over two rulers: what division by 255 changes, and what it leaves alone. */
function histogram({ t, f }: MnistView, statistics: PixelStatistics | undefined, range: number): TemplateResult {
  const words = t.prepare;
  const width = 320;
  const height = 84;
  const counts = statistics?.counts ?? [];
  const top = Math.log10(Math.max(10, ...counts)) + 0.3;
  const floor = 3;
  const slot = width / 16;
  const bars = counts.map((count, level) => {
    const tall = Math.max(0, ((Math.log10(Math.max(1, count)) - floor) / (top - floor)) * height);
    return svg`<rect class="histogram-bar" x=${level * slot + 1} y=${height - tall} width=${slot - 2} height=${tall}></rect>`;
  });
  const ruler = (ticks: readonly number[], format: (tick: number) => string): TemplateResult =>
    html`<div class="ruler" aria-hidden="true">${ticks.map((tick) => html`<span>${format(tick)}</span>`)}</div>`;
  const row = (name: string, scale: number, digits: number): TemplateResult => html`<tr>
    <th scope="row">${name}</th>
    <td class="numeric">${f.integer(0)}</td>
    <td class="numeric">${f.integer(range * scale)}</td>
    <td class="numeric">${statistics ? f.decimal(statistics.mean * scale, digits) : '–'}</td>
    <td class="numeric">${statistics ? f.decimal(statistics.standardDeviation * scale, digits) : '–'}</td>
  </tr>`;
  return html`<figure class="histogram">
    <h4 class="label">${words.histogram}</h4>
    <svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label=${words.histogramText}>${bars}</svg>
    ${ruler([0, 0.2, 0.4, 0.6, 0.8, 1], (tick) => f.significant(tick * range))}
    <p class="ruler-name">${words.before}</p>
    ${ruler([0, 0.2, 0.4, 0.6, 0.8, 1], f.significant)}
    <p class="ruler-name">${words.after(f.integer(range))}</p>
    <table>
      <thead><tr><td></td>
        ${[words.min, words.max, words.mean, words.std].map((name) => html`<th scope="col" class="numeric">${name}</th>`)}</tr></thead>
      <tbody>${row(words.before, 1, 1)}${row(words.after(f.integer(range)), 1 / range, 3)}</tbody>
    </table>
  </figure>`;
}

export interface BuildOptions {
  readonly networkControl: unknown;
  readonly layersField: unknown;
  readonly activationControl: unknown;
  readonly activationName: string;
  readonly units: readonly number[];
  readonly pixels: number;
  /** The layers of a network that is more than rows of neurons. */
  readonly summary: Summary | undefined;
  readonly parameterCount: number;
}

export function buildStep({ t, f }: MnistView, options: BuildOptions): TemplateResult {
  const { networkControl, layersField, activationControl, activationName, units, pixels, summary, parameterCount } =
    options;
  const words = t.build;
  const sizes = [pixels, ...units, 10];
  const dense = sizes.slice(1).map((outputs, index) => {
    const inputs = sizes[index] ?? 0;
    const last = index === sizes.length - 2;
    const count = f.integer(inputs * outputs + outputs);
    return html`<tr>
      <th scope="row">${last ? words.output : words.hidden(activationName)}</th>
      <td class="numeric"><code>(batch, ${outputs})</code></td>
      <td class="numeric" title=${words.why(f.integer(inputs), f.integer(outputs), count)}>${count}</td>
    </tr>`;
  });
  const rows =
    summary?.rows.map(
      ({ type, outputShape, parameterCount: count }) => html`<tr><th scope="row">${words.kinds[type] ?? type}</th>
        <td class="numeric"><code>(${outputShape.map((size) => size ?? 'batch').join(', ')})</code></td><td class="numeric">${f.integer(count)}</td></tr>`,
    ) ?? dense;
  return stepSection(
    'build',
    4,
    t.steps.build,
    html`${networkControl}<div class="fields">${layersField}${activationControl}</div>
      <table class="summary">
        <caption class="visually-hidden">${words.caption}</caption>
        <thead><tr><th scope="col">${words.layer}</th><th scope="col" class="numeric">${words.shape}</th><th scope="col" class="numeric">${words.parameters}</th></tr></thead>
        <tbody>
          ${
            summary
              ? nothing
              : html`<tr><th scope="row">${words.input}</th><td class="numeric"><code>(batch, ${pixels})</code></td><td class="numeric">0</td></tr>`
          }
          ${rows}
        </tbody>
        <tfoot><tr><th scope="row" colspan="2">${words.total}</th><td class="numeric" data-parameters>${f.integer(parameterCount)}</td></tr></tfoot>
      </table>`,
  );
}
