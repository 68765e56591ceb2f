// An experiment's settings as data: kinds, limits and presets, and their way through attributes and addresses.
//
// One record per setting feeds everything that handles it: the control on screen, the element's attribute, the page's
// address, `getState`, and the rule whether a change rebuilds the model or only steers the run that is going on.

interface CommonSetting {
  /** Name in the element's attributes, for example `learning-rate`. */
  readonly attribute: string;
  /** Name in the page's address, short: `lr`. */
  readonly query: string;
  /** Whether a change starts over with a new model. The learning rate does not; the layers do. */
  readonly rebuilds: boolean;
}

export interface NumberSetting extends CommonSetting {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** The positions of its slider; a value between them can still come from an attribute or the address. */
  readonly stops?: readonly number[];
}

export interface ChoiceSetting<T extends string = string> extends CommonSetting {
  readonly kind: 'choice';
  readonly default: T;
  readonly options: readonly T[];
}

export interface TextSetting extends CommonSetting {
  readonly kind: 'text';
  readonly default: string;
  /** The canonical text, or undefined when this text cannot be used. */
  readonly normalise: (text: string) => string | undefined;
}

export type Setting = NumberSetting | ChoiceSetting | TextSetting;
export type SettingsSchema = Readonly<Record<string, Setting>>;

export type ValueOf<S extends Setting> = S extends NumberSetting
  ? number
  : S extends ChoiceSetting<infer T>
    ? T
    : string;
export type Values<S extends SettingsSchema> = { [K in keyof S]: ValueOf<S[K]> };
export type KeyOf<S extends SettingsSchema> = keyof S & string;

/** A named situation: what differs from the defaults. */
export type Presets<S extends SettingsSchema> = Readonly<Record<string, Partial<Values<S>>>>;

/** A value that could not be used, for a sentence on the page. */
export interface RefusedValue {
  readonly key: string;
  readonly text: string;
}

/** Reads a setting from text (an attribute, an address, a field); undefined when it is not allowed. */
export function parseSetting(setting: Setting, text: string): string | number | undefined {
  switch (setting.kind) {
    case 'number': {
      // French readers type a decimal comma, and may paste a narrow space between thousands.
      const plain = text
        .trim()
        .replace(/[\s\u00a0\u202f]/g, '')
        .replace('−', '-')
        .replace(',', '.');
      const value = plain === '' ? Number.NaN : Number(plain);
      if (!Number.isFinite(value) || value < setting.min || value > setting.max) return undefined;
      return setting.integer && !Number.isInteger(value) ? undefined : value;
    }
    case 'choice':
      return setting.options.includes(text) ? text : undefined;
    case 'text':
      return setting.normalise(text);
    default:
      return setting satisfies never;
  }
}

/** The current values over a chosen preset over the defaults. */
export class SettingsStore<S extends SettingsSchema> {
  readonly schema: S;
  readonly presets: Presets<S>;
  readonly keys: readonly KeyOf<S>[];
  #preset: string;
  #values: Values<S>;

  constructor(schema: S, presets: Presets<S>, preset: string) {
    this.schema = schema;
    this.presets = presets;
    this.keys = Object.keys(schema);
    this.#preset = preset;
    this.#values = this.#base(preset);
  }

  get values(): Readonly<Values<S>> {
    return this.#values;
  }

  get preset(): string {
    return this.#preset;
  }

  /** Takes a preset as the new base; returns the settings whose value changed. */
  usePreset(name: string): KeyOf<S>[] {
    if (!(name in this.presets)) return [];
    this.#preset = name;
    return this.#replace(this.#base(name));
  }

  /** Sets some values; returns those that changed. */
  assign(patch: Partial<Values<S>>): KeyOf<S>[] {
    return this.#replace({ ...this.#values, ...patch });
  }

  /** Sets one value from text; the text itself comes back when it is refused. */
  assignText(key: KeyOf<S>, text: string): { changed: KeyOf<S>[]; refused?: RefusedValue } {
    const setting = this.schema[key];
    const value = setting && parseSetting(setting, text);
    if (value === undefined) return { changed: [], refused: { key, text } };
    return { changed: this.assign({ [key]: value } as Partial<Values<S>>) };
  }

  /** Settings that the visitor changed from the preset's values. */
  get differences(): Partial<Values<S>> {
    const base = this.#base(this.#preset);
    const entries = this.keys.filter((key) => this.#values[key] !== base[key]).map((key) => [key, this.#values[key]]);
    return Object.fromEntries(entries) as Partial<Values<S>>;
  }

  #base(preset: string): Values<S> {
    const defaults = Object.fromEntries(this.keys.map((key) => [key, this.schema[key]?.default]));
    return { ...defaults, ...this.presets[preset] } as Values<S>;
  }

  #replace(next: Values<S>): KeyOf<S>[] {
    const before = this.#values;
    this.#values = next;
    return this.keys.filter((key) => next[key] !== before[key]);
  }
}

/** Settings as an address carries them: the preset when it is not the default one, then what differs from it. */
export function toQuery<S extends SettingsSchema>(store: SettingsStore<S>, defaultPreset: string): URLSearchParams {
  const query = new URLSearchParams();
  if (store.preset !== defaultPreset) query.set('preset', store.preset);
  for (const [key, value] of Object.entries(store.differences)) {
    const setting = store.schema[key];
    if (setting) query.set(setting.query, String(value));
  }
  return query;
}

/** Stops of a logarithmic slider at 1, 1.5, 2, 3, 5 and 7 of every power of ten, so that each is a number worth naming. */
export function logStops(min: number, max: number): number[] {
  const stops: number[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    for (const digit of [1, 1.5, 2, 3, 5, 7]) {
      const stop = Number((digit * 10 ** power).toPrecision(3));
      if (stop >= min && stop <= max) stops.push(stop);
    }
  }
  return stops;
}

/** 16, 32, 64 … */
export function doublingStops(min: number, max: number): number[] {
  const stops: number[] = [];
  for (let stop = min; stop <= max; stop *= 2) stops.push(stop);
  return stops;
}

/** The stop that stands nearest to a value, by ratio. */
export function nearestStop(stops: readonly number[], value: number): number {
  let best = 0;
  for (const [index, stop] of stops.entries()) {
    const chosen = stops[best] ?? stop;
    if (Math.abs(Math.log(stop / value)) < Math.abs(Math.log(chosen / value))) best = index;
  }
  return best;
}
