// Pictures take turns: what a run changes is painted a few milliseconds per frame, so that no frame is long.

/** A frame has 16 ms at sixty a second; layout, the page's own paint and a slower machine need their share. */
const BUDGET_MS = 6;
/**
 * A small canvas is painted in no time, but the browser hands over each that changed before the frame can end: sixty at once held the
 * page up for 50 ms on a software adapter.
 */
const MOST_PICTURES = 10;

const waiting = new Map<object, () => void>();
let asked = false;

/** Paints with the next frame, or with the one after it when that frame has done enough. Asked again, only the newest request counts. */
export function paintInTurn(picture: object, paint: () => void): void {
  // Kept in its place: a picture that changes all the time waits no longer than one that does not.
  waiting.set(picture, paint);
  ask();
}

function ask(): void {
  if (asked || waiting.size === 0) return;
  asked = true;
  requestAnimationFrame(paintSome);
}

function paintSome(): void {
  asked = false;
  const started = performance.now();
  let painted = 0;
  for (const [picture, paint] of waiting) {
    waiting.delete(picture);
    paint();
    if (++painted === MOST_PICTURES || performance.now() - started > BUDGET_MS) break;
  }
  ask();
}
