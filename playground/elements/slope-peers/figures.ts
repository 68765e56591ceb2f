// The committed figures of `npm run bench -- peers --json playground/elements/slope-peers/figures.json`, and the arithmetic of their bars.

/** One number of one library. */
export interface PeerRow {
  readonly workload: string;
  readonly variant: string;
  /** Library and backend: `slope-webgpu`, `jax-wasm`, `tfjs-webgl`. */
  readonly peer: string;
  readonly value: number;
  readonly unit: string;
  /** The results were right. */
  readonly ok: boolean;
}

export interface PeerFigures {
  readonly adapter: string;
  readonly date?: string;
  readonly rows: readonly PeerRow[];
}

export type Against = 'webgpu' | 'all';

export interface Bar extends PeerRow {
  /** How many times as good as the best peer: twice as fast is 2, and so is half the time. Undefined where nobody is to be compared with. */
  readonly ratio: number | undefined;
  readonly own: boolean;
}

export interface Group {
  readonly workload: string;
  readonly variant: string;
  readonly unit: string;
  /** The best library first. */
  readonly bars: readonly Bar[];
  readonly best: string | undefined;
}

/** Times, sizes and calls are better small. */
export const smallIsBetter = (unit: string): boolean => ['ms', 'KB', 'a step'].includes(unit);

const isOwn = (peer: string): boolean => peer.startsWith('slope');

/** Workload by workload; with `webgpu` only what runs there takes part. */
export function groupsOf({ rows }: PeerFigures, against: Against): readonly Group[] {
  const taken = rows.filter(({ peer }) => against === 'all' || peer.endsWith('-webgpu'));
  const keys = [...new Set(taken.map(({ workload, variant }) => `${workload}\t${variant}`))];
  return keys.map((key): Group => {
    const [workload = '', variant = ''] = key.split('\t');
    const own = taken.filter((row) => row.workload === workload && row.variant === variant);
    const unit = own[0]?.unit ?? '';
    const worth = (row: PeerRow): number => (smallIsBetter(unit) ? 1 / row.value : row.value);
    const sorted = [...own].sort((a, b) => worth(b) - worth(a));
    const best = sorted.find(({ peer, ok }) => !isOwn(peer) && ok);
    const bars = sorted.map(
      (row): Bar => ({
        ...row,
        own: isOwn(row.peer),
        ratio: best && best.value > 0 ? worth(row) / worth(best) : undefined,
      }),
    );
    return { workload, variant, unit, bars, best: best?.peer };
  });
}

/** What the axis of all bars spans: at least a tenth to ten times, in powers of ten. */
export function spanOf(groups: readonly Group[]): readonly [low: number, high: number] {
  const ratios = groups.flatMap(({ bars }) =>
    bars.flatMap(({ ratio }) => (ratio && Number.isFinite(ratio) ? [ratio] : [])),
  );
  const least = Math.min(0.1, ...ratios);
  const most = Math.max(10, ...ratios);
  return [10 ** Math.floor(Math.log10(least) + 1e-9), 10 ** Math.ceil(Math.log10(most) - 1e-9)];
}

/** Where a ratio stands on the axis, 0 to 1. */
export const placeOf = (ratio: number, [low, high]: readonly [number, number]): number =>
  Math.log(Math.min(high, Math.max(low, ratio)) / low) / Math.log(high / low);

export async function loadFigures(): Promise<PeerFigures> {
  return (await import('./figures.json')).default;
}
