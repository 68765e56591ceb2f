// English sentences of `<slope-peers>`.

export const peersEnglish = {
  title: 'This engine and other libraries on the same work',
  presets: {
    webgpu: { name: 'WebGPU only', about: 'Libraries that compute with WebGPU, each against the best of the others.' },
    every: {
      name: 'Every backend',
      about: 'WebGL, WebAssembly and JavaScript as well: on a software adapter these often win.',
    },
    digits: { name: 'Digits', about: 'One training at three batch sizes, on every backend.' },
  } as Record<string, { name: string; about: string }>,
  settings: {
    against: { label: 'Compared', options: { webgpu: 'WebGPU', all: 'every backend' } },
    workload: {
      label: 'Work',
      options: {
        all: 'all',
        W1: 'matrix products',
        W2: 'linear regression',
        W3: 'network 2-8-8-1',
        W4: 'digits',
        W5: 'house prices',
        W6: 'softmax and sum',
        W7: 'first step',
        W8: 'calls',
      },
    },
  } as Record<string, { label: string; options?: Record<string, string> }>,
  workloads: {
    W1: 'Matrix products',
    W2: 'Linear regression, 200 points',
    W3: 'Network 2-8-8-1, batches of 32',
    W4: 'Digits, network 784-100-100-10',
    W5: 'House prices, network 13-64-64-1',
    W6: 'Softmax and sum',
    W7: 'From opening the page to the first step',
    W8: 'Calls to the graphics interface',
  } as Record<string, string>,
  variants: {} as Record<string, string>,
  units: {} as Record<string, string>,
  play: 'Measure here',
  step: '1 workload',
  resetHint: 'Throw your own figures away (R)',
  progress: 'Measurements on this machine',
  done: (count: string, all: string) => `${count} of ${all} trainings measured on this machine`,
  peers: { slope: 'Slope', jax: 'jax-js', tfjs: 'TensorFlow.js' } as Record<string, string>,
  backends: { webgpu: 'WebGPU', cpu: 'CPU', auto: 'auto', wasm: 'WASM', webgl: 'WebGL' } as Record<string, string>,
  measured: (adapter: string, date: string) => `Measured on ${adapter}${date ? `, ${date}` : ''}.`,
  software:
    'This is a software adapter: the processor plays graphics card. The order of the libraries on real graphics hardware may be another one.',
  axis: 'How many times as good as the best other library │: each further line is ten times as much.',
  bar: (name: string, value: string, ratio: string) =>
    `${name}: ${value}${ratio ? `, ${ratio} times the best other library` : ''}`,
  ratio: (value: string) => `× ${value}`,
  wrong: 'wrong result',
  here: 'on this machine',
  hereMeasuring: 'measuring …',
  hereNote: (adapter: string) =>
    `Your machine${adapter ? ` (${adapter})` : ''} is another one than that of the bars: its figures stand beside them, not among them. To measure the other libraries as well, run “npm run bench -- peers”.`,
  figures: 'The bars',
  empty: 'These figures hold nothing of this kind.',
  failed: (message: string) => `A measurement failed: ${message}`,
  loadFailed: (message: string) => `The figures could not be loaded: ${message}`,
};

export type PeersMessages = typeof peersEnglish;
