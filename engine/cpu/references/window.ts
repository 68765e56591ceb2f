// The walk over windows that slide over images [B, H, W, C].

import type { WindowAttributes } from '../../graph/node.ts';
import type { Shape } from '../../graph/shape.ts';

/** Calls `visit` for every output position and every place of its window that lies within the image. */
export function eachPlace(
  { window, strides, padding }: WindowAttributes,
  images: Shape,
  output: Shape,
  /** Positions count pixels over all images; `place` counts within the window. */
  visit: (position: number, pixel: number, place: number) => void,
): void {
  const [batch = 0, height = 0, width = 0] = images;
  const [, rows = 0, columns = 0] = output;
  let position = 0;
  for (let b = 0; b < batch; b++)
    for (let r = 0; r < rows; r++)
      for (let c = 0; c < columns; c++, position++)
        for (let i = 0; i < window[0]; i++) {
          const row = r * strides[0] + i - padding[0];
          if (row < 0 || row >= height) continue;
          for (let j = 0; j < window[1]; j++) {
            const column = c * strides[1] + j - padding[1];
            if (column >= 0 && column < width) visit(position, (b * height + row) * width + column, i * window[1] + j);
          }
        }
}
