// English words of the parts that every experiment is built from: transport, notices, charts, code, backends.

import type { NumberFormats } from '../formats/numbers.ts';

export const sharedEnglish = {
  transport: {
    label: 'Run the experiment',
    play: 'Train',
    pause: 'Pause',
    resume: 'Go on',
    more: (epochs: string) => `${epochs} more epochs`,
    step: 'Step',
    reset: 'Reset',
    newSeed: 'New seed',
    playHint: 'Start or pause (space)',
    stepHint: (unit: string) => `${unit} (→)`,
    resetHint: 'Back to the same initial weights (R)',
    newSeedHint: 'Other initial weights',
    speed: 'Speed',
    speeds: { full: 'full', slow: 'slow', slowest: 'one by one' },
    keys: 'Keys inside the figure: space starts and pauses, → makes one step, R resets.',
  },
  state: {
    loading: 'Loading',
    ready: 'Ready',
    waiting: 'Starts when the data is here',
    preparing: 'Preparing',
    running: 'Training',
    paused: 'Paused',
    complete: 'Finished',
    diverged: 'Diverged',
    failed: 'Stopped',
    'off-screen': 'Paused while out of sight',
    'hidden-tab': 'Paused while the tab was hidden',
  },
  situation: 'Situation',
  changed: (count: number, f: NumberFormats) =>
    f.plural(count, `${count} setting changed`, `${count} settings changed`),
  restore: 'Restore',
  backend: {
    name: { webgpu: 'WebGPU', cpu: 'CPU' },
    software: 'software adapter, no graphics hardware: times say nothing about a real GPU',
    softwareShort: 'software adapter',
    detecting: 'looking for a graphics adapter …',
    missing: (name: string) => `${name}, not available here`,
  },
  progress: {
    epoch: (epoch: string, epochs: string) => `epoch ${epoch} of ${epochs}`,
    left: (time: string) => `${time} left`,
    speed: (rate: string) => `${rate} images/s`,
    announce: (epoch: string, epochs: string, accuracy: string) =>
      `Epoch ${epoch} of ${epochs}: validation accuracy ${accuracy}.`,
  },
  notices: {
    dismiss: 'Dismiss',
    retry: 'Retry',
    reload: 'Reload the page',
    rebuilt: (names: string) => `Started over with a new model, same seed: ${names} changed.`,
    resumed: {
      'off-screen': 'The run was paused while the figure was out of sight; it goes on now.',
      'hidden-tab': 'The run was paused while this tab was hidden; it goes on now.',
    },
    onCpu: {
      'no-api':
        'This browser has no WebGPU, so training runs on the processor: slower, with the same results. To use the graphics processor, open the page over https in a recent Chrome, Edge, Firefox or Safari.',
      'no-adapter':
        'This browser has WebGPU but finds no graphics adapter, so training runs on the processor: slower, with the same results. Hardware acceleration may be off in the browser’s settings.',
      software:
        'The only WebGPU adapter here is a software one, so training runs on the processor, which is faster. Choose “WebGPU” to use the software adapter all the same.',
    },
    webGpuMissing: {
      'no-api':
        'WebGPU was asked for, but this browser does not have it. Choose “auto” or “CPU” to train all the same, or open the page over https in a recent Chrome, Edge, Firefox or Safari.',
      'no-adapter':
        'WebGPU was asked for, but the browser finds no graphics adapter. Choose “auto” or “CPU” to train all the same, or switch hardware acceleration on in the browser’s settings.',
    },
    useCpu: 'Use the CPU',
    deviceLost:
      'The browser took the graphics device away (sleep, driver update, or too much memory in use). A new one is being prepared from the last snapshot; nothing needs to be done.',
    deviceRestored: (step: string) => `A new graphics device is here; training goes on from update ${step}.`,
    deviceLostAgain:
      'The graphics device was lost a second time. Close other tabs that use graphics and reload the page, or go on with the CPU.',
    failed: (message: string) => `The run stopped: ${message} Press Reset to start again with the same weights.`,
    refusedSetting: (label: string, text: string, used: string) =>
      `${label}: “${text}” from the address or an attribute cannot be used, so it stays ${used}.`,
  },
  chart: {
    training: 'training',
    validation: 'validation',
    batch: 'batches',
    epoch: 'epoch',
    noValues: 'No values yet: press Train.',
    table: 'Table',
    values: (list: string) => `Latest values: ${list}.`,
    keyboard: 'Arrow keys move through the values.',
    at: (x: string) => `epoch ${x}`,
  },
  plane: {
    explore: 'Arrow keys move a cross-hair, with Shift in larger steps.',
    move: 'N and P go from one movable point to the next; Enter takes it and puts it down.',
    add: 'Enter adds a point at the cross-hair, Shift and Enter one of the other class.',
    remove: 'Delete removes the point.',
    taken: (name: string) => `${name} taken; the arrow keys move it.`,
    placed: (name: string, at: string) => `${name} placed at ${at}.`,
    at: (x: string, y: string) => `${x}, ${y}`,
  },
  code: {
    label: 'Code in three libraries',
    copy: 'Copy',
    copied: 'Copied',
    select: 'Copying is not allowed here; the text is selected, copy it with the keyboard.',
  },
  /** Between a name and what it names. */
  colon: ':',
  csv: 'Save as CSV',
};

export type SharedMessages = typeof sharedEnglish;
