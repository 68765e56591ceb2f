// The lesson on softmax and argmax in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { softmax } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Softmax and argmax',
  question: 'The last layer gives ten numbers. Which digit is it, and how sure is the network?',
  opening: html`<p>The ten neurons at the end of a digit network each give a score: any number at all, positive or negative. Two questions remain.
      Which one wins? That is <em>argmax</em>, the place of the largest. How sure is that? For this the scores become probabilities,
      all positive, together one: <em>softmax</em>.</p>
    <p>Below are the scores that a network might give for a badly written 3. Move them.</p>`,
  fallback:
    'An interactive figure: ten scores on sliders and the probabilities that softmax makes of them. It needs JavaScript.',
  observations: [
    {
      title: 'Only differences count',
      body: html`<p>Raise all ten scores by one and nothing changes. Raise a single one by one, and its probability grows by the factor 2.7
        against every other.</p>`,
      preset: 'doubt',
      action: 'Back to the doubtful 3',
    },
    {
      title: 'Argmax forgets the doubt',
      body: html`<p>3 wins with 55 % as it would with 99 %. Whoever looks at the winner only never learns that the 8 was a serious candidate.</p>`,
    },
    {
      title: 'Temperature',
      body: html`<p>Scores divided by a large number come closer together, and so do the probabilities: the network sounds less sure. Divided by a
        small number, the winner takes all, and softmax becomes argmax. The order never changes.</p>`,
    },
    {
      title: 'Sure and wrong is what costs',
      body: html`<p>The loss is minus the logarithm of the probability of the right answer. A tenth costs 2.3, a thousandth 6.9. A network that is
        sure of the wrong digit pays most, and learns most from it.</p>`,
      preset: 'sure-and-wrong',
      action: 'Be sure and wrong',
    },
    {
      title: 'It cannot say “none of these”',
      body: html`<p>Ten equal scores give a tenth each, and together one again. Whatever you show to such a network, it will distribute
        its whole belief among ten digits.</p>`,
      preset: 'equal',
      action: 'Make all equal',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${softmax}
      <dl class="legend">
        <div data-term="z" tabindex="0"><dt>${symbol('z', 'k')}</dt><dd>the score of digit ${symbol('k')}: its slider</dd></div>
        <div data-term="T" tabindex="0"><dt>${symbol('T')}</dt><dd>the temperature; 1 unless somebody says otherwise</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p', 'k')}</dt><dd>its probability: its bar</dd></div>
      </dl>
    </div>
    <p>On a computer, the largest score is taken off all of them first: the result is the same, and the exponentials cannot overflow.</p>`,
  code: 'These programs compute the bars above, the winner, and the loss.',
  teacher: html`<p>A good moment for this page is after the <a href="../basic-classification/">handwritten digits</a>: draw a digit between 4 and 9
      there, read off the probabilities, and rebuild them here with the sliders.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-softmax preset="sure" temperature="3"&gt;&lt;/slope-softmax&gt;</code></pre>`,
};
