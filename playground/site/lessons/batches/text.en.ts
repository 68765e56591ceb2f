// The lesson on epochs and batches in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { batchGradient, updates } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Epochs and batches',
  question: 'How many images should a network look at before it changes its mind?',
  opening: html`<p>All of them would be thorough, one would be quick. In between is the <em>batch</em>: some images are looked at together, their gradients
      are averaged, and the weights make one step. When every image has had its turn, an <em>epoch</em> is over, and they are shuffled anew.</p>
    <p>Below are 1,437 small digits. Orange is the batch of the moment, green has been used in this epoch.</p>`,
  fallback:
    'An interactive figure: 1,437 digits that light up as batches take them, and the loss for several batch sizes. It needs JavaScript.',
  observations: [
    {
      title: 'The batch decides how many updates there are',
      body: html`<p>An epoch costs about the same whatever the batch. But batches of 32 make 45 updates of it, one image at a time makes 1,437, and all at once
        makes one. The last batch takes what is left.</p>`,
      preset: 'small',
      action: 'Batches of 32',
    },
    {
      title: 'One image at a time is rash',
      body: html`<p>A single image knows little of the others, so each update goes in a somewhat wrong direction. There are so many of them that it works all the same;
        but a processor with room for thousands of numbers at once is left idle.</p>`,
      preset: 'one',
      action: 'One by one',
    },
    {
      title: 'Large batches want more epochs, or longer steps',
      body: html`<p>The lecture’s 512 suit 60,000 images: 118 updates per epoch. Here they make three, and four epochs are over before much has been
        learned.</p>`,
      preset: 'large',
      action: 'Too few updates',
    },
    {
      title: 'A calm gradient can be trusted further',
      body: html`<p>The average of 512 gradients shakes less than that of 32, so a larger learning rate is safe, and makes up for some of the missing updates.</p>`,
      preset: 'large-and-faster',
      action: 'Make longer steps',
    },
    {
      title: 'The order is new each epoch',
      body: html`<p>Step through batch by batch with →: the orange images stand anywhere, because each epoch shuffles. Images in their order of arrival would
        make batches of look-alikes.</p>`,
    },
  ],
  formulaTitle: 'The formulas',
  formula: html`<div class="formula">
      ${updates} ${batchGradient}
      <dl class="legend">
        ${legendLine('n', symbol('N'), 'training images')}
        ${legendLine('b', symbol('B'), 'images per batch: one orange crowd')}
        ${legendLine('s', symbol('S'), 'the batch: which images they are this time')}
        ${legendLine('eta', symbol('η'), 'the learning rate')}
        ${legendLine('theta', symbol('Θ'), 'all weights and biases')}
      </dl>
    </div>`,
  code: 'These programs train the same network with the batch size above.',
  teacher: html`<p>Let the class compute ⌈60000 / 512⌉ and what is left for the last batch (96) before the table shows it. Each finished run leaves a line: have
      groups try different sizes for the same number of images and compare. Times on a software adapter say nothing about a real one.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-batches batch-size="8" epochs="2"&gt;&lt;/slope-batches&gt;</code></pre>`,
};
