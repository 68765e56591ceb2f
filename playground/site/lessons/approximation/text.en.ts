// The lesson on universal approximation in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { sumOfBends } from './formulas.ts';

export const english: LessonWords = {
  section: '1.1 Introduction',
  title: 'Nearly any curve',
  question: 'What can a network of neurons be, if you let it?',
  opening: html`<p>A line has two numbers, and can only be a line. A layer of neurons has as many as you like. Each neuron adds one soft step; place enough
      of them well, and their sum lies on nearly any curve. This was proved around 1989, and it is why networks are called <em>universal</em> approximators.</p>
    <p>Draw a curve, choose how many neurons there are, and let them try.</p>`,
  fallback:
    'An interactive figure: a curve to draw, and a layer of neurons that learns to follow it. It needs JavaScript.',
  observations: [
    {
      title: 'A sum of simple things',
      body: html`<p>The thin lines are what the single neurons add: a step up or down, somewhere, of some height. No neuron knows the curve. Together they
        are on it.</p>`,
      preset: 'waves',
      action: 'Follow the waves',
    },
    {
      title: 'Too few cannot',
      body: html`<p>Two neurons have two steps to spend, and no training gives them a third. Widen the layer: the dots on the right fall with every
        neuron, then less and less.</p>`,
      preset: 'narrow',
      action: 'Give it two neurons',
    },
    {
      title: 'The bend decides the style',
      body: html`<p>With ReLU every neuron adds one corner and the curve is made of straight pieces. The theorem does not care: nearly any bent function will
        do. Without a bend, all neurons together are one line.</p>`,
      preset: 'relu',
      action: 'Build it of straight pieces',
    },
    {
      title: 'Can be is not will be',
      body: html`<p>The theorem says that good weights <em>exist</em>. It does not say how many neurons they need, nor that training finds them. Spikes can be
        drawn, and yet the network often gets stuck halfway.</p>`,
      preset: 'spikes',
      action: 'Ask for spikes',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${sumOfBends}
      <dl class="legend">
        <div data-term="n" tabindex="0"><dt>${symbol('n')}</dt><dd>how many hidden neurons: the slider</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w', 'j')}</dt><dd>how steep the step of neuron j is; with b it says where the step stands</dd></div>
        <div data-term="v" tabindex="0"><dt>${symbol('v', 'j')}</dt><dd>how high its step is, up or down</dd></div>
        <div data-term="c" tabindex="0"><dt>${symbol('c')}</dt><dd>the bias of the last neuron: the whole curve higher or lower</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>the network’s curve</dd></div>
      </dl>
    </div>
    <p>Three numbers for each neuron and one more: 3n + 1 parameters, all of them found by training.</p>`,
  code: 'The programs hold the curve as you have drawn it. Their first weights come from other random numbers, so their ends differ a little.',
  teacher: html`<p>Every neuron begins with its bend at its own place here. With all biases zero, as libraries begin, they first have to wander apart,
      and narrow layers get stuck more often. Let the class draw their initials and bet on the number of neurons.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-approximation units="20" activation="relu"&gt;&lt;/slope-approximation&gt;</code></pre>`,
};
