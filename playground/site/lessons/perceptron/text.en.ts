// The lesson on the perceptron in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { answer, rule } from './formulas.ts';

export const english: LessonWords = {
  section: '1.3 Neurons in controversy',
  title: 'The perceptron',
  question: 'Can three numbers learn from nothing but their own mistakes?',
  opening: html`<p>In 1958 the psychologist Frank Rosenblatt described a machine modelled on a nerve cell: it weighs its inputs, adds them up,
      and says yes if the sum is above zero. New was that nobody set the weights. The machine was shown examples, one after the
      other, and after each wrong answer it corrected itself a little.</p>
    <p>Here it learns about iris flowers: 150 of them, two numbers each, the length and the width of a petal. It begins with three zeros.
      Press <b>Next mistake</b> a few times before you let it run.</p>`,
  fallback:
    'An interactive figure: a perceptron learns to tell iris flowers apart, one flower at a time, changing its border only after a mistake. It needs JavaScript.',
  observations: [
    {
      title: 'Only mistakes teach',
      body: html`<p>Most flowers change nothing. After a mistake, the flower’s own numbers are added to the weights, or taken off them: that is
        the whole rule. In the first round there are several mistakes, then one or two, then none, and from there on nothing can ever
        change again.</p>`,
      preset: 'setosa',
      action: 'Start over with setosa',
    },
    {
      title: 'It stops at the first border that works',
      body: html`<p>Not at the best one: often the border runs close by a flower. Try other seeds, that is other orders, and look at how
        different the borders are that all make no mistake.</p>`,
    },
    {
      title: 'Where two groups overlap, it never rests',
      body: html`<p>Virginica and its cousin share a region. Every flower on the wrong side drags the border over, the next one drags it
        back, round after round; how good it is at the moment you stop is luck. On average it gets 84 % of the test flowers, sometimes
        only half.</p>`,
      preset: 'virginica',
      action: 'Ask for virginica',
    },
    {
      title: 'And some questions have no straight answer at all',
      body: html`<p>Two opposite corners against the other two. In 1969 this small picture stopped the research on neurons for years. It takes
        <a href="../neural-network/?preset=xor">a second layer</a>, and a way to train it.</p>`,
      preset: 'xor',
      action: 'Try XOR',
    },
    {
      title: 'A nerve cell, simplified',
      body: html`<p>The drawing sets both side by side. What is missing on the right is nearly everything: time, chemistry, the
        thousands of synapses of one cell. What is left was enough to begin with.</p>`,
    },
  ],
  formulaTitle: 'The rule',
  formula: html`<p>The answer is 1 exactly when the sum is positive; the border is where it is zero.</p>
    <div class="formula">
      ${answer}
      <p>After each flower:</p>
      ${rule}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x')}</dt><dd>the flower’s two numbers</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w')}</dt><dd>the two weights: together they give the border its direction</dd></div>
        <div data-term="b" tabindex="0"><dt>${symbol('b')}</dt><dd>the bias: it moves the border</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y')}</dt><dd>the truth, 1 or 0</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>the answer, 1 or 0; if it is right, the bracket is zero and nothing changes</dd></div>
      </dl>
    </div>`,
  code: 'The perceptron as a network of one neuron, with the loss that makes gradient descent the same as Rosenblatt’s rule.',
  teacher: html`<p>With petal length and width, setosa is parted from the other two species for every order of the flowers; over 50 splits we
      measured 7 to 8 rounds in scikit-learn and never an error in the test. The same code asked for virginica gives 0.84 on average
      and 0.50 at worst. Both questions side by side are the controversy in two minutes.</p>
    <p>A class can be the perceptron: give three pupils a number each, read the flowers aloud, and let them correct themselves.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-perceptron preset="virginica" without-neurons&gt;&lt;/slope-perceptron&gt;</code></pre>`,
};
