// The counts of a confusion matrix and what is made of them; and the three ratings of predicted numbers.

/** Right yes, wrong no, wrong yes, right no. */
export interface Counts {
  readonly tp: number;
  readonly fn: number;
  readonly fp: number;
  readonly tn: number;
}

/** Undefined where there is nothing to divide by. */
export type Ratio = number | undefined;
const ratio = (part: number, all: number): Ratio => (all > 0 ? part / all : undefined);

export interface Ratings {
  readonly accuracy: Ratio;
  readonly precision: Ratio;
  readonly recall: Ratio;
  readonly f1: Ratio;
}

export function countsAt(probabilities: ArrayLike<number>, labels: ArrayLike<number>, threshold: number): Counts {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 };
  for (let i = 0; i < labels.length; i++) {
    // At a threshold of 1 nobody is let through, however sure the model is.
    const yes = threshold < 1 && (probabilities[i] ?? 0) >= threshold;
    if (labels[i]) counts[yes ? 'tp' : 'fn']++;
    else counts[yes ? 'fp' : 'tn']++;
  }
  return counts;
}

export const ratingsOf = ({ tp, fn, fp, tn }: Counts): Ratings => ({
  accuracy: ratio(tp + tn, tp + fn + fp + tn),
  precision: ratio(tp, tp + fp),
  recall: ratio(tp, tp + fn),
  f1: ratio(2 * tp, 2 * tp + fp + fn),
});

/** Eight houses, in thousands. */
export const realPrices: readonly number[] = [95, 120, 150, 180, 210, 260, 320, 400];
export const PRICE_RANGE = [40, 440] as const;

/** Eight prices with commas; undefined when it is something else. */
export function parsePrices(text: string): readonly number[] | undefined {
  const prices = text.split(',').map((part) => Number(part.trim() || 'nothing'));
  const fits = prices.every((price) => price >= PRICE_RANGE[0] && price <= PRICE_RANGE[1]);
  return prices.length === realPrices.length && fits ? prices : undefined;
}

export interface NumberRatings {
  readonly mae: number;
  readonly rmse: number;
  readonly r2: number;
  /** The mean squared error of always saying the mean. */
  readonly variance: number;
}

export function numberRatings(real: readonly number[], predicted: readonly number[]): NumberRatings {
  const mean = real.reduce((a, b) => a + b, 0) / real.length;
  const errors = real.map((price, i) => (predicted[i] ?? 0) - price);
  const squares = errors.reduce((sum, error) => sum + error ** 2, 0);
  const spread = real.reduce((sum, price) => sum + (price - mean) ** 2, 0);
  return {
    mae: errors.reduce((sum, error) => sum + Math.abs(error), 0) / real.length,
    rmse: Math.sqrt(squares / real.length),
    r2: 1 - squares / spread,
    variance: spread / real.length,
  };
}
