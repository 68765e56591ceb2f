// The inputs that a visitor may give the network: the coordinates themselves, and features "made by hand" from them.

export interface Feature {
  readonly id: string;
  /** As it is written in a formula. */
  readonly label: string;
  /** The same in NumPy, of the arrays x1 and x2. */
  readonly numpy: string;
  /** The same in PyTorch. */
  readonly torch: string;
  /** The same in TypeScript, of the numbers x1 and x2. */
  readonly script: string;
  readonly of: (x1: number, x2: number) => number;
}

export const features: readonly Feature[] = [
  { id: 'x1', label: 'x₁', numpy: 'x1', torch: 'x1', script: 'x1', of: (x1) => x1 },
  { id: 'x2', label: 'x₂', numpy: 'x2', torch: 'x2', script: 'x2', of: (_x1, x2) => x2 },
  { id: 'x1x2', label: 'x₁x₂', numpy: 'x1 * x2', torch: 'x1 * x2', script: 'x1 * x2', of: (x1, x2) => x1 * x2 },
  { id: 'x1sq', label: 'x₁²', numpy: 'x1**2', torch: 'x1**2', script: 'x1 ** 2', of: (x1) => x1 * x1 },
  { id: 'x2sq', label: 'x₂²', numpy: 'x2**2', torch: 'x2**2', script: 'x2 ** 2', of: (_x1, x2) => x2 * x2 },
  {
    id: 'sin1',
    label: 'sin x₁',
    numpy: 'np.sin(x1)',
    torch: 'torch.sin(x1)',
    script: 'Math.sin(x1)',
    of: (x1) => Math.sin(x1),
  },
  {
    id: 'sin2',
    label: 'sin x₂',
    numpy: 'np.sin(x2)',
    torch: 'torch.sin(x2)',
    script: 'Math.sin(x2)',
    of: (_x1, x2) => Math.sin(x2),
  },
];

/** The features of a list such as "x1,x2,x1x2", in the order of `features`; undefined when a name is unknown or none is left. */
export function parseFeatures(text: string): Feature[] | undefined {
  const names = text.split(/[\s,;]+/).filter(Boolean);
  if (names.length === 0 || names.some((name) => !features.some(({ id }) => id === name))) return undefined;
  return features.filter(({ id }) => names.includes(id));
}

/** The features with one more or one less, in the order of `features`; none left is no network. */
export function toggleFeature(present: readonly Feature[], feature: Feature): Feature[] | undefined {
  const next = features.filter((one) => (one === feature) !== present.includes(one));
  return next.length ? next : undefined;
}

/** The feature list with `count` entries that is nearest to `present`: the next unused ones join, the last ones leave. */
export function resizeFeatures(present: readonly Feature[], count: number): Feature[] | undefined {
  if (count < 1 || count > features.length) return undefined;
  const kept = present.slice(0, count);
  for (const feature of features) if (kept.length < count && !kept.includes(feature)) kept.push(feature);
  return features.filter((feature) => kept.includes(feature));
}

/** Rows of feature values for points given as pairs. */
export function featureRows(chosen: readonly Feature[], points: readonly { x1: number; x2: number }[]): Float32Array {
  const rows = new Float32Array(points.length * chosen.length);
  points.forEach(({ x1, x2 }, row) => {
    chosen.forEach((feature, column) => {
      rows[row * chosen.length + column] = feature.of(x1, x2);
    });
  });
  return rows;
}
