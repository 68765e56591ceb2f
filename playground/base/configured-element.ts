// A figure's settings and its language: attributes, presets and the page's address say what it shows, the page around it says how.

import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { settingControl } from '../controls/setting.ts';
import { type NumberFormats, numberFormats } from '../formats/numbers.ts';
import { type Locale, localeOf, watchPageLocale } from '../i18n/locale.ts';
import { type SharedMessages, sharedCatalog } from '../i18n/shared.ts';
import { type AddressChange, AddressState } from './address.ts';
import type { ExperimentDefinition, ExperimentMessages } from './definition.ts';
import {
  type KeyOf,
  parseSetting,
  type RefusedValue,
  type SettingsSchema,
  SettingsStore,
  toQuery,
  type Values,
} from './settings.ts';

/** A typed value is used when the field is left, on Enter, or after nothing was typed for this long. */
const TYPING_REST_MS = 800;

/** What `getState` returns and `setState` takes: a preset and what differs from it. */
export type ExperimentState<S extends SettingsSchema> = { preset?: string } & Partial<Values<S>>;

export abstract class ConfiguredElement<S extends SettingsSchema, M extends ExperimentMessages> extends LitElement {
  static get definition(): ExperimentDefinition {
    throw new Error('An experiment names its definition.');
  }

  static override get observedAttributes(): string[] {
    const own = Object.values(this.definition.settings).map(({ attribute }) => attribute);
    return [...super.observedAttributes, ...own, 'preset', 'lang'];
  }

  get definition(): ExperimentDefinition<S, M> {
    return (this.constructor as typeof ConfiguredElement).definition as unknown as ExperimentDefinition<S, M>;
  }

  /** Keeps the settings in the page's address. The site sets it; an embedded figure leaves its host's address alone. */
  @property({ type: Boolean, attribute: 'url-state' }) urlState = false;
  /** `light` or `dark`; without it the figure follows the page's `color-scheme`. */
  @property({ reflect: true, useDefault: true }) theme = 'auto';

  /** Settings whose field holds a text that cannot be used, with that text. */
  @state() protected refused: ReadonlyMap<string, string> = new Map();

  protected store!: SettingsStore<S>;
  protected t!: M;
  protected shared!: SharedMessages;
  protected locale: Locale = 'en';

  #address: AddressState | undefined;
  #stopWatchingLocale: (() => void) | undefined;
  #typing = 0;

  /** Called after settings changed, also at the start for every preset and attribute. */
  protected abstract settingsChanged(changed: readonly KeyOf<S>[]): void;
  /** The page asked for a value that cannot be used. */
  protected abstract settingRefused(refused: RefusedValue): void;

  protected emit(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(`slope-${name}`, { bubbles: true, composed: true, detail }));
  }

  // ---- Settings

  get values(): Readonly<Values<S>> {
    return this.store.values;
  }

  /** The name of the situation that the settings started from. */
  get preset(): string {
    return this.store.preset;
  }

  set preset(name: string) {
    this.#applied(this.store.usePreset(name));
  }

  /** The preset and what differs from it: small, and enough to rebuild what is on screen. */
  getState(): ExperimentState<S> {
    return { preset: this.store.preset, ...this.store.differences };
  }

  /** Takes a preset (by default the present one) and values over it. Unknown names and values are reported, not used. */
  setState(state: ExperimentState<S>): void {
    const before = this.values;
    this.store.usePreset(state.preset ?? this.store.preset);
    for (const key of this.store.keys) {
      const value = state[key];
      if (value === undefined) continue;
      const { refused } = this.store.assignText(key, String(value));
      if (refused) this.settingRefused(refused);
    }
    this.#applied(this.store.keys.filter((key) => this.values[key] !== before[key]));
  }

  /** A change by the visitor: applied at once, told to the page, kept in the address. */
  protected change(patch: Partial<Values<S>>, change: AddressChange = 'push'): void {
    this.#changedByVisitor(this.store.assign(patch), change);
  }

  /** What the visitor typed into a field: used when it can be, otherwise marked and the old value kept. */
  protected changeText(key: KeyOf<S>, text: string): void {
    const { changed, refused } = this.store.assignText(key, text);
    const marks = new Map(this.refused);
    if (refused) marks.set(key, text);
    else marks.delete(key);
    this.refused = marks;
    if (!refused) this.#changedByVisitor(changed, 'push');
  }

  /** Takes a preset as if the visitor had chosen it: for buttons in the text around the figure. */
  tryPreset(name: string): void {
    this.choosePreset(name);
  }

  protected choosePreset(name: string): void {
    this.refused = new Map();
    this.#changedByVisitor(this.store.usePreset(name), 'push');
  }

  /** The control that a setting's kind asks for; `explain` says what is wrong with a text left in its field. */
  protected control(
    key: KeyOf<S>,
    format: (value: number) => string = String,
    explain: (text: string) => string = () => '',
  ): TemplateResult {
    const setting = this.definition.settings[key];
    if (!setting) throw new Error(`There is no setting “${key}”.`);
    const refused = this.refused.get(key);
    return settingControl({
      id: `setting-${key}`,
      setting,
      text: this.t.settings[key] ?? { label: key },
      value: this.values[key],
      format,
      typed: this.formats.typed,
      refused,
      error: refused === undefined ? undefined : explain(refused),
      change: (value, done) => this.change({ [key]: value } as Partial<Values<S>>, done ? 'push' : 'replace'),
      changeText: (text, done) => {
        window.clearTimeout(this.#typing);
        if (done) this.changeText(key, text);
        else if (text.trim() && parseSetting(setting, text) !== undefined) {
          // On the way to "100,64" a field reads "100,6": a network that takes it at once throws the run away for nothing.
          this.#typing = window.setTimeout(() => this.changeText(key, text), TYPING_REST_MS);
        }
      },
    });
  }

  #changedByVisitor(changed: readonly KeyOf<S>[], change: AddressChange): void {
    if (this.urlState) this.#address?.write(toQuery(this.store, this.definition.defaultPreset), change);
    this.#applied(changed);
    if (changed.length) this.emit('change', { changed, state: this.getState() });
  }

  #applied(changed: readonly KeyOf<S>[]): void {
    if (this.hasUpdated && changed.length) this.settingsChanged(changed);
    this.requestUpdate();
    this.dispatchEvent(new Event('slope-settings'));
  }

  /** Attributes and address over the preset, in that order, whatever order they were written in. */
  #readSettings(): void {
    const { settings, presets, defaultPreset } = this.definition;
    const address = this.urlState ? this.#address?.read() : undefined;
    const named = [address?.get('preset'), this.getAttribute('preset')].find((name) => name && name in presets);
    this.store.usePreset(named ?? defaultPreset);
    for (const key of this.store.keys) {
      const setting = settings[key];
      if (!setting) continue;
      for (const text of [this.getAttribute(setting.attribute), address?.get(setting.query)]) {
        if (typeof text !== 'string') continue;
        const { refused } = this.store.assignText(key, text);
        if (refused) this.settingRefused(refused);
      }
    }
  }

  readonly #addressChanged = (): void => {
    if (!this.urlState) return;
    const before = this.values;
    this.refused = new Map();
    this.#readSettings();
    this.#applied(this.store.keys.filter((key) => this.values[key] !== before[key]));
  };

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang') void this.#followLocale();
    if (!this.hasUpdated || old === value || value === null) return;
    if (name === 'preset') this.preset = value;
    const key = this.store.keys.find((candidate) => this.definition.settings[candidate]?.attribute === name);
    const setting = key && this.definition.settings[key];
    if (!key || !setting) return;
    if (parseSetting(setting, value) === undefined) this.settingRefused({ key, text: value });
    else this.#applied(this.store.assignText(key, value).changed);
  }

  // ---- Life

  constructor() {
    super();
    const { settings, presets, defaultPreset } = this.definition;
    this.store = new SettingsStore(settings, presets, defaultPreset);
    this.shared = sharedCatalog.english;
    this.t = this.definition.catalog.english;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.hasUpdated) {
      this.#address = new AddressState(Object.values(this.definition.settings).map(({ query }) => query));
      this.#readSettings();
    }
    window.addEventListener('popstate', this.#addressChanged);
    this.#stopWatchingLocale = watchPageLocale(() => void this.#followLocale());
    void this.#followLocale();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#addressChanged);
    this.#stopWatchingLocale?.();
  }

  /** The first picture waits for its language: English flashing up on a French page looks like a fault. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await this.#followLocale();
    super.scheduleUpdate();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.settingsChanged(this.store.keys);
  }

  // ---- Language

  protected get formats(): NumberFormats {
    return numberFormats(this.locale);
  }

  async #followLocale(): Promise<void> {
    const locale = localeOf(this);
    const [own, shared] = await Promise.all([this.definition.catalog.load(locale), sharedCatalog.load(locale)]);
    if (localeOf(this) !== locale) return;
    this.locale = locale;
    this.t = own;
    this.shared = shared;
    this.requestUpdate();
  }
}
