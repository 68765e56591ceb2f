// The page on CPU and GPU in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { timeOfStep } from './formulas.ts';

export const english: LessonWords = {
  section: '4 Speed',
  title: 'Processor or graphics processor',
  question: 'From what size on is a graphics processor worth the trouble?',
  opening: html`<p>A graphics processor does thousands of multiplications at once, but every order to it takes a moment. A processor begins at once, and then does a few at
      a time. So small networks belong on the one and large ones on the other. Where one overtakes the other depends on the machine, and yours is measured here:
      the same training steps, on both, from a few hundred parameters to half a million.</p>`,
  fallback:
    'An interactive figure: training steps per second on the CPU and with WebGPU, by size of the model, measured in this browser. It needs JavaScript.',
  observations: [
    {
      title: 'Flat, then falling',
      body: html`<p>As long as a network is small, a step on the graphics processor takes the same time whatever its size: it waits more than it computes. Its curve is
        flat. The curve of the processor falls from the beginning.</p>`,
      preset: 'usual',
      action: 'Batches of 64',
    },
    {
      title: 'The batch moves the crossing',
      body: html`<p>Twice the batch is twice the work in the same order. Large batches bring the crossing to smaller networks; one example at a time pushes it far to the
        right.</p>`,
      preset: 'large-batches',
      action: 'Batches of 512',
    },
    {
      title: 'One by one',
      body: html`<p>With a batch of one there is little to do at once even in a wide network, and every order still takes its moment.</p>`,
      preset: 'one-by-one',
      action: 'Batches of one',
    },
    {
      title: '“auto” does this for you',
      body: html`<p>Wherever a figure of these pages offers “auto”, the engine tries a few steps of your very model on both, trains on the faster one, and remembers
        which that was.</p>`,
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${timeOfStep}
      <dl class="legend">
        <div data-term="t" tabindex="0"><dt>${symbol('t')}</dt><dd>the time of one step; the figure shows how many go into a second</dd></div>
        <div data-term="a" tabindex="0"><dt>${symbol('a')}</dt><dd>what an order costs before anything is computed: large on a graphics processor</dd></div>
        <div data-term="P" tabindex="0"><dt>${symbol('P')}</dt><dd>parameters of the network; each costs about six operations per example, two forward and four back</dd></div>
        <div data-term="B" tabindex="0"><dt>${symbol('B')}</dt><dd>examples in a batch</dd></div>
        <div data-term="r" tabindex="0"><dt>${symbol('r')}</dt><dd>operations per second: small on a processor</dd></div>
      </dl>
    </div>
    <p>Left of the bend of a curve the first term rules, right of it the second.</p>`,
  code: 'The programs measure one of these networks. Elsewhere than in a browser, the graphics processor is reached by other ways, and the figures differ.',
  teacher: html`<p>Let the class collect the crossings of their own machines on the board: phones, laptops with and without a graphics card. Each size is timed in three slices
      of at least 60 ms after a warm-up, the median counts. Other open pages and a flat battery change the figures.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-crossover batch-size="256" largest="1024"&gt;&lt;/slope-crossover&gt;</code></pre>`,
};
