// The keys that drive every experiment: space, right arrow, R; and where they mean something else.

export type RunKey = 'toggle' | 'step' | 'reset';

/** What a key does to the run; undefined where a field, a slider or a button has its own use for it. */
export function runKey(event: KeyboardEvent): RunKey | undefined {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const target = event.composedPath()[0];
  if (!(target instanceof Element)) return undefined;
  const typing = target.closest('input:not([type=range], [type=radio], [type=checkbox]), textarea, select') !== null;
  const ownArrows = typing || target.closest('input, [data-own-keys], [role=tab]') !== null;
  const ownSpace = ownArrows || target.closest('button, summary, a') !== null;
  if (event.key === ' ' && !ownSpace) return 'toggle';
  if (event.key === 'ArrowRight' && !ownArrows) return 'step';
  if (event.key.toLowerCase() === 'r' && !typing) return 'reset';
  return undefined;
}
