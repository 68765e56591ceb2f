/** Who has the processors while something is measured: a browser, or other programs of the machine. Linux says; elsewhere it is NaN. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Ticks that all processors were busy, those that the machine's host took included. */
function allTicks(): { readonly busy: number; readonly total: number } {
  const [, ...fields] = (readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? '').trim().split(/\s+/);
  const ticks = fields.slice(0, 8).map(Number);
  const total = ticks.reduce((sum, value) => sum + value, 0);
  const [, , , idle = 0, waiting = 0] = ticks;
  return { busy: total - idle - waiting, total };
}

/** Ticks of each process that stands in the group of `leader`, or is this one. */
function ownTicks(leader: number): Map<string, number> {
  const own = new Map<string, number>();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (Number(fields[2]) !== leader && Number(pid) !== process.pid) continue;
      own.set(pid, Number(fields[11]) + Number(fields[12]));
    } catch {
      // It has ended meanwhile.
    }
  }
  return own;
}

/** Begins to watch. @returns ends it, with the share of all processors that neither the browser nor this process had. */
export function watchOthers(leader: number | undefined): () => number {
  if (leader === undefined || !existsSync('/proc/stat')) return () => Number.NaN;
  const [all, own] = [allTicks(), ownTicks(leader)];
  return () => {
    const [allNow, ownNow] = [allTicks(), ownTicks(leader)];
    const ours = [...ownNow].reduce((sum, [pid, ticks]) => sum + ticks - (own.get(pid) ?? 0), 0);
    return Math.max(0, (allNow.busy - all.busy - ours) / (allNow.total - all.total));
  };
}
