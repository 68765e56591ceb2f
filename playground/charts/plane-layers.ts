// What can be drawn on a plane, as data: the ground (heat maps, contours) and the marks on it (points, lines, paths, residuals).

import type { Palette } from '../base/palette.ts';
import type { PlaneGrid } from './grid.ts';

export type PlaneColor = keyof Palette;

/** The ground changes seldom and is drawn on a canvas of its own. */
export type GroundLayer =
  | {
      readonly kind: 'heat';
      readonly grid: PlaneGrid;
      /** The values at both ends of the colours. */
      readonly range: readonly [number, number];
      /** `classes`: blue through paper to orange; `loss`: paper where it is low, darker where it is high. */
      readonly colors: 'classes' | 'loss';
    }
  | {
      readonly kind: 'contours';
      readonly grid: PlaneGrid;
      readonly levels: readonly number[];
      readonly color?: PlaneColor;
      readonly width?: number;
      readonly dash?: readonly number[];
      /** Writes the level on its line. */
      readonly format?: (level: number) => string;
    };

interface Stroke {
  /** Default `ink`. */
  readonly color?: PlaneColor;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
}

interface Coordinates {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

export interface PointsMark extends Coordinates {
  readonly kind: 'points';
  /** Class of each point: 0 blue circle, 1 orange triangle, 2 green square … 7. Default all 0. */
  readonly classes?: ArrayLike<number> | undefined;
  /** Hollow points are validation, filled ones training. One flag for all, or one each. */
  readonly hollow?: boolean | ArrayLike<number>;
  /** Instead of the classes' colours. */
  readonly color?: PlaneColor;
  /** Radius in pixels. Default 3.5. */
  readonly size?: number;
  readonly opacity?: number;
  /** Points to ring: the batch of the moment, the mistakes. */
  readonly ringed?: ReadonlySet<number>;
}

export type PlaneMark =
  | PointsMark
  /** Points joined by a line; `dots` marks each, `head` the last, `label` names it there. */
  | (Stroke &
      Coordinates & {
        readonly kind: 'path';
        readonly dots?: boolean;
        readonly head?: boolean;
        readonly arrow?: boolean;
        readonly label?: string;
      })
  /** y = f(x) across the plot, or between two x. */
  | (Stroke & {
      readonly kind: 'curve';
      readonly f: (x: number) => number;
      readonly from?: number;
      readonly to?: number;
      readonly label?: string;
    })
  /** From each point straight to the fitted value, as segments or as the squares on them. */
  | (Stroke &
      Coordinates & { readonly kind: 'residuals'; readonly fitted: ArrayLike<number>; readonly squares?: boolean })
  /** Bars from zero. `width` is a share of the distance to the next one. */
  | (Stroke & Coordinates & { readonly kind: 'bars' })
  /** A cross: the minimum, the mean. */
  | (Stroke & { readonly kind: 'cross'; readonly at: readonly [number, number]; readonly label?: string });

/** Something that can be taken and moved. Its position comes back in a `plane-move` event; the owner moves it. */
export interface PlaneHandle {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** As it is called: "point 12", "right end of the line". */
  readonly name: string;
  /** A knob is drawn as one; a point is already drawn by a mark. */
  readonly knob?: boolean;
  readonly removable?: boolean;
}
