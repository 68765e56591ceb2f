// The lesson on networks of neurons in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { count, neuron } from './formulas.ts';

export const english: LessonWords = {
  section: '1.3 Neurons in controversy',
  title: 'Networks of neurons',
  question: 'One neuron can only draw a straight border. What can eight of them do?',
  opening: html`<p>In 1969 two mathematicians proved what a single neuron cannot learn: any border that is not straight. For a while that
      looked like the end of the idea. The way out was to let neurons listen to other neurons. Each of those in the middle still draws
      a straight border of its own; the next layer puts them together.</p>
    <p>Below, every square is one neuron, and shows what it says about each point of the plane. Press <b>Train</b> and watch the
      middle ones choose their borders. Then break it: take neurons away, add noise, draw points of your own.</p>`,
  fallback:
    'An interactive figure: a small network of neurons learns to part two kinds of points of the plane. It needs JavaScript.',
  observations: [
    {
      title: 'Each hidden neuron is still a single neuron',
      body: html`<p>Point at the squares of the first layer: each is split by one straight line, blurred by the activation. The
        second layer is where curves begin. Nothing in the network was ever told “ring”.</p>`,
      preset: 'circles',
      action: 'Back to the ring',
    },
    {
      title: 'XOR was the scandal',
      body: html`<p>Opposite corners belong together. A single neuron gets about half of the points wrong, however long it trains
        and however you set its three numbers: try them by hand. Add one hidden layer and the same points are easy.</p>`,
      preset: 'one-neuron',
      action: 'Let one neuron try',
    },
    {
      title: 'Made by hand, or learned',
      body: html`<p>A ring is the same as “x₁² + x₂² is large”. Whoever knows that can give the network the squares, and one neuron
        without any hidden layer is enough. Most of machine learning used to be finding such features. A hidden layer finds its
        own, for problems where nobody knows them.</p>`,
      preset: 'by-hand',
      action: 'Give it the squares',
    },
    {
      title: 'A bottleneck cannot be trained away',
      body: html`<p>The spiral with one hidden neuron: all that the output ever learns about a point is a single number, constant
        along straight lines. Add neurons one by one, and find out how many the spiral needs.</p>`,
      preset: 'spiral-one-neuron',
      action: 'Try the spiral with one',
    },
    {
      title: 'Too much is a fault as well',
      body: html`<p>Twenty noisy points and 151 numbers to place: the network finds a border around every one of them. The training
        loss goes to zero while the validation loss rises. Filled points were learned, hollow ones were not. Then
        raise the penalty on weights to 0.03, and train again.</p>`,
      preset: 'overfit',
      action: 'Watch it overfit',
    },
    {
      title: 'The code is the picture',
      body: html`<p>The field under the figure holds the same network as a Keras program. Change <code>Dense(4)</code> to
        <code>Dense(6)</code> there, or swap the activation, and the drawing follows; change the drawing, and the code follows. The
        network of the lecture, 3-4-2, is one of the situations.</p>`,
      preset: 'lecture',
      action: 'Show the 3-4-2 network',
    },
  ],
  formulaTitle: 'What a square computes',
  formula: html`<p>Every neuron does the same: weigh its inputs, add them up, bend the sum.</p>
    <div class="formula">
      ${neuron}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>the inputs: features for the first layer, squares to the left for the others</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w', 'ij')}</dt><dd>the weights: the lines, orange when positive, blue when negative, thick when large</dd></div>
        <div data-term="b" tabindex="0"><dt>${symbol('b', 'j')}</dt><dd>the bias: where the border lies when all inputs are zero</dd></div>
        <div data-term="f" tabindex="0"><dt>${symbol('f')}</dt><dd>the activation: without it, a hundred layers are no more than one</dd></div>
        <div data-term="a" tabindex="0"><dt>${symbol('a', 'j')}</dt><dd>what the neuron says: the colour of its square</dd></div>
      </dl>
    </div>
    <p>A layer with ${symbol('n')} inputs and ${symbol('m')} neurons therefore has ${symbol('n')} · ${symbol('m')} weights and
      ${symbol('m')} biases. For the lecture’s network, 3-4-2:</p>
    ${count}
    <p>Press a neuron in the figure to see its formula with the numbers of this moment, and to change them.</p>`,
  code: 'These programs build and train the network above, with the settings that it has now, on the points that you can save as a file below them.',
  teacher: html`<p>A good start is “XOR with one neuron”, projected, before anything is explained: let the class dictate the three numbers.
      After a few tries somebody says that it cannot work; ask for the reason. Then add a hidden layer with two neurons, and
      change the seed until it fails: two neurons are enough in principle, but not from every beginning. Three are comfortable.</p>
    <p>The activation “none” deserves a minute: with it, every square becomes a straight gradient again, whatever the number of
      layers.</p>
    <p>Points can be added by a click (with Shift in the other colour), dragged while the network learns, and removed; they are part of the
      address, so a link carries your own data set. Everything else is in the address as well. In a page of your own:</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-network preset="xor" layers="2" without-code&gt;&lt;/slope-network&gt;</code></pre>`,
};
