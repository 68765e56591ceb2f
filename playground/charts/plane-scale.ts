// Axes of a plane: where a value stands in pixels and back, and the round numbers that deserve a tick.

export interface PlaneAxis {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Ticks at powers of ten; both ends are then positive. */
  readonly log?: boolean;
  /** Ticks at these values instead of at round ones. */
  readonly ticks?: readonly number[];
  readonly format?: (value: number) => string;
}

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly log: boolean;
  toPixel(value: number): number;
  toValue(pixel: number): number;
}

/** Maps `min` to the pixel `start` and `max` to the pixel `end`. */
export function scaleOf({ min, max, log = false }: PlaneAxis, start: number, end: number): Scale {
  const bend = log ? Math.log10 : (value: number) => value;
  const unbend = log ? (value: number) => 10 ** value : (value: number) => value;
  const [low, high] = [bend(min), bend(max)];
  const perUnit = (end - start) / (high - low || 1);
  return {
    min,
    max,
    log,
    toPixel: (value) => start + (bend(value) - low) * perUnit,
    toValue: (pixel) => unbend(low + (pixel - start) / perUnit),
  };
}

/** About `wanted` round numbers between the ends: multiples of 1, 2 or 5 times a power of ten. */
export function roundTicks(min: number, max: number, wanted: number): number[] {
  const span = max - min;
  if (!(span > 0) || !Number.isFinite(span)) return [min];
  const raw = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= raw * 0.999) ?? 10);
  const ticks: number[] = [];
  for (let i = Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
    // Multiplying is exact where adding is not; rounding takes 0.30000000000000004 to 0.3.
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** Powers of ten between the ends. */
export function powerTicks(min: number, max: number): number[] {
  const first = Math.ceil(Math.log10(min) - 1e-9);
  const last = Math.floor(Math.log10(max) + 1e-9);
  const every = Math.max(1, Math.ceil((last - first) / 6));
  const ticks: number[] = [];
  for (let power = first; power <= last; power += every) ticks.push(10 ** power);
  return ticks;
}

export function ticksOf({ min, max, log, ticks }: PlaneAxis, wanted: number): readonly number[] {
  if (ticks) return ticks.filter((tick) => tick >= min && tick <= max);
  return log ? powerTicks(min, max) : roundTicks(min, max, wanted);
}

/** Decimals that the ticks of this range need: 0.25 two, 0.5 one. */
export function tickDigits(ticks: readonly number[]): number {
  const exact = (tick: number, digits: number): boolean =>
    Math.abs(Number(tick.toFixed(digits)) - tick) <= 1e-9 * Math.abs(tick);
  const digits = [0, 1, 2, 3, 4, 5].find((count) => ticks.every((tick) => exact(tick, count)));
  return digits ?? 6;
}

/** Widens one of two ranges so that a unit is as long on both axes: circles stay round. */
export function withEqualUnits(
  x: PlaneAxis,
  y: PlaneAxis,
  width: number,
  height: number,
): { readonly x: PlaneAxis; readonly y: PlaneAxis } {
  const perPixel = Math.max((x.max - x.min) / width, (y.max - y.min) / height);
  const widen = (axis: PlaneAxis, pixels: number): PlaneAxis => {
    const extra = (perPixel * pixels - (axis.max - axis.min)) / 2;
    return { ...axis, min: axis.min - extra, max: axis.max + extra };
  };
  return { x: widen(x, width), y: widen(y, height) };
}
