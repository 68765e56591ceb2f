// The base of every experiment: its run state and events, the keys and buttons that drive it, notices, and rest while nobody sees it.
// What runs, and how it is drawn, belongs to the experiment.

import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { select } from '../controls/fields.ts';
import { type TransportOptions, transport } from '../controls/transport.ts';
import { ConfiguredElement } from './configured-element.ts';
import type { ExperimentMessages } from './definition.ts';
import { runKey } from './keys.ts';
import { type Notice, noticeList } from './notices.ts';
import { PaletteController } from './palette.ts';
import type { RefusedValue, SettingsSchema, Values } from './settings.ts';
import type { View } from './view.ts';
import { type Sight, VisibilityController } from './visibility.ts';

export type RunState = 'loading' | 'ready' | 'running' | 'paused' | 'complete' | 'diverged' | 'failed';

/** What a lesson says of its buttons: its steps, its words for them, and what the base cannot know. */
export type ButtonOptions = Partial<Omit<TransportOptions, 'words'>> &
  Pick<TransportOptions, 'steps'> & { readonly words?: Partial<TransportOptions['words']> };

/**
 * @fires slope-ready - The figure is drawn and can be started.
 * @fires slope-change - The visitor changed a setting; detail `{ changed, state }`. Not sent for changes by script.
 * @fires slope-settings - Settings changed, by anybody; does not bubble. What is shown beside the figure follows it.
 * @fires slope-error - Something went wrong; detail `{ type, message }`.
 * @cssstate running - While the experiment runs.
 */
export abstract class Experiment<S extends SettingsSchema, M extends ExperimentMessages> extends ConfiguredElement<
  S,
  M
> {
  @state() private currentRunState: RunState = 'loading';
  @state() protected notices: readonly Notice[] = [];

  protected readonly colors = new PaletteController(this);
  protected readonly visibility = new VisibilityController(this, (sight) => this.sightChanged(sight));

  readonly #internals = this.attachInternals();
  #frame = 0;

  constructor() {
    super();
    this.addEventListener('keydown', this.#keyPressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  // ---- What an experiment provides

  /** Starts or continues. */
  abstract play(): void;
  abstract pause(): void;
  /** One unit of this lesson, or `count` of them. */
  abstract step(count?: number): void;
  /** Back to the same initial state. */
  abstract reset(): void;
  // ---- State, events, notices

  #pausedUnseen = false;

  /** Pauses what nobody sees, and goes on when it is seen again. */
  protected sightChanged(sight: Sight): void {
    if (sight !== 'seen') {
      if (this.runState !== 'running') return;
      this.pause();
      this.#pausedUnseen = true;
    } else if (this.#pausedUnseen) {
      this.#pausedUnseen = false;
      if (this.runState === 'paused') this.play();
    }
  }

  get runState(): RunState {
    return this.currentRunState;
  }

  protected set runState(value: RunState) {
    if (value === this.currentRunState) return;
    // Safari before 17.4 has no states: styling by `:state()` is then missing, nothing else.
    this.#internals.states?.delete(this.currentRunState);
    this.currentRunState = value;
    this.#internals.states?.add(value);
  }

  protected notify(notice: Notice): void {
    this.notices = [...this.notices.filter(({ id }) => id !== notice.id), notice];
  }

  protected dismiss(...ids: readonly string[]): void {
    if (this.notices.some(({ id }) => ids.includes(id))) {
      this.notices = this.notices.filter(({ id }) => !ids.includes(id));
    }
  }

  /** Says what went wrong, by default as a run that ended; the run state is the experiment's own affair. */
  protected report(
    error: unknown,
    type = 'training',
    text: (message: string) => string = (message) => this.shared.notices.failed(message),
  ): void {
    const message = error instanceof Error ? error.message : String(error);
    this.notify({ id: 'failed', kind: 'error', text: () => text(message) });
    this.emit('error', { type, message });
  }

  /** Data did not arrive; the button tries again. */
  protected reportLoading(error: unknown, text: (message: string) => string, retry: () => void): void {
    const message = error instanceof Error ? error.message : String(error);
    this.notify({
      id: 'loading',
      kind: 'error',
      text: () => text(message),
      actions: [{ label: () => this.shared.notices.retry, run: retry }],
    });
    this.emit('error', { type: 'network', message });
  }

  protected override settingRefused({ key, text }: RefusedValue): void {
    this.notify({
      id: `refused-${key}`,
      kind: 'warning',
      text: () =>
        this.shared.notices.refusedSetting(this.t.settings[key]?.label ?? key, text, String(this.values[key]) || '–'),
    });
  }

  protected renderNotices(): TemplateResult | typeof nothing {
    return this.notices.length
      ? noticeList(this.notices, this.shared.notices.dismiss, (id) => this.dismiss(id))
      : nothing;
  }

  /** The choice of situations, what to expect of the chosen one, and the way back to it. */
  protected renderPresets(): TemplateResult | typeof nothing {
    if (this.without('presets')) return nothing;
    const { t, shared } = this;
    const count = Object.keys(this.store.differences).length;
    return html`<div class="presets">
      ${select({
        id: 'preset',
        label: shared.situation,
        options: Object.keys(this.definition.presets).map((name) => ({
          value: name,
          name: t.presets[name]?.name ?? name,
        })),
        value: this.preset,
        changed: (name) => this.choosePreset(name),
      })}
      <p class="about small-text soft">${t.presets[this.preset]?.about}</p>
      ${
        count
          ? html`<p class="changed small-text"><span>${shared.changed(count, this.formats)}</span>
              <button type="button" class="quiet small" @click=${() => this.choosePreset(this.preset)}>${shared.restore}</button></p>`
          : nothing
      }
    </div>`;
  }

  /** What parts in files of their own need to draw themselves. */
  protected get view(): View<M> {
    return { t: this.t, shared: this.shared, f: this.formats, palette: this.colors.palette };
  }

  /** The buttons that drive it. */
  protected renderButtons({ words, ...options }: ButtonOptions): TemplateResult {
    return transport({
      state: this.runState,
      ready: this.runState !== 'loading',
      started: false,
      play: () => this.play(),
      pause: () => this.pause(),
      reset: () => this.reset(),
      ...options,
      words: { ...this.shared.transport, ...words },
    });
  }

  /** For experiments that have a seed. */
  protected newSeed(): void {
    this.change({ seed: Math.floor(Math.random() * 1e6) } as unknown as Partial<Values<S>>);
  }

  /**
   * The whole figure: situations, what drives it and notices on top, then its parts, and a caption from the page around it.
   * @param announcement said to those who do not see the figure
   */
  protected renderFigure(controls: unknown, parts: unknown, announcement?: string): TemplateResult {
    const { title } = this.t;
    return html`<div class="experiment" role="group" aria-label=${title} tabindex="-1">
      <h2 class="visually-hidden">${title}</h2>
      <div class="run-bar">${this.renderPresets()} ${controls} ${this.renderNotices()}</div>
      ${parts}
      <slot name="caption"></slot>
      ${announcement === undefined ? nothing : html`<div class="visually-hidden" role="status">${announcement}</div>`}
    </div>`;
  }

  /** Whether a teacher hid this part by an attribute `without-<part>`. */
  protected without(part: string): boolean {
    return this.hasAttribute(`without-${part}`);
  }

  /** A figure with much in it says here how long it rests between pictures of a run. */
  protected readonly restBetweenDrawsMs: number = 0;
  #drawnAt = 0;

  /** Draws again with the next frame: a run reports hundreds of times a second, a screen shows sixty. */
  protected drawSoon(beforeDraw?: () => void): void {
    this.#frame ||= requestAnimationFrame((time) => {
      this.#frame = 0;
      if (time - this.#drawnAt < this.restBetweenDrawsMs) {
        this.drawSoon(beforeDraw);
        return;
      }
      this.#drawnAt = time;
      beforeDraw?.();
      this.requestUpdate();
    });
  }

  /** The figure as it stands, as a PNG with two pixels for each of the page's. */
  async toBlob(): Promise<Blob | null> {
    await this.updateComplete;
    return (await import('./picture.ts')).pictureOf(this);
  }

  // ---- Keys

  readonly #keyPressed = (event: KeyboardEvent): void => {
    switch (runKey(event)) {
      case 'toggle':
        if (this.runState === 'running') this.pause();
        else this.play();
        break;
      case 'step':
        this.step();
        break;
      case 'reset':
        this.reset();
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}
