// The lesson on activation functions in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { relu, sigmoid, tanh } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Activation functions',
  question: 'Why must a neuron bend what it adds up?',
  opening: html`<p>A neuron weighs and adds; that alone is a straight rule, and straight rules on top of straight rules are again one straight rule.
      The activation is the bend that makes layers worth having. Which bend hardly matters for what can be drawn. It matters a lot for how
      fast it is learned, because learning needs its slope.</p>
    <p>On the left, choose a function. On the right, a layer of such neurons learns a wave: thin lines show what each of them adds.</p>`,
  fallback:
    'An interactive figure: activation functions with their derivatives, and the curve that a small network draws with each. It needs JavaScript.',
  observations: [
    {
      title: 'Without a bend, one line',
      body: html`<p>Eight neurons, sixteen, thirty-two: without an activation their sum stays a straight line, and the loss stays where it is.</p>`,
      preset: 'linear',
      action: 'Take the activation away',
    },
    {
      title: 'ReLU folds paper',
      body: html`<p>Every neuron contributes one kink. Count the corners of the curve: never more than there are neurons. With more
        neurons the pieces become so short that nobody sees them.</p>`,
      preset: 'relu',
      action: 'Draw with ReLU',
    },
    {
      title: 'Flat means deaf',
      body: html`<p>Far from zero, sigmoid and tanh are flat: slope zero, nothing to learn from. ReLU is flat on one whole side; a neuron that
        is there for every example is dead and stays so. The leaky one keeps a little slope for that reason.</p>`,
    },
    {
      title: 'A quarter is not much',
      body: html`<p>The sigmoid’s slope is 0.25 at best. Compare how many epochs it needs with tanh on the same wave. In a deep network
        these quarters are multiplied.</p>`,
      preset: 'sigmoid',
      action: 'Learn with sigmoid',
    },
    {
      title: 'Anything can be drawn, almost',
      body: html`<p>Take one neuron, then two, then three. With enough of them, one hidden layer can follow any continuous curve as
        closely as you like. That it <em>can</em> does not mean that training finds it: try other seeds.</p>`,
      preset: 'tanh',
      action: 'Start with eight',
    },
  ],
  formulaTitle: 'The three you meet most',
  formula: html`<div class="formula">
      ${sigmoid} ${tanh} ${relu}
      <dl class="legend">
        <div data-term="z" tabindex="0"><dt>${symbol('z')}</dt><dd>the weighted sum with its bias</dd></div>
        <div data-term="s" tabindex="0"><dt>${symbol('σ')}</dt><dd>sigmoid: for probabilities, at the end of a network</dd></div>
        <div data-term="t" tabindex="0"><dt>tanh</dt><dd>the same, stretched to −1 … 1: centred on zero, four times as steep</dd></div>
        <div data-term="r" tabindex="0"><dt>relu</dt><dd>slope 1 or 0, cheap to compute: the usual choice inside deep networks</dd></div>
      </dl>
    </div>`,
  code: 'These programs draw such a wave with one hidden layer of the chosen neurons.',
  teacher: html`<p>The neuron of 1958 had a step: its slope is zero everywhere, so an error cannot be sent back through it. That, more than
      computing power, is why networks with hidden layers had to wait. Setting <em>Hidden neurons</em> to 2 and trying several seeds with ReLU
      shows dead neurons within a minute.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-activations function="gelu" units="4"&gt;&lt;/slope-activations&gt;</code></pre>`,
};
