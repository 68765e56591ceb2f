// What a figure says when training itself goes wrong, each with a way on. Fetched then, in all languages: no figure that trains well
// pays for the words.

import type { Origin } from '../../engine/index.ts';
import type { Locale } from '../i18n/locale.ts';
import { type TroubleMessages, troubleEnglish } from '../i18n/trouble.en.ts';
import { troubleFrench } from '../i18n/trouble.fr.ts';
import type { LossRise } from './loss-rise.ts';
import type { Notice } from './notices.ts';
import type { Speech } from './training-notices.ts';

const catalogs: Readonly<Record<Locale, TroubleMessages>> = { en: troubleEnglish, fr: troubleFrench };

export interface Divergence {
  readonly step: number;
  readonly origin?: Origin;
}

/** The rate that led here, and the one that the way on proposes. */
export interface Rates {
  readonly learningRate: number;
  readonly calm: number;
}

export class TrainingTrouble {
  readonly #speech: () => Speech;

  constructor(speech: () => Speech) {
    this.#speech = speech;
  }

  /** The loss is no number any more. */
  diverged({ step, origin }: Divergence, { learningRate, calm }: Rates, rewind: () => void): Notice {
    return {
      id: 'diverged',
      kind: 'error',
      text: () => {
        const what = this.#words.diverged(this.#speech().formats.integer(step), this.#significant(learningRate));
        return [what, origin && this.#began(origin)].filter(Boolean).join(' ');
      },
      actions: [{ label: () => this.#words.rewind(this.#significant(calm)), run: rewind }],
    };
  }

  /** The loss is a number, and far above where it began. */
  risen({ first, now }: LossRise, { learningRate, calm }: Rates, startAgain: () => void): Notice {
    return {
      id: 'risen',
      kind: 'warning',
      text: () => this.#words.risen(this.#significant(now), this.#significant(first), this.#significant(learningRate)),
      actions: [{ label: () => this.#words.startAgain(this.#significant(calm)), run: startAgain }],
    };
  }

  get #words(): TroubleMessages {
    return catalogs[this.#speech().locale];
  }

  #significant(value: number): string {
    return this.#speech().formats.significant(value);
  }

  #began(origin: Origin): string {
    const { operation, parameter } = origin;
    return this.#words.began(this.#words.places[placeOf(origin)], parameter ? `${operation}, ${parameter}` : operation);
  }
}

function placeOf({ operation, parameter, writesGradient }: Origin): keyof TroubleMessages['places'] {
  if (operation === 'batch' || operation === 'gatherRows') return 'data';
  if (operation === 'optimizerUpdate') return 'update';
  if (/entropy|error|huber|hinge|perceptron|loss/i.test(operation)) return 'loss';
  if (writesGradient || /gradient/i.test(operation)) return 'gradient';
  return parameter ? 'layer' : 'other';
}
