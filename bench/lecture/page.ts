// The page in which the lecture's experiments run: `bench/lecture.ts` calls it through the browser's protocol.

import { detectBackends } from '../../engine/index.ts';
import type { ExperimentOptions, Row } from './experiment.ts';
import { experiments } from './experiments.ts';
import type { ExperimentName } from './names.ts';

declare global {
  interface Window {
    /** Resolves with the name of the WebGPU adapter. */
    runExperiment(
      name: ExperimentName,
      options: Pick<ExperimentOptions, 'seeds' | 'epochs' | 'backend'>,
    ): Promise<string>;
    /** Given by the command. */
    reportRow(row: Row): void;
    reportLine(line: string): void;
  }
}

window.runExperiment = async (name, options) => {
  await experiments[name]({
    ...options,
    datasets: { base: new URL('/', location.href) },
    report: (row) => window.reportRow(row),
    say: (line) => window.reportLine(line),
  });
  const { webgpu } = await detectBackends();
  return webgpu.available ? webgpu.adapter : 'none';
};
