// The weights of the drawing as lines: measured between the squares, drawn by sign and size, found under a pointer.

import type { Palette } from '../../base/palette.ts';

export interface DiagramNode {
  /** As formulas call it: x₁, a₂, ŷ. */
  readonly name: string;
  /** Undefined before the engine has answered. */
  readonly map?: ArrayLike<number> | undefined;
  readonly range?: readonly [number, number];
  /** A feature that the network does not get is drawn faintly and has no lines. */
  readonly used: boolean;
}

export interface DiagramColumn {
  readonly kind: 'features' | 'hidden' | 'output';
  readonly nodes: readonly DiagramNode[];
  readonly activation?: string;
}

/** Weights into a column: [inputs that are used, units], row-major. */
export type DiagramWeights = readonly (Float32Array | undefined)[];

/** A neuron by column (0 = features) and place. */
export interface NodePlace {
  readonly column: number;
  readonly index: number;
}

export interface WeightPlace extends NodePlace {
  /** Which of the neuron's inputs. */
  readonly input: number;
}

export interface Line extends WeightPlace {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly weight: number;
}

export const samePlace = (a: NodePlace | undefined, b: NodePlace | undefined): boolean =>
  a?.column === b?.column && a?.index === b?.index;

/** Every weight between its two squares, measured where the browser put them; `box` holds the columns. */
export function measureLines(box: HTMLElement, columns: readonly DiagramColumn[], weights: DiagramWeights): Line[] {
  const frame = box.getBoundingClientRect();
  const squares = columns.map((_, column) =>
    [...box.querySelectorAll<HTMLElement>(`[data-column="${column}"] canvas`)].map((square) => {
      const { left, right, top, height } = square.getBoundingClientRect();
      return { left: left - frame.left, right: right - frame.left, middle: top - frame.top + height / 2 };
    }),
  );
  return columns.flatMap(({ nodes }, column) => {
    const own = weights[column];
    if (column === 0 || !own) return [];
    const sources = (squares[column - 1] ?? []).filter((_, i) => columns[column - 1]?.nodes[i]?.used);
    return sources.flatMap((source, input) =>
      nodes.flatMap((_, index): Line[] => {
        const target = squares[column]?.[index];
        if (!target) return [];
        const weight = own[input * nodes.length + index] ?? 0;
        const [from, to] = [[source.right, source.middle] as const, [target.left, target.middle] as const];
        return [{ column, index, input, from, to, weight }];
      }),
    );
  });
}

/** @param focus the neuron whose lines stand out; @param pointed the line that the pointer is on */
export function drawLines(
  context: CanvasRenderingContext2D,
  lines: readonly Line[],
  palette: Palette,
  focus: NodePlace | undefined,
  pointed: WeightPlace | undefined,
): void {
  for (const line of lines) {
    const { weight } = line;
    const strength = Math.min(1, Math.abs(weight) / 1.5);
    const inFocus = !focus || focus.column === 0 || samePlace(focus, line);
    const isPointed = pointed !== undefined && samePlace(pointed, line) && pointed.input === line.input;
    context.globalAlpha = isPointed ? 1 : (0.22 + 0.78 * strength) * (inFocus ? 1 : 0.22);
    context.strokeStyle = weight < 0 ? palette.negative : palette.positive;
    context.lineWidth = widthOf(weight) + (isPointed ? 2 : 0);
    context.beginPath();
    trace(context, line);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/** The line under the pointer, within a finger's patience. */
export function lineAt(lines: readonly Line[], box: HTMLElement, event: PointerEvent): Line | undefined {
  const frame = box.getBoundingClientRect();
  const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
  let nearest = event.pointerType === 'touch' ? 14 : 6;
  let best: Line | undefined;
  for (const line of lines) {
    const [x0, y0] = line.from;
    const [x1, y1] = line.to;
    if (x < x0 || x > x1) continue;
    const share = inverseAlong((x - x0) / (x1 - x0));
    const at = y0 + (y1 - y0) * (3 * share * share - 2 * share ** 3);
    const distance = Math.abs(at - y) - widthOf(line.weight) / 2;
    if (distance < nearest) {
      nearest = distance;
      best = line;
    }
  }
  return best;
}

/** Thick enough to see at 0, never so thick that lines cover each other. */
const widthOf = (weight: number): number => 0.75 + Math.min(7, 2.2 * Math.abs(weight));

/** A line leaves and arrives level. */
function trace(context: CanvasRenderingContext2D, { from: [x0, y0], to: [x1, y1] }: Line): void {
  const middle = (x0 + x1) / 2;
  context.moveTo(x0, y0);
  context.bezierCurveTo(middle, y0, middle, y1, x1, y1);
}

/** The curve's parameter where it has come this far across: x(t) = 1.5 t (1 - t) + t³ for control points at the middle. */
function inverseAlong(share: number): number {
  let t = share;
  for (let round = 0; round < 4; round++) {
    const x = 1.5 * t * (1 - t) + t ** 3;
    const slope = 1.5 - 3 * t + 3 * t * t;
    t -= (x - share) / slope;
  }
  return t;
}
