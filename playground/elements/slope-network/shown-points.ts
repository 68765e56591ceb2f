// The points on screen: drawn from the settings or as the visitor left them, split in two parts, and the way back from an edit.

import type { Values } from '../../base/settings.ts';
import {
  decodePoints,
  encodePoints,
  generatePoints,
  isValidation,
  type PlanePoint,
  type Split,
  splitPoints,
} from './data.ts';
import type { NetworkSettings } from './definition.ts';
import type { NetworkPlan } from './model.ts';

/** Every visit draws the same points; "new seed" means other weights. */
export const DATA_SEED = 1;

type PointValues = Readonly<Pick<Values<NetworkSettings>, 'data' | 'count' | 'noise' | 'points' | 'validationShare'>>;

export class ShownPoints {
  /** The points while one of them is dragged. */
  dragged: readonly PlanePoint[] | undefined;
  #made: { readonly key: string; readonly points: readonly PlanePoint[] } | undefined;
  #split: { readonly key: string; readonly split: Split | undefined } | undefined;
  #edits: string[] = [];

  of({ data, count, noise, points }: PointValues): readonly PlanePoint[] {
    if (this.dragged) return this.dragged;
    const key = points || `${data} ${count} ${noise}`;
    if (this.#made?.key !== key) {
      const made = points
        ? (decodePoints(points) ?? [])
        : generatePoints({ name: data, count, noise, seed: DATA_SEED });
      this.#made = { key, points: made };
    }
    return this.#made.points;
  }

  split(values: PointValues, { features, head }: NetworkPlan): Split | undefined {
    const points = this.of(values);
    const chosen = features.map(({ id }) => id);
    const drawn = this.dragged ? encodePoints(points) : this.#made?.key;
    const key = [drawn, chosen, values.validationShare, head].join(' ');
    if (this.#split?.key !== key) {
      const shape = head === 'softmax' ? 'labels' : 'column';
      this.#split = { key, split: splitPoints(points, features, values.validationShare, shape) };
    }
    return this.#split.split;
  }

  // ---- The way back

  get canUndo(): boolean {
    return this.#edits.length > 0;
  }

  /** Points as the setting has them, before they are changed. */
  remember(points: string): void {
    this.#edits.push(points);
  }

  undo(): string | undefined {
    return this.#edits.pop();
  }

  /** Other data: its edits are not these. */
  forget(): void {
    this.#edits = [];
  }
}

/** A file with the part of each point: 0 for training, 1 for validation. */
export function pointsCsv(points: readonly PlanePoint[], validationShare: number, regression: boolean): string {
  const rows = points.map(({ x1, x2, target }, index) =>
    [
      x1.toFixed(4),
      x2.toFixed(4),
      regression ? target.toFixed(4) : target,
      isValidation(index, validationShare) ? 1 : 0,
    ].join(','),
  );
  return ['x1,x2,y,part', ...rows].join('\n') + '\n';
}
