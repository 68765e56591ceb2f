// The hands on a plane: pointer, finger and keys take, move, add and remove what the owner of the plane offers.

import type { PlaneHandle } from './plane-layers.ts';
import type { Scale } from './plane-scale.ts';

/** What happened, in the plane's own units. */
export type PlaneAction =
  /** The visitor points here, or nowhere; by keys it is to be read aloud. */
  | { readonly type: 'point'; readonly at: readonly [number, number] | undefined; readonly byKey: boolean }
  /** `done` when the handle is let go. */
  | {
      readonly type: 'move';
      readonly id: string;
      readonly x: number;
      readonly y: number;
      readonly done: boolean;
      readonly byKey: boolean;
    }
  | { readonly type: 'take'; readonly id: string }
  /** `other`: with Shift, for a point of the other class. */
  | { readonly type: 'add'; readonly x: number; readonly y: number; readonly other: boolean }
  | { readonly type: 'remove'; readonly id: string };

/** What the hands need to know of the plane at the moment of a gesture. */
export interface PlaneReach {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly handles: readonly PlaneHandle[];
  readonly addable: boolean;
}

const MOUSE_REACH = 12;
const FINGER_REACH = 24;
/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4;

export class PlaneHands {
  /** Where the cross-hair stands, in pixels; undefined while nobody points. */
  cursor: { readonly px: number; readonly py: number } | undefined;
  /** The handle that is pointed at or taken. */
  active: string | undefined;
  taken = false;
  readonly #surface: HTMLElement;
  readonly #reach: () => PlaneReach | undefined;
  readonly #act: (action: PlaneAction) => void;
  #pressed: { readonly px: number; readonly py: number; readonly other: boolean } | undefined;
  #byKey = false;

  constructor(surface: HTMLElement, reach: () => PlaneReach | undefined, act: (action: PlaneAction) => void) {
    this.#surface = surface;
    this.#reach = reach;
    this.#act = act;
    surface.addEventListener('pointermove', this.#moved);
    surface.addEventListener('pointerdown', this.#down);
    surface.addEventListener('pointerup', this.#up);
    surface.addEventListener('pointercancel', this.#cancelled);
    surface.addEventListener('pointerleave', this.#left);
    surface.addEventListener('keydown', this.#key);
    surface.addEventListener('blur', this.#blurred);
    // A finger on a handle moves the handle; anywhere else it scrolls the page.
    surface.addEventListener('touchstart', this.#touched, { passive: false });
  }

  #place(event: PointerEvent | Touch): { px: number; py: number } {
    const box = this.#surface.getBoundingClientRect();
    return { px: event.clientX - box.left, py: event.clientY - box.top };
  }

  #handleNear(px: number, py: number, pixels: number): PlaneHandle | undefined {
    const reach = this.#reach();
    let best: PlaneHandle | undefined;
    let bestAway = pixels;
    for (const handle of reach?.handles ?? []) {
      const away = Math.hypot((reach?.x.toPixel(handle.x) ?? 0) - px, (reach?.y.toPixel(handle.y) ?? 0) - py);
      // Knobs win over points that lie under them.
      if (away - (handle.knob ? 4 : 0) > bestAway) continue;
      best = handle;
      bestAway = away - (handle.knob ? 4 : 0);
    }
    return best;
  }

  /** Sets the cross-hair, kept inside the plot. */
  #point(px: number, py: number, byKey: boolean): void {
    const reach = this.#reach();
    if (!reach) return;
    const x = Math.min(Math.max(px, reach.left), reach.right);
    const y = Math.min(Math.max(py, reach.top), reach.bottom);
    this.cursor = { px: x, py: y };
    this.#byKey = byKey;
    if (this.taken && this.active) {
      const at = { x: reach.x.toValue(x), y: reach.y.toValue(y) };
      this.#act({ type: 'move', id: this.active, ...at, done: false, byKey });
    }
    this.#act({ type: 'point', at: [reach.x.toValue(x), reach.y.toValue(y)], byKey });
  }

  readonly #moved = (event: PointerEvent): void => {
    const { px, py } = this.#place(event);
    const reach = this.#reach();
    if (!reach) return;
    const inside = px >= reach.left && px <= reach.right && py >= reach.top && py <= reach.bottom;
    if (!this.taken && !inside) {
      this.#left();
      return;
    }
    if (!this.taken && !this.#pressed) this.active = this.#handleNear(px, py, MOUSE_REACH)?.id;
    this.#surface.classList.toggle('can-take', this.active !== undefined);
    this.#point(px, py, false);
  };

  readonly #down = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const { px, py } = this.#place(event);
    this.#pressed = { px, py, other: event.shiftKey };
    const handle = this.#handleNear(px, py, event.pointerType === 'mouse' ? MOUSE_REACH : FINGER_REACH);
    this.active = handle?.id;
    if (!handle) return;
    this.taken = true;
    this.#surface.setPointerCapture(event.pointerId);
    this.#act({ type: 'take', id: handle.id });
  };

  readonly #touched = (event: TouchEvent): void => {
    const touch = event.touches[0];
    if (!touch || event.touches.length > 1) return;
    const { px, py } = this.#place(touch);
    if (this.#handleNear(px, py, FINGER_REACH)) event.preventDefault();
  };

  readonly #up = (event: PointerEvent): void => {
    const pressed = this.#pressed;
    this.#pressed = undefined;
    const { px, py } = this.#place(event);
    if (this.taken) {
      this.#letGo(false);
      return;
    }
    const reach = this.#reach();
    if (!pressed || !reach?.addable || Math.hypot(px - pressed.px, py - pressed.py) > CLICK_PIXELS) return;
    if (px < reach.left || px > reach.right || py < reach.top || py > reach.bottom) return;
    this.#act({ type: 'add', x: reach.x.toValue(px), y: reach.y.toValue(py), other: pressed.other });
  };

  #letGo(byKey: boolean): void {
    const handle = this.#reach()?.handles.find(({ id }) => id === this.active);
    this.taken = false;
    if (handle) this.#act({ type: 'move', id: handle.id, x: handle.x, y: handle.y, done: true, byKey });
  }

  readonly #cancelled = (): void => {
    this.#pressed = undefined;
    if (this.taken) this.#letGo(false);
  };

  readonly #left = (): void => {
    if (this.taken || this.#byKey || !this.cursor) return;
    this.#hide();
  };

  readonly #blurred = (): void => {
    if (this.taken) this.#letGo(true);
    this.#byKey = false;
    this.#hide();
  };

  #hide(): void {
    this.cursor = undefined;
    this.active = undefined;
    this.#act({ type: 'point', at: undefined, byKey: false });
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (this.#keyDone(event.key, event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  #keyDone(key: string, shift: boolean): boolean {
    const reach = this.#reach();
    if (!reach) return false;
    const stride = shift ? 30 : 5;
    const moves: Record<string, readonly [number, number]> = {
      ArrowLeft: [-stride, 0],
      ArrowRight: [stride, 0],
      ArrowUp: [0, -stride],
      ArrowDown: [0, stride],
    };
    const from = this.cursor ?? { px: (reach.left + reach.right) / 2, py: (reach.top + reach.bottom) / 2 };
    const move = moves[key];
    if (move) {
      this.#point(from.px + move[0], from.py + move[1], true);
      if (!this.taken && this.cursor) {
        this.active = this.#handleNear(this.cursor.px, this.cursor.py, MOUSE_REACH)?.id;
        this.#point(this.cursor.px, this.cursor.py, true);
      }
      return true;
    }
    switch (key.toLowerCase()) {
      case 'n':
      case 'p':
        return this.#next(reach, key.toLowerCase() === 'n' ? 1 : -1);
      case 'enter':
        return this.#enter(reach, from, shift);
      case 'delete':
      case 'backspace':
        return this.#remove(reach);
      case 'escape':
        if (this.taken) this.#letGo(true);
        else if (!this.cursor) return false;
        else this.#hide();
        return true;
      default:
        return false;
    }
  }

  /** The next handle from left to right. */
  #next(reach: PlaneReach, step: 1 | -1): boolean {
    const ordered = [...reach.handles].sort((a, b) => a.x - b.x);
    if (ordered.length === 0 || this.taken) return ordered.length > 0;
    const now = ordered.findIndex(({ id }) => id === this.active);
    const next =
      ordered[now < 0 ? (step > 0 ? 0 : ordered.length - 1) : (now + step + ordered.length) % ordered.length];
    if (!next) return false;
    this.active = next.id;
    this.#point(reach.x.toPixel(next.x), reach.y.toPixel(next.y), true);
    return true;
  }

  #enter(reach: PlaneReach, from: { px: number; py: number }, other: boolean): boolean {
    if (this.taken) {
      this.#letGo(true);
      return true;
    }
    if (this.active) {
      this.taken = true;
      this.#byKey = true;
      this.#act({ type: 'take', id: this.active });
      return true;
    }
    if (!reach.addable) return false;
    this.#act({ type: 'add', x: reach.x.toValue(from.px), y: reach.y.toValue(from.py), other });
    return true;
  }

  #remove(reach: PlaneReach): boolean {
    const handle = reach.handles.find(({ id }) => id === this.active);
    if (!handle?.removable) return false;
    this.taken = false;
    this.active = undefined;
    this.#act({ type: 'remove', id: handle.id });
    return true;
  }
}
