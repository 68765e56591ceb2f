// The lesson on features made by hand or learned in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { byHand, learned } from './formulas.ts';

export const english: LessonWords = {
  section: '1.1 Introduction',
  title: 'Features: made by hand or learned',
  question: 'Must somebody have the idea, or can the machine have it?',
  opening: html`<p>A point is given by x₁ and x₂, and one neuron can only draw a straight line through such a plane. To part a disc from the ring around it,
      somebody must have an idea: give the neuron the <em>squares</em> of the coordinates, and a circle becomes a line. For decades this was most of the work
      in machine learning: experts made features by hand.</p>
    <p>Deep learning turns this around. Put a layer of neurons in between, give it nothing but x₁ and x₂, and let it find the features itself.
      Both compete below, on the same points, epoch by epoch.</p>`,
  fallback:
    'An interactive figure: one neuron with features made by hand and a small network that learns its own, trained side by side. It needs JavaScript.',
  observations: [
    {
      title: 'A good idea is unbeatable',
      body: html`<p>With x₁² and x₂², one neuron with 3 parameters has the circle. The network gets there too, with 17. Whoever knows the answer needs no deep
        learning.</p>`,
      preset: 'circles',
      action: 'Give it squares',
    },
    {
      title: 'No idea, no circle',
      body: html`<p>Take the squares away, and the neuron is as good as a coin. The network on the right has had no more than this all the time.</p>`,
      preset: 'bare',
      action: 'Take the squares away',
    },
    {
      title: 'Look into the hidden neurons',
      body: html`<p>Each small map on the right is a feature that nobody wrote: a soft edge at its own place, at its own angle. They begin at random and turn until
        the last neuron can make the border out of them.</p>`,
      preset: 'moons',
      action: 'Watch them turn',
    },
    {
      title: 'Ideas run out',
      body: html`<p>For a spiral, all seven features together are not enough, and it is hard to think of an eighth. Two layers of eight find their own. An image of a cat is
        further from its pixels than this spiral from x₁ and x₂.</p>`,
      preset: 'spiral',
      action: 'Try the spiral',
    },
    {
      title: 'The price is parameters',
      body: html`<p>3 against 17, 8 against 105. Under each picture all weights stand as a histogram, and they move by themselves as long as there is something to learn. Large
        networks have billions: nobody sets them, nobody reads them one by one.</p>`,
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${byHand} ${learned}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x')}</dt><dd>a point, x₁ and x₂</dd></div>
        <div data-term="f" tabindex="0"><dt>${symbol('φ', 'j')}</dt><dd>a feature: written by you on the left, a hidden neuron on the right</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w', 'j')}</dt><dd>its weight in the last neuron; b is the bias</dd></div>
        <div data-term="v" tabindex="0"><dt>${symbol('v', 'j')}</dt><dd>the weights that make the feature, and their bias c: learned as well</dd></div>
        <div data-term="s" tabindex="0"><dt>${symbol('σ')}</dt><dd>the sigmoid, which makes a probability of it</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>the probability of orange</dd></div>
      </dl>
    </div>
    <p>The first line is the same for both. All the difference is in the second: there, the features have parameters too.</p>`,
  code: 'These programs are the network on the right. The points can be saved from the page on networks of neurons, which draws the same ones from the same seed.',
  teacher: html`<p>Cover the right half, show the moons, and ask for features that would part them. After a few tries, uncover it. With “corners” the product alone
      wins: a good place to talk about knowing one’s field.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-features data="spiral" units="8" layers="2"&gt;&lt;/slope-features&gt;</code></pre>`,
};
