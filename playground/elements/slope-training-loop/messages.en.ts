// English sentences of `<slope-training-loop>`.

import type { Box } from './definition.ts';

export const loopEnglish = {
  title: 'The training loop, box by box',
  presets: {
    works: {
      name: 'Round and round',
      about: 'A small network learns 1,437 digits: slowly at first, so that each box can be followed.',
    },
    'at-the-loss': {
      name: 'Stop at the loss',
      about: 'Halts each time it reaches the loss: press Go on and see the number change.',
    },
    'at-validation': {
      name: 'Stop after each epoch',
      about: 'Runs through all batches of an epoch and halts where the others are asked.',
    },
    slow: {
      name: 'Too small a step',
      about: 'Fails on purpose: η = 0.005. Everything works, and next to nothing moves.',
    },
    'too-long': {
      name: 'Too long a step',
      about: 'Fails on purpose: η = 15. The weights are thrown about, and most neurons fall silent.',
    },
  } as Record<string, { name: string; about: string }>,
  settings: {
    learningRate: { label: 'Learning rate η', hint: 'May change on the way.' },
    batchSize: { label: 'Batch size' },
    epochs: { label: 'Epochs' },
    seed: { label: 'Seed' },
    backend: { label: 'Compute on', options: { auto: 'auto', webgpu: 'WebGPU', cpu: 'CPU' } },
    stop: {
      label: 'Halt at',
      hint: 'Or press a box.',
      options: {
        nowhere: 'no box',
        data: 'data',
        batch: 'batch',
        model: 'model',
        loss: 'loss',
        gradient: 'gradient',
        optimizer: 'optimizer',
        weights: 'weights',
        validation: 'validation',
      },
    },
  } as Record<string, { label: string; hint?: string; options?: Record<string, string> }>,
  seedError: (text: string) => `“${text}” cannot be used. Write a whole number.`,
  step: { box: '1 box', update: '1 update', epoch: '1 epoch' },
  progress: (step: string, all: string, epoch: string, epochs: string) =>
    `update ${step} of ${all} · epoch ${epoch} of ${epochs}`,
  loading: 'Loading 1,437 pictures of digits …',
  failed: (message: string) => `The pictures could not be loaded: ${message}`,
  boxes: {
    data: 'Data',
    batch: 'Batch',
    model: 'Model',
    loss: 'Loss',
    gradient: 'Gradient',
    optimizer: 'Optimizer',
    weights: 'Weights',
    validation: 'Validation',
  } as Record<Box, string>,
  haltHere: (box: string) => `Halt at ${box}`,
  halts: 'halts here',
  data: (images: string, batches: string) => `${images} labelled images, shuffled anew: ${batches} batches`,
  epoch: (epoch: string) => `Epoch ${epoch}`,
  batch: (count: string, from: string) => `${count} images, from place ${from} on`,
  batchText: (labels: string) => `Digits ${labels}`,
  model: (hidden: string, weights: string) => `64 → ${hidden} → 10, ${weights} weights`,
  says: (said: string, share: string) => `says ${said} (${share})`,
  truth: (truth: string) => `it is ${truth}`,
  lossAbout: 'mean cross-entropy of the batch',
  right: (share: string) => `${share} of it right`,
  gradientAbout: 'all slopes together',
  oneWeight: 'of one weight w:',
  optimizerAbout: 'plain descent, the same rule for every weight',
  weightsAbout: 'moved on average by',
  most: (value: string) => `at most by ${value}`,
  again: 'and round again',
  validationAbout: (count: string) => `${count} other images, asked once per epoch`,
  validated: (loss: string) => `right, with a loss of ${loss}`,
  notYet: 'not asked yet',
  summary: (box: string) => `A loop of eight boxes. The run is at: ${box}.`,
  chart: 'Loss',
  chartX: 'update',
  at: (x: string) => `update ${x}`,
  diverged: 'The loss is no longer a number: the step was far too long. Take a smaller learning rate and press Reset.',
  trainFailed: (message: string) => `The run stopped: ${message}`,
  announce: (epoch: string, share: string) => `Epoch ${epoch}: ${share} of the validation images right.`,
};

export type LoopMessages = typeof loopEnglish;
