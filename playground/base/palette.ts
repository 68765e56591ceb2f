// The design tokens' colours as a canvas can use them, and the news that they changed (dark, light, a host page's theme).

import type { ReactiveController, ReactiveControllerHost } from 'lit';

const tokens = {
  paper: '--slope-paper',
  ink: '--slope-ink',
  inkSoft: '--slope-ink-soft',
  inkFaint: '--slope-ink-faint',
  rule: '--slope-rule',
  ruleStrong: '--slope-rule-strong',
  accent: '--slope-accent',
  error: '--slope-error',
  class0: '--slope-class-0',
  class1: '--slope-class-1',
  class2: '--slope-class-2',
  class3: '--slope-class-3',
  class4: '--slope-class-4',
  class5: '--slope-class-5',
  class6: '--slope-class-6',
  class7: '--slope-class-7',
  negative: '--slope-negative',
  zero: '--slope-zero',
  positive: '--slope-positive',
} as const;

export type Palette = Readonly<Record<keyof typeof tokens, string>>;

/** Keeps `palette` equal to the tokens in force at its host and asks for an update when they change. */
export class PaletteController implements ReactiveController {
  palette: Palette | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #media = matchMedia('(prefers-color-scheme: dark)');
  #observer: MutationObserver | undefined;
  readonly #refresh = (): void => {
    const next = readPalette(this.#host);
    if (JSON.stringify(next) === JSON.stringify(this.palette)) return;
    this.palette = next;
    this.#host.requestUpdate();
  };

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#media.addEventListener('change', this.#refresh);
    this.#observer = new MutationObserver(this.#refresh);
    const filter = { attributes: true, attributeFilter: ['theme', 'class', 'style', 'data-theme', 'data-bs-theme'] };
    this.#observer.observe(document.documentElement, filter);
    this.#observer.observe(this.#host, filter);
  }

  hostUpdated(): void {
    if (!this.palette) this.#refresh();
  }

  hostDisconnected(): void {
    this.#media.removeEventListener('change', this.#refresh);
    this.#observer?.disconnect();
  }
}

/** `getPropertyValue` returns a token's source text, `light-dark(…)`; only a real property is computed to a colour. */
function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  (host.shadowRoot ?? host).append(probe);
  const style = getComputedStyle(probe);
  const read = (token: string): string => {
    probe.style.setProperty('color', `var(${token})`);
    return style.color;
  };
  const palette = Object.fromEntries(Object.entries(tokens).map(([name, token]) => [name, read(token)])) as Palette;
  probe.remove();
  return palette;
}

/** The red, green and blue of a computed colour. */
export function channels(color: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = color.match(/[\d.]+/g)?.map(Number) ?? [];
  // Chrome computes light-dark() of hex colours to `rgb(…)`; other syntaxes count in 0..1.
  return color.startsWith('color(') ? [red * 255, green * 255, blue * 255] : [red, green, blue];
}
