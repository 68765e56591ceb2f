// A small grey or signed image drawn pixel by pixel: a digit, the weights that a neuron gives to each pixel.

import { channels, type Palette } from '../base/palette.ts';
import { paintInTurn } from './turns.ts';

export type PixelScale =
  /** 0 is paper, 1 is ink. */
  | 'ink'
  /** Negative blue, zero neutral, positive orange; the largest magnitude is full colour. */
  | 'diverging';

/**
 * `<slope-pixels>`: set `picture` to the values (row by row, square) and the colours. Plain element without a shadow root: a page
 * shows hundreds of them, each is one canvas that its container's stylesheet sizes.
 */
export class PixelImage extends HTMLElement {
  #picture: PixelPicture | undefined;

  set picture(picture: PixelPicture | undefined) {
    const before = this.#picture;
    this.#picture = picture;
    if (!picture?.palette) return;
    const same =
      before?.values === picture.values && before.palette === picture.palette && before.scale === picture.scale;
    if (same) return;
    this.#canvas();
    const { palette } = picture;
    paintInTurn(this, () => this.#draw(picture, palette));
  }

  get picture(): PixelPicture | undefined {
    return this.#picture;
  }

  #canvas(): HTMLCanvasElement {
    let canvas = this.querySelector('canvas');
    if (!canvas) {
      canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      this.append(canvas);
    }
    return canvas;
  }

  #draw({ values, scale }: PixelPicture, palette: Palette): void {
    const side = Math.round(Math.sqrt(values.length));
    const canvas = this.#canvas();
    canvas.width = side;
    canvas.height = side;
    const context = canvas.getContext('2d');
    if (!context) return;
    const image = context.createImageData(side, side);
    paint(image.data, values, scale, palette);
    context.putImageData(image, 0, 0);
  }
}

export interface PixelPicture {
  readonly values: ArrayLike<number>;
  readonly scale: PixelScale;
  readonly palette: Palette | undefined;
}

function paint(pixels: Uint8ClampedArray, values: ArrayLike<number>, scale: PixelScale, palette: Palette): void {
  const ink = channels(palette.ink);
  const zero = channels(scale === 'ink' ? palette.paper : palette.zero);
  const sides = { negative: channels(palette.negative), positive: channels(palette.positive) };
  let largest = 1;
  if (scale === 'diverging') {
    largest = 1e-12;
    for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] ?? 0));
  }
  for (let i = 0; i < values.length; i++) {
    const value = (values[i] ?? 0) / largest;
    const to = scale === 'ink' ? ink : value < 0 ? sides.negative : sides.positive;
    const share = Math.min(1, Math.abs(value));
    for (let c = 0; c < 3; c++) pixels[i * 4 + c] = (zero[c] ?? 0) + ((to[c] ?? 0) - (zero[c] ?? 0)) * share;
    pixels[i * 4 + 3] = 255;
  }
}

if (!customElements.get('slope-pixels')) customElements.define('slope-pixels', PixelImage);

declare global {
  interface HTMLElementTagNameMap {
    'slope-pixels': PixelImage;
  }
}
