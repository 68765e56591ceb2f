// The lesson on normalising the data in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { limit, normalise } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Normalising the data',
  question: 'Square metres or square feet: why should a network care?',
  opening: html`<p>A price does not depend on the unit of the area. Gradient descent does. A column of large numbers makes the loss steep along its
      weight, a column of small ones flat, and the step that is safe for the steep one is far too short for the flat one.</p>
    <p>Both maps below belong to the same houses. On the left the columns are as they came; on the right each has mean 0 and deviation 1.
      Each descent uses the same share of the largest step that it can bear.</p>`,
  fallback:
    'An interactive figure: gradient descent on the loss of raw and of normalised data, side by side. It needs JavaScript.',
  observations: [
    {
      title: 'A ravine makes zig-zags',
      body: html`<p>The gradient points across the ravine, not along it. Each step crosses to the other wall, and only a little of it leads to the minimum.
        In the bowl beside it, downhill is nearly where the minimum is.</p>`,
      preset: 'ravine',
      action: 'Descend into both',
    },
    {
      title: 'Shorter steps do not help',
      body: html`<p>With a fifth of the largest step the zig-zag is gone. So is the progress: along the ravine there is hardly any slope to go down.</p>`,
      preset: 'gentle',
      action: 'Make shorter steps',
    },
    {
      title: 'The limit is set by the steepest direction',
      body: html`<p>Beyond it, each step lands higher than it began. Nobody chooses η for the flat direction; the steep one would throw it out.</p>`,
      preset: 'over-the-limit',
      action: 'Go over the limit',
    },
    {
      title: 'Use training statistics only',
      body: html`<p>Mean and deviation belong to the model like its weights: learned from the training houses, kept, and used unchanged for every new one. With the
        statistics of the test houses in it, the test is no longer one. Normalised by itself, a single house is always exactly average: move the two sliders.</p>`,
      preset: 'small-house',
      action: 'Ask for a small house',
    },
  ],
  formulaTitle: 'The formulas',
  formula: html`<div class="formula">
      ${normalise} ${limit}
      <dl class="legend">
        ${legendLine('x', symbol('x'), 'a number of a column, and what the network is given in its place')}
        ${legendLine('mu', symbol('μ'), 'the mean of that column over the training examples')}
        ${legendLine('sigma', symbol('σ'), 'its standard deviation there')}
        ${legendLine('eta', symbol('η'), 'the learning rate')}
        ${legendLine('lambda', symbol('λ'), 'how steep the loss is along its steepest and its flattest direction')}
      </dl>
    </div>
    <p>How many updates it takes grows with the ratio of the two: under the maps it says how many times as steep they are across as along.</p>`,
  code: 'These programs take the statistics from the training houses, and make them part of the model.',
  teacher: html`<p>Ask what would happen with the area in square feet before you show it: the ravine becomes a hundred times steeper. Pixels are divided by 255 for the
      same reason, and the <a href="../basic-regression/">house prices</a> are normalised with training statistics in both tables. Networks with
      several layers profit for one more reason: their neurons begin in the range in which their activations bend.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-normalisation share="0.95" without-check&gt;&lt;/slope-normalisation&gt;</code></pre>`,
};
