// The lesson on the first neuron in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { neuron } from './formulas.ts';

export const english: LessonWords = {
  section: '1.2 From linear regression to the first neuron',
  title: 'The first neuron',
  question: 'What do you have to add to a logistic regression to get an artificial neuron?',
  opening: html`<p>Nothing. You know everything that is below: numbers come in, each is multiplied by a weight, the products are added up, a function
      bends the sum, one number goes out. Press <b>Let the numbers flow</b> and follow one student through the regression of the lesson
      before. Then choose <em>a neuron</em> under “Call it”, and look for the difference.</p>`,
  fallback:
    'An interactive figure: one artificial neuron with its inputs, weights, bias, activation and output. It needs JavaScript.',
  observations: [
    {
      title: 'Only the words change',
      body: html`<p>Parameters become weights, the intercept a bias, the logistic function an activation. The output is the same to the last digit. It is
        a network already: of one neuron.</p>`,
      preset: 'neuron',
      action: 'Rename it',
    },
    {
      title: 'The line is a neuron, too',
      body: html`<p>Leave the activation away and keep one input: 4 + 2x, the line that this section began with. What came after it, the sum and the
        slope and the descent, has not changed since.</p>`,
      preset: 'line',
      action: 'Back to the line',
    },
    {
      title: 'From step to slope',
      body: html`<p>The neuron of 1958 had a step: it fires or it does not. A step is flat almost everywhere, so it offers no slope to descend. The sigmoid
        is a step with its corners rounded off, and with that, learnable. Today most neurons use the still simpler ReLU. Switch between
        them and watch the same sum come out differently.</p>`,
    },
    {
      title: 'Three numbers make a gate',
      body: html`<p>With a step, weights 1 and 1, and a bias of −1.5, the neuron says AND; with −0.5 it says OR. Drag the ring on the activation and look for one that is 1 for exactly one of the two inputs. Take your time: that search is the next
        section.</p>`,
      preset: 'and',
      action: 'Make an AND',
    },
    {
      title: 'It draws a straight border',
      body: html`<p>However the weights are turned, the map is parted by one straight line, and the bias only shifts it. One neuron, one cut.</p>`,
      preset: 'or',
      action: 'Make an OR',
    },
  ],
  formulaTitle: 'A neuron in one line',
  formula: html`<div class="formula">
      ${neuron}
      <dl class="legend">
        ${legendLine('x', symbol('x', 'i'), 'the inputs: what arrives')}
        ${legendLine('theta', symbol('θ', 'i'), 'the weights: how much each input counts, and which way')}
        ${legendLine('b', symbol('b'), 'the bias: how easily the neuron says yes')}
        ${legendLine('sigma', symbol('σ'), 'the activation: what is made of the sum')}
        ${legendLine('y', symbol('ŷ'), 'the output, and the input of the next neuron, where there is one')}
      </dl>
    </div>
    <p>All of deep learning is this line, repeated: outputs that become inputs, and one way of finding all the weights at once.</p>`,
  code: 'The neuron of the figure with its present numbers.',
  teacher: html`<p>The names of a nerve cell are there as well (<em>a nerve cell</em>, under “Call it”). They show where the idea came from, and little more: a real
      cell sends spikes over time, has thousands of inputs, and nobody has found back-propagation in it.</p>
    <p>The output that the engine computed stands under the equation with six digits, so that rounding by hand can be checked.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-neuron names="neuron" inputs="3" activation="relu" without-map&gt;&lt;/slope-neuron&gt;</code></pre>`,
};
