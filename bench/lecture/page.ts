// The page in which the lecture's experiments run: `bench/lecture.ts` calls it through the browser's protocol.

import type { ExperimentOptions, Row } from './experiment.ts';
import { experiments } from './experiments.ts';

declare global {
  interface Window {
    runExperiment(name: string, options: Pick<ExperimentOptions, 'seeds' | 'epochs' | 'backend'>): Promise<string>;
    /** Given by the command. */
    reportRow(row: Row): void;
    reportLine(line: string): void;
  }
}

window.runExperiment = async (name, options) => {
  const experiment = experiments[name];
  if (!experiment) throw new Error(`no experiment "${name}"; there are: ${Object.keys(experiments).join(', ')}`);
  const { adapter } = await experiment({
    ...options,
    report: (row) => window.reportRow(row),
    say: (line) => window.reportLine(line),
  });
  return adapter;
};
