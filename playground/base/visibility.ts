// Whether anybody can see an element: a run that nobody watches is paused and gives its machine back.

import type { ReactiveController, ReactiveControllerHost } from 'lit';

export type Sight = 'seen' | 'off-screen' | 'hidden-tab';

/** Reports changes of sight; an element is seen until the browser has said otherwise. */
export class VisibilityController implements ReactiveController {
  sight: Sight = 'seen';
  readonly #host: ReactiveControllerHost & Element;
  readonly #changed: (sight: Sight) => void;
  #observer: IntersectionObserver | undefined;
  #onScreen = true;
  readonly #update = (): void => {
    const sight: Sight = document.hidden ? 'hidden-tab' : this.#onScreen ? 'seen' : 'off-screen';
    if (sight === this.sight) return;
    this.sight = sight;
    this.#changed(sight);
  };

  constructor(host: ReactiveControllerHost & Element, changed: (sight: Sight) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#update);
    this.#observer = new IntersectionObserver((entries) => {
      this.#onScreen = entries.at(-1)?.isIntersecting ?? true;
      this.#update();
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#update);
    this.#observer?.disconnect();
  }
}
