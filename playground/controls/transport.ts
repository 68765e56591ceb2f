// Play, pause, step, reset and new seed: the same buttons and the same keys in every experiment.

import { html, nothing, type TemplateResult } from 'lit';
import type { RunState } from '../base/experiment.ts';
import type { SharedMessages } from '../i18n/shared.ts';
import { icons } from './icons.ts';

/** A unit that this lesson can advance by: one update, one mistake, one epoch. */
export interface TransportStep {
  readonly label: string;
  readonly run: () => void;
}

export type Speed = 'full' | 'slow' | 'slowest';

export interface TransportOptions {
  readonly words: SharedMessages['transport'];
  readonly state: RunState;
  /** False while there is nothing to train on. */
  readonly ready: boolean;
  readonly started: boolean;
  /** What the main button says when the run is complete. */
  readonly more?: string;
  readonly steps: readonly TransportStep[];
  readonly play: () => void;
  readonly pause: () => void;
  readonly reset: () => void;
  readonly newSeed?: () => void;
  readonly speed?: { readonly value: Speed; readonly changed: (speed: Speed) => void };
}

const speeds: readonly Speed[] = ['full', 'slow', 'slowest'];

export function transport(options: TransportOptions): TemplateResult {
  const { words, state, ready, started, more, steps, play, pause, reset, newSeed, speed } = options;
  const running = state === 'running';
  const playLabel = state === 'complete' ? (more ?? words.resume) : started ? words.resume : words.play;
  const blocked = !ready || state === 'diverged' || state === 'failed';
  return html`<div class="transport" part="transport" role="group" aria-label=${words.label}>
    <button type="button" class="primary play" title=${words.playHint} aria-keyshortcuts="Space"
      ?disabled=${blocked && !running} @click=${running ? pause : play}>
      ${running ? icons.pause : icons.play}<span>${running ? words.pause : playLabel}</span>
    </button>
    ${steps.map(
      ({ label, run }, index) => html`<button type="button" title=${words.stepHint(label)}
        aria-keyshortcuts=${index === 0 ? 'ArrowRight' : nothing}
        ?disabled=${blocked || running} @click=${run}>${icons.step}<span>${label}</span></button>`,
    )}
    <button type="button" title=${words.resetHint} aria-keyshortcuts="R" ?disabled=${!ready} @click=${reset}>
      ${icons.reset}<span>${words.reset}</span>
    </button>
    ${
      newSeed
        ? html`<button type="button" title=${words.newSeedHint} ?disabled=${!ready} @click=${newSeed}>
            ${icons.seed}<span>${words.newSeed}</span>
          </button>`
        : nothing
    }
    ${
      speed
        ? html`<label class="inline-field"><span>${words.speed}</span>
            <select .value=${speed.value}
              @change=${(event: Event) => speed.changed((event.target as HTMLSelectElement).value as Speed)}>
              ${speeds.map((name) => html`<option value=${name} ?selected=${name === speed.value}>${words.speeds[name]}</option>`)}
            </select></label>`
        : nothing
    }
  </div>`;
}
