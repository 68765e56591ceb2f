// Seeded random numbers for everything that draws data: the same seed gives the same points in every visit and every browser.
//
// mulberry32 (Tommy Ettinger, 2017): 32 bits of state, period 2^32, passes gjrand; one multiplication-based mix per number.
// Small and fast, and enough for the up to 10^6 points that an experiment draws; it is not meant for cryptography.
// Normal numbers come from Box-Muller, which uses Math.log, cos and sin: engines may differ there in the last bit.

export class Random {
  #state: number;
  #spare: number | undefined;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A number in [low, high). */
  uniform(low = 0, high = 1): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    const unit = ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    return low + (high - low) * unit;
  }

  /** A whole number in [low, high): `high` itself is never drawn, as in NumPy's `randint`. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.uniform() * (high - low));
  }

  /** A number from the normal distribution N(mean, std²). */
  normal(mean = 0, std = 1): number {
    if (this.#spare !== undefined) {
      const spare = this.#spare;
      this.#spare = undefined;
      return mean + std * spare;
    }
    // 1 - u is in (0, 1], so the logarithm is finite.
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    const angle = 2 * Math.PI * this.uniform();
    this.#spare = radius * Math.sin(angle);
    return mean + std * radius * Math.cos(angle);
  }

  /** The numbers 0..count-1 in random order (Fisher-Yates). */
  permutation(count: number): Uint32Array {
    const order = Uint32Array.from({ length: count }, (_, index) => index);
    for (let last = count - 1; last > 0; last--) {
      const other = this.integer(0, last + 1);
      const held = order[last] ?? 0;
      order[last] = order[other] ?? 0;
      order[other] = held;
    }
    return order;
  }
}
