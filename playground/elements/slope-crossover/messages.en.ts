// English sentences of `<slope-crossover>`.

export const crossoverEnglish = {
  title: 'Steps per second on the processor and on the graphics processor, by size of the model',
  presets: {
    usual: { name: 'Batches of 64', about: 'The usual case: both are measured on networks from small to large.' },
    'one-by-one': { name: 'One by one', about: 'A batch of one gives the graphics processor little to do at once.' },
    'large-batches': { name: 'Batches of 512', about: 'Much to do at once: where graphics processors are at home.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    largest: { label: 'Widest network' },
    layers: { label: 'Hidden layers' },
    batchSize: { label: 'Batch size' },
  } as Record<string, { label: string }>,
  play: 'Measure',
  step: '1 size',
  resetHint: 'Throw the figures away (R)',
  progress: 'Measurements',
  done: (count: string, all: string) => `${count} of ${all} sizes`,
  measuring: (name: string, width: string) => `${name}, width ${width}`,
  names: { cpu: 'CPU', webgpu: 'WebGPU' },
  plot: {
    title: 'Steps per second',
    parameters: 'parameters',
    steps: 'steps/s',
    none: 'Nothing measured yet: press “Measure”.',
    summary: (sizes: string, finding: string) => `Steps per second of ${sizes} sizes on both executors. ${finding}`,
    crossing: (parameters: string) => `${parameters}`,
    legend: 'Blue circles: CPU. Orange triangles: WebGPU. Both axes are logarithmic.',
  },
  finding: {
    title: 'Where they cross',
    waiting: 'Measure first: every machine has its own answer.',
    crossing: (parameters: string) => `On this machine WebGPU is faster from about ${parameters} parameters on.`,
    gpu: 'On this machine WebGPU is faster at every size measured.',
    cpu: 'On this machine the CPU is faster at every size measured.',
    lead: (times: string, name: string, parameters: string) =>
      `At ${parameters} parameters, ${name} makes ${times} times as many steps.`,
    missing: 'There is no WebGPU here: only the CPU can be measured.',
    software:
      'Mind that the only adapter here is a software one: the “graphics processor” is the same processor once more. On real graphics hardware the orange curve lies elsewhere.',
    adapter: (name: string) => `Adapter: ${name}`,
    worker: 'Both run outside the page’s own thread: it stays usable while they are measured.',
  },
  table: {
    title: 'The figures',
    width: 'width',
    parameters: 'parameters',
    ratio: 'WebGPU : CPU',
    slow: 'too slow',
  },
  failed: (message: string) => `A measurement failed: ${message}`,
  announce: (finding: string) => `All sizes are measured. ${finding}`,
};

export type CrossoverMessages = typeof crossoverEnglish;
