/**
 * `npm run bench -- peers [--only W4] [--peers slope-webgpu,jax-webgpu] [--rounds N] [--seconds S] [--json FILE]`
 * Slope and its peers on the same workloads in headless Chrome: interleaved rounds, each library in a fresh page, results
 * checked against float64 before any rate counts. Exits 1 when a result is wrong.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import { median } from './median.ts';
import { type FirstStepLibrary, type Site, serveSite } from './peers/build.ts';
import { measureOverhead } from './peers/measure-overhead.ts';
import type { Measurement } from './peers/peer.ts';
import { referenceLosses } from './peers/reference.ts';
import { type Row, ratioTable, valueTable } from './peers/table.ts';
import { type NamedWorkload, trainingData, workloads } from './peers/workloads.ts';

const usage =
  'usage: npm run bench -- peers [--only W1,W4] [--variant TEXT] [--peers NAME,…] [--rounds N] [--seconds S] [--json FILE]';

/** Library and backend of each column. Slope's `auto` is what a visitor gets. */
const peers: Readonly<Record<string, readonly [string, string]>> = {
  'slope-webgpu': ['slope', 'webgpu'],
  'slope-cpu': ['slope', 'cpu'],
  'slope-auto': ['slope', 'auto'],
  'jax-webgpu': ['jax', 'webgpu'],
  'tfjs-webgpu': ['tfjs', 'webgpu'],
  'jax-wasm': ['jax', 'wasm'],
  'tfjs-wasm': ['tfjs', 'wasm'],
  'tfjs-webgl': ['tfjs', 'webgl'],
  'tfjs-cpu': ['tfjs', 'cpu'],
};

const firstStepOf: Readonly<Record<string, FirstStepLibrary>> = {
  'slope-webgpu': 'slope',
  'jax-webgpu': 'jax',
  'tfjs-webgpu': 'tensorflow',
};

/** The pure JavaScript backends take minutes where others take seconds; what they cannot win is left out. */
const tooSlow: Readonly<Record<string, readonly string[]>> = {
  'tfjs-cpu': ['W1', 'W4', 'W6'],
  'slope-auto': ['W1', 'W6'],
};

/** First steps of each library in a round. */
const firstSteps = 5;

interface Arguments {
  readonly groups: readonly string[];
  readonly variant: string;
  readonly names: readonly string[];
  readonly rounds: number;
  readonly seconds: number;
  readonly json: string | undefined;
}

function readArguments(args: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: 'W1,W2,W3,W4,W5,W6,W7,W8,W9' },
      variant: { type: 'string', default: '' },
      peers: { type: 'string', default: Object.keys(peers).join(',') },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '1.5' },
      json: { type: 'string' },
    },
  });
  const names = values.peers.split(',');
  const unknown = names.find((name) => !(name in peers));
  if (unknown !== undefined) throw new Error(`no peer "${unknown}"; there are: ${Object.keys(peers).join(', ')}`);
  const positive = (name: string, text: string) => {
    const value = Number(text);
    if (!(value > 0)) throw new Error(`--${name} ${text}: give a number above 0`);
    return value;
  };
  return {
    groups: values.only.split(','),
    variant: values.variant,
    names,
    rounds: positive('rounds', values.rounds),
    seconds: positive('seconds', values.seconds),
    json: values.json,
  };
}

/** A call into a page of its own: what one library leaves behind must not slow the next. */
async function inFreshPage<T>(
  site: Site,
  name: string,
  work: (call: (code: string) => Promise<unknown>) => Promise<T>,
) {
  const [library, backend] = peers[name] ?? ['', ''];
  const { browser, close } = await launchBrowser({ limitSeconds: 180 });
  try {
    const page = await browser.newPage();
    await page.goto(new URL('bench/peers/index.html', site.url).href);
    await page.waitForFunction('typeof window.openPeer === "function"');
    await page.evaluate(`window.openPeer(${JSON.stringify(library)}, ${JSON.stringify(backend)})`);
    return await work((code) => page.evaluate(code));
  } finally {
    await close();
  }
}

async function measureOnce(site: Site, name: string, named: NamedWorkload, seconds: number, losses: readonly number[]) {
  const { group, variant } = named;
  const call = `window.measureWorkload(${JSON.stringify(group)}, ${JSON.stringify(variant)}, ${JSON.stringify({ seconds, losses })})`;
  return inFreshPage(site, name, async (evaluate) => (await evaluate(call)) as Measurement);
}

/** Milliseconds from navigation to the first finished step, in a browser that has cached nothing; and the scripts it fetched. */
async function firstStep(site: Site, library: FirstStepLibrary) {
  const { browser, close } = await launchBrowser({ limitSeconds: 60 });
  try {
    const page = await browser.newPage();
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) scripts.push(response.url());
    });
    await page.goto(new URL(`bench/peers/first-step/${library}.html`, site.url).href);
    const done = await page.waitForFunction('window.firstStep');
    return { ...((await done.jsonValue()) as { ms: number; loss: number }), scripts };
  } finally {
    await close();
  }
}

async function adapterName(site: Site): Promise<string> {
  const { browser, close } = await launchBrowser({ limitSeconds: 60 });
  try {
    const page = await browser.newPage();
    await page.goto(new URL('bench/peers/index.html', site.url).href);
    const found = await page.evaluate(
      'navigator.gpu.requestAdapter().then((a) => [a.info.vendor, a.info.architecture, a.info.description].filter(Boolean).join(" "))',
    );
    return `${found}, ${await browser.version()}`;
  } finally {
    await close();
  }
}

/** Collects rounds and keeps their median. */
class Table {
  readonly #values = new Map<string, { row: Row; values: number[] }>();

  add(row: Row): void {
    const key = `${row.workload} ${row.variant} ${row.peer}`;
    const kept = this.#values.get(key);
    if (kept) {
      kept.values.push(row.value);
      kept.row = { ...row, ok: kept.row.ok && row.ok };
    } else this.#values.set(key, { row, values: [row.value] });
  }

  rows(): Row[] {
    return [...this.#values.values()].map(({ row, values }) => ({ ...row, value: median(values) }));
  }
}

/** W9 */
const overheadWorkloads = ['W2', 'W3', 'W4'] as const;
const apiWorkloads = ['W2', 'W3', 'W4', 'W5'] as const;

async function run(options: Arguments, site: Site): Promise<Row[]> {
  const table = new Table();
  const wanted = (group: string) => options.groups.includes(group);
  const chosen = workloads.filter(({ group, variant }) => wanted(group) && variant.includes(options.variant));
  const losses = new Map(
    chosen.flatMap(({ variant, group, workload }) =>
      workload.kind === 'train'
        ? [[`${group} ${variant}`, referenceLosses(workload.spec, trainingData(workload.spec), 4)] as const]
        : [],
    ),
  );
  for (let round = 1; round <= options.rounds; round++) {
    for (const named of chosen)
      for (const name of options.names) {
        const { group, variant, unit } = named;
        if (tooSlow[name]?.includes(group)) continue;
        const expected = losses.get(`${group} ${variant}`) ?? [];
        try {
          const { value, ok, how, message } = await measureOnce(site, name, named, options.seconds, expected);
          table.add({ workload: group, variant, peer: name, value, unit, ok });
          const note = [how, message].filter(Boolean).join('; ');
          console.error(`round ${round}  ${group} ${variant}  ${name}  ${value.toPrecision(4)} ${unit}  ${note}`);
        } catch (error) {
          console.error(
            `round ${round}  ${group} ${variant}  ${name}: ${error instanceof Error ? error.message : error}`,
          );
        }
      }
    if (wanted('W7')) {
      // A first step is one moment, and a busy one of the machine spoils it: several, in turn.
      for (let attempt = 0; attempt < firstSteps; attempt++)
        for (const name of options.names) {
          const library = firstStepOf[name];
          if (!library) continue;
          const { ms, loss, scripts } = await firstStep(site, library);
          const ok = Number.isFinite(loss);
          table.add({ workload: 'W7', variant: 'first step', peer: name, value: ms, unit: 'ms', ok });
          console.error(`round ${round}  W7 first step  ${name}  ${ms.toPrecision(4)} ms`);
          if (round > 1 || attempt > 0) continue;
          const size = { workload: 'W7', peer: name, unit: 'KB', ok: true };
          table.add({ ...size, variant: 'bundle, gzip', value: site.gzipBytes(library) / 1024 });
          const fetched = site.gzipBytesOf(scripts) / 1024;
          table.add({ ...size, variant: 'all fetched by the first step, gzip', value: fetched });
        }
    }
  }
  if (wanted('W8')) {
    for (const group of apiWorkloads)
      for (const name of options.names.filter((peer) => peer.endsWith('webgpu'))) {
        const variant = workloads.filter((workload) => workload.group === group).at(group === 'W4' ? 1 : 0)?.variant;
        // Slope adapts its submits at first; of the peers, some take a second for a step.
        const steps = name.startsWith('slope') ? 200 : 20;
        const call = `window.countCalls(${JSON.stringify(group)}, ${JSON.stringify(variant)}, ${steps})`;
        const counts = await inFreshPage(
          site,
          name,
          async (evaluate) => (await evaluate(call)) as Record<string, number>,
        );
        for (const [method, value] of Object.entries(counts)) {
          table.add({ workload: 'W8', variant: `${group} ${method}`, peer: name, value, unit: 'a step', ok: true });
        }
      }
  }
  if (wanted('W9') && options.names.includes('slope-webgpu')) {
    for (const group of overheadWorkloads) {
      const named = workloads.find((workload) => workload.group === group);
      if (!named) continue;
      for (const { variant, value, unit } of await measureOverhead(site.url, named, options.seconds)) {
        table.add({ workload: 'W9', variant: `${group} ${variant}`, peer: 'slope-webgpu', value, unit, ok: true });
        console.error(`W9  ${group} ${variant}  ${value.toPrecision(3)} ${unit}`);
      }
    }
  }
  return table.rows();
}

export async function main(args: readonly string[]): Promise<void> {
  let options: Arguments;
  try {
    options = readArguments(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const site = await serveSite();
  try {
    const adapter = await adapterName(site);
    const rows = await run(options, site);
    console.log(`\n${adapter}\n\n${valueTable(rows)}\n${ratioTable(rows)}`);
    const date = new Date().toISOString().slice(0, 10);
    if (options.json) await writeFile(options.json, `${JSON.stringify({ adapter, date, rows }, null, 2)}\n`);
    const wrong = rows.filter(({ ok }) => !ok);
    for (const { workload, variant, peer } of wrong) console.log(`WRONG: ${peer} on ${workload} ${variant}`);
    if (wrong.some(({ peer }) => peer.startsWith('slope'))) process.exitCode = 1;
  } finally {
    await site.close();
  }
}
