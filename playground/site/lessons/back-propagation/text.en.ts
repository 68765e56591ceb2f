// The lesson on back-propagation in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { atHidden, atOutput } from './formulas.ts';

export const english: LessonWords = {
  section: '1.3 Neurons in controversy',
  title: 'Back-propagation',
  question: 'The answer was wrong. Which of the thirteen numbers is to blame, and how much?',
  opening: html`<p>The perceptron’s rule corrects the weights of the last neuron, because it is clear what that neuron should have said. But
      what should a neuron in the middle have said? Nobody tells it. In the 1980s the answer became known that made networks possible: send
      the error back along the same lines by which the numbers came.</p>
    <p>Below, a network of two inputs, three hidden neurons and one output learns XOR. Press <b>1 stage</b> and read what happens; go back
      with the slider whenever you like.</p>`,
  fallback:
    'An interactive figure: one example goes forward through a small network, its error comes back as a gradient on every line, and the weights are updated. It needs JavaScript.',
  observations: [
    {
      title: 'Forward first, and everything is kept',
      body: html`<p>The numbers of the forward pass are needed again on the way back: the gradient of a weight is the δ at its end times what
        came along it. A line on which a 0 came gets no blame at all; look at the example 0, 0.</p>`,
      preset: 'xor',
      action: 'Start with the first example',
    },
    {
      title: 'The error at the output is a plain difference',
      body: html`<p>With a sigmoid and cross-entropy, δ is what the network said minus what was right. All the complicated parts cancel; that is
        why the two are used together.</p>`,
    },
    {
      title: 'Blame is shared by weight',
      body: html`<p>A hidden neuron whose line to the output is thick gets much of the δ; one with a thin line, little. And where the
        activation is flat, nothing passes: the slope is a factor too.</p>`,
    },
    {
      title: 'Flat activations starve the first layer',
      body: html`<p>The slope of the sigmoid is a quarter at best, that of tanh one. With one hidden layer that costs patience; with
        ten of them, a quarter to the tenth power is a millionth.</p>`,
      preset: 'sigmoid',
      action: 'Use sigmoid inside',
    },
    {
      title: 'A gradient is a direction, not a distance',
      body: html`<p>How far to go is the learning rate’s business. With 20 every gradient is still right, and the network gets nowhere.</p>`,
      preset: 'overshoots',
      action: 'Take too large a step',
    },
    {
      title: 'Nor does it make a network larger',
      body: html`<p>With a single hidden neuron XOR cannot be drawn, so no learning rule can learn it. The loss comes to rest at a compromise.</p>`,
      preset: 'one-hidden',
      action: 'Leave one hidden neuron',
    },
  ],
  formulaTitle: 'The chain rule, twice',
  formula: html`<p>δ is how much the loss changes when the sum of a neuron grows. At the output:</p>
    <div class="formula">
      ${atOutput}
      <p>One layer back:</p>
      ${atHidden}
      <dl class="legend">
        <div data-term="p" tabindex="0"><dt>${symbol('p')}</dt><dd>what the network said, a probability</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y')}</dt><dd>what was right, 0 or 1</dd></div>
        <div data-term="d" tabindex="0"><dt>${symbol('δ')}</dt><dd>the error of a neuron, written below it on the way back</dd></div>
        <div data-term="g" tabindex="0"><dt>∂</dt><dd>a gradient, written below each weight with ∇</dd></div>
        <div data-term="v" tabindex="0"><dt>${symbol('w')}, ${symbol('v')}</dt><dd>the weights of the first and of the second layer</dd></div>
        <div data-term="a" tabindex="0"><dt>${symbol('a', 'j')}</dt><dd>what hidden neuron ${symbol('j')} said</dd></div>
        <div data-term="f" tabindex="0"><dt>${symbol('f')}′</dt><dd>the slope of the activation: 1 − a² for tanh</dd></div>
        <div data-term="z" tabindex="0"><dt>${symbol('z', 'j')}</dt><dd>the sum before the activation</dd></div>
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>the inputs</dd></div>
      </dl>
    </div>`,
  code: 'One update for each of the four examples, with the gradients printed. In Keras and PyTorch a tape records the way forward; Slope writes the way back as a graph of its own.',
  teacher: html`<p>The numbers are those of the engine, not of a second calculation: the figure trains one step on one example and reads the gradients off
      the change of the weights. Set the learning rate to 1 and the change <em>is</em> the gradient.</p>
    <p>Good exercise: stop at “Forward: output”, hide the rest, and let the class compute δ and one gradient by hand. Then press on.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-backprop hidden="2" seed="4"&gt;&lt;/slope-backprop&gt;</code></pre>`,
};
