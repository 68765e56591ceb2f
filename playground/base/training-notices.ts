// What may go wrong around training, in sentences: no WebGPU, a lost device; each with a way on.

import type { NumberFormats } from '../formats/numbers.ts';
import type { Locale } from '../i18n/locale.ts';
import type { SharedMessages } from '../i18n/shared.ts';
import { missingReason } from './backends.ts';
import type { Notice, NoticeAction } from './notices.ts';

/** Words and numbers at the moment a notice is drawn: one on screen follows a change of language. */
export interface Speech {
  readonly locale: Locale;
  readonly shared: SharedMessages;
  readonly formats: NumberFormats;
}

export class TrainingNotices {
  readonly #speech: () => Speech;
  readonly #useCpu: NoticeAction;

  constructor(speech: () => Speech, useCpu: () => void) {
    this.#speech = speech;
    this.#useCpu = { label: () => this.#words.useCpu, run: useCpu };
  }

  get #words(): SharedMessages['notices'] {
    return this.#speech().shared.notices;
  }

  /** WebGPU was asked for, and this browser has none. */
  webGpuMissing(): Notice {
    return {
      id: 'backend',
      kind: 'error',
      text: () => this.#words.webGpuMissing[missingReason()],
      actions: [this.#useCpu],
    };
  }

  deviceLost(again: boolean): Notice {
    return {
      id: 'device',
      kind: again ? 'error' : 'warning',
      text: () => (again ? this.#words.deviceLostAgain : this.#words.deviceLost),
      ...(again && {
        actions: [{ label: () => this.#words.reload, run: () => location.reload() }, this.#useCpu],
      }),
    };
  }

  deviceRestored(step: number): Notice {
    return {
      id: 'device',
      kind: 'info',
      text: () => this.#words.deviceRestored(this.#speech().formats.integer(step)),
    };
  }
}
