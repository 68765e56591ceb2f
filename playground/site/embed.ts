// One figure in a frame: `embed.html?element=gradient-descent&preset=slide&lang=fr`, for course platforms that strip scripts.
// The frame's address is the figure's state; its events and its height go to the page around it by `postMessage`.

import { tags } from '../slope.ts';
import { applyPreferences } from './preferences.ts';

/** What a figure says to the page that it stands in, and this frame to the page around it. */
const events = [
  'ready',
  'step',
  'epoch',
  'change',
  'diverged',
  'complete',
  'error',
  'device-lost',
  'device-restored',
] as const;

const query = new URLSearchParams(location.search);
const name = query.get('element') ?? '';
applyPreferences();
const theme = query.get('theme');
if (theme) document.documentElement.setAttribute('theme', theme);

const tell = (message: { readonly type: string; readonly [key: string]: unknown }): void => {
  // Nothing here is secret, and the page around may be anybody's.
  if (parent !== window) parent.postMessage(message, '*');
};

if (tags.includes(`slope-${name}`)) {
  const figure = document.createElement(`slope-${name}`);
  figure.toggleAttribute('url-state', true);
  figure.setAttribute('loading', 'eager');
  for (const [key, value] of query) if (key.startsWith('without-')) figure.setAttribute(key, value);
  document.body.append(figure);
} else {
  const names = tags.map((tag) => tag.replace('slope-', '')).join(', ');
  document.body.append(`embed.html?element=…: ${names}`);
}
for (const event of events) {
  addEventListener(`slope-${event}`, (happened) => {
    if (!(happened instanceof CustomEvent)) return;
    tell({ type: `slope-${event}`, element: name, detail: plain(happened.detail) });
  });
}
new ResizeObserver(() =>
  tell({ type: 'slope-height', height: Math.ceil(document.body.getBoundingClientRect().height) }),
).observe(document.body);

/** A copy that can be posted. */
function plain(detail: unknown): unknown {
  try {
    return structuredClone(detail);
  } catch {
    return undefined;
  }
}
