/**
 * `node bench.mjs [--only W1,W6] [--seconds S] [--json FILE]`, in the folder that `npm run bench:pack` makes: every product
 * kernel against float64, then the workloads W1 to W6, on this machine's GPU through Dawn. Needs no network.
 */
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { rememberVariant, shapeClass, variantsFor } from '../../engine/ops/matmul-choice.ts';
import { sharedDevice } from '../../engine/webgpu/device.ts';
import { measure } from '../peers/peer.ts';
import { referenceLosses } from '../peers/reference.ts';
import { createPeer } from '../peers/slope.ts';
import { randomMatrix, trainingData, workloads } from '../peers/workloads.ts';
import { copyBandwidth, multiplyAddCeiling } from './limits.ts';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'W1,W2,W3,W4,W5,W6' },
    seconds: { type: 'string', default: '1.5' },
    json: { type: 'string' },
  },
});

/** The package is not a dependency of the repository: its name must not be resolved when this is bundled. */
const dawn = 'webgpu';
const { create, globals } = (await import(/* @vite-ignore */ dawn)) as {
  create(switches: string[]): GPU;
  globals: object;
};
Object.assign(globalThis, globals);
Object.defineProperty(globalThis, 'navigator', { value: { gpu: create([]) }, configurable: true });

/** Every product kernel that this device can run, at sizes that are no multiples of its tiles. Returns the wrong ones. */
async function checkProducts(): Promise<string[]> {
  const { traits } = await sharedDevice();
  const peer = await createPeer('webgpu');
  const wrong: string[] = [];
  const [m, n, k] = [100, 68, 36];
  for (const [transposeA, transposeB] of [
    [false, false],
    [true, false],
    [false, true],
  ] as const) {
    const shape = { m, n, k, transposeA, transposeB };
    const [a, b] = [randomMatrix(m * k, 1), randomMatrix(k * n, 2)];
    for (const name of variantsFor(shape, traits)) {
      rememberVariant(shapeClass(shape), name);
      const product = await (await peer.matmul(shape, a, b)).result();
      let worst = 0;
      for (let i = 0; i < m; i++)
        for (let j = 0; j < n; j++) {
          let expected = 0;
          for (let p = 0; p < k; p++) {
            expected += (a[transposeA ? p * m + i : i * k + p] ?? 0) * (b[transposeB ? j * k + p : p * n + j] ?? 0);
          }
          worst = Math.max(worst, Math.abs((product[i * n + j] ?? Number.NaN) - expected));
        }
      const layout = `${transposeA ? 'Aᵀ' : 'A'}·${transposeB ? 'Bᵀ' : 'B'}`;
      console.log(`${layout} by ${name}: off by ${worst.toExponential(1)} at most`);
      if (!(worst < 1e-4)) wrong.push(`${layout} by ${name}`);
    }
  }
  return wrong;
}

const { gpu, adapter } = await sharedDevice();
const ceiling = await multiplyAddCeiling(gpu, adapter.isSoftware);
const bandwidth = await copyBandwidth(gpu);
console.log(
  `${adapter.name}: ${ceiling.toFixed(0)} GFLOP/s of multiply-adds, copies at ${bandwidth.toFixed(1)} GB/s\n`,
);
const wrong = await checkProducts();
const peer = await createPeer('webgpu');
const rows = [];
for (const named of workloads.filter(({ group }) => options.only.split(',').includes(group))) {
  const { group, variant, unit, workload } = named;
  const losses = workload.kind === 'train' ? referenceLosses(workload.spec, trainingData(workload.spec), 4) : [];
  const { value, ok, message } = await measure(peer, named, { seconds: Number(options.seconds), losses });
  const limit = { 'GFLOP/s': ceiling, 'GB/s': bandwidth }[unit];
  const share = limit === undefined ? '' : `  ${((100 * value) / limit).toFixed(0)} %`;
  console.log(`${group} ${variant}  ${value.toPrecision(4)} ${unit}${share}  ${ok ? '' : `WRONG: ${message}`}`);
  rows.push({ workload: group, variant, value, unit, ok, ...(limit !== undefined && { limit }) });
  if (!ok) wrong.push(`${group} ${variant}`);
}
if (options.json)
  await writeFile(options.json, `${JSON.stringify({ adapter: adapter.name, ceiling, bandwidth, rows }, null, 2)}\n`);
if (wrong.length > 0) console.log(`WRONG: ${wrong.join(', ')}`);
// Dawn's threads would keep the process alive.
process.exit(wrong.length > 0 ? 1 : 0);
