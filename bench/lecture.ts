/**
 * `npm run lecture -- [EXPERIMENT…] [--seeds N] [--epochs N] [--backend webgpu|cpu] [--json FILE]`
 * Runs the lecture's experiments in headless Chrome and prints its numbers beside ours; exits 1 when one is not within.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { launchBrowser } from './browser.ts';
import type { Row } from './lecture/experiment.ts';
import { experimentNames } from './lecture/names.ts';
import { serveSources } from './serve.ts';

const usage = 'usage: npm run lecture -- [EXPERIMENT…] [--seeds N] [--epochs N] [--backend webgpu|cpu] [--json FILE]';
const known: readonly string[] = experimentNames;
/** Everything on a software adapter may take hours. */
const limitSeconds = 4 * 3600;

interface Arguments {
  readonly names: readonly string[];
  readonly seeds: number | undefined;
  readonly epochs: number | undefined;
  readonly backend: 'webgpu' | 'cpu';
  readonly json: string | undefined;
}

function readArguments(): Arguments {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string' },
      epochs: { type: 'string' },
      backend: { type: 'string', default: 'webgpu' },
      json: { type: 'string' },
    },
  });
  const whole = (name: string, text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} ${text}: give a whole number of at least 1`);
    return value;
  };
  const unknown = positionals.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`no experiment "${unknown}"; there are: ${known.join(', ')}`);
  if (values.backend !== 'webgpu' && values.backend !== 'cpu') {
    throw new Error(`--backend ${values.backend}: give webgpu or cpu`);
  }
  return {
    names: positionals.length > 0 ? positionals : known,
    seeds: values.seeds === undefined ? undefined : whole('seeds', values.seeds),
    epochs: values.epochs === undefined ? undefined : whole('epochs', values.epochs),
    backend: values.backend,
    json: values.json,
  };
}

const shown = (value: number) => {
  if (Number.isInteger(value)) return String(value);
  return Math.abs(value) < 0.001 ? value.toExponential(1) : value.toFixed(4);
};

function lectureText({ expected }: Row): string {
  if (expected === null) return '';
  const { value, tolerance = 0, relation = 'near' } = expected;
  if (relation === 'equal') return shown(value);
  if (relation === 'near') return `${shown(value)} ± ${shown(tolerance)}`;
  const bound = shown(relation === 'at least' ? value - tolerance : value + tolerance);
  return tolerance === 0 ? `${relation} ${bound}` : `${relation} ${bound} (${shown(value)})`;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.experiment,
    row.seed,
    row.quantity,
    lectureText(row),
    shown(row.ours),
    row.expected === null ? '' : row.within ? 'yes' : 'NO',
  ]);
  const cells = [['experiment', 'seed', 'quantity', 'lecture', 'ours', 'within'], ...lines];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  return cells
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function run({ names, seeds, epochs, backend, json }: Arguments): Promise<boolean> {
  const served = await serveSources();
  const browser = await launchBrowser({ limitSeconds, onLimit: (message) => console.error(message) });
  try {
    const page = await browser.browser.newPage();
    page.on('pageerror', (error) => console.error(String(error)));
    const rows: Row[] = [];
    await page.exposeFunction('reportRow', (row: Row) => void rows.push(row));
    await page.exposeFunction('reportLine', (line: string) => console.error(line));
    await page.goto(new URL('bench/lecture/index.html', served.url).href);
    await page.waitForFunction('typeof window.runExperiment === "function"');
    let adapter = 'unknown';
    for (const name of names) {
      const call = `window.runExperiment(${JSON.stringify(name)}, ${JSON.stringify({ seeds, epochs, backend })})`;
      adapter = String(await page.evaluate(call));
    }
    console.log(`\nWebGPU: ${adapter}\n\n${table(rows)}`);
    if (json) await writeFile(json, `${JSON.stringify({ adapter, backend, rows }, null, 2)}\n`);
    const missed = rows.filter(({ within }) => !within).length;
    console.log(`\n${missed === 0 ? 'All numbers are within.' : `${missed} numbers are not within.`}`);
    return missed === 0;
  } finally {
    await browser.close();
    await served.close();
  }
}

try {
  process.exitCode = (await run(readArguments())) ? 0 : 1;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n${usage}`);
  process.exitCode = 2;
}
