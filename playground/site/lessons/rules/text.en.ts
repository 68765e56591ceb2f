// The lesson on perception in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { byHand, learned } from './formulas.ts';

export const english: LessonWords = {
  section: '1.1 Introduction',
  title: 'Easy for you, hard to write down',
  question: 'You see at once that it is a 3. Can you say how you know?',
  opening: html`<p>Long multiplication is hard for people and a trifle for a program: somebody wrote down the rules once. With seeing it is the other way round. A child
      tells a 3 from an 8, and nobody can write down how. This is why deep learning was wanted: for everything that we can do and cannot explain.</p>
    <p>Try it. Here are small pictures of two digits, 8 by 8 pixels. Write rules for them, pixel by pixel. Then press <em>Train</em>, and a network learns the same from
      examples.</p>`,
  fallback:
    'An interactive figure: a grid of 64 pixels to write rules for, and a network that learns the same task from examples. It needs JavaScript.',
  observations: [
    {
      title: 'The first rule is easy',
      body: html`<p>An 8 is closed on the left, a 3 is open: so there must be paper there. Three digits in four are right with that. It seems that a few more rules will do.</p>`,
      preset: 'start',
      action: 'Begin with one rule',
    },
    {
      title: 'What comes after is not',
      body: html`<p>Every further rule that catches a wrong 8 also throws out some 3 that somebody has written a little further to the left. All pairs of rules were tried: these two are the
        best, and one digit in eight stays wrong.</p>`,
      preset: 'best',
      action: 'Show the best two',
    },
    {
      title: 'Two seconds of examples',
      body: html`<p>The network gets no rule, only digits with their names. Look at what it still gets wrong: most of those would make you hesitate too.</p>`,
    },
    {
      title: 'It depends on the pair',
      body: html`<p>A 0 has a hole where a 1 has ink: here one rule goes a long way. Rules are good where the world is as simple as they are.</p>`,
      preset: 'easy',
      action: 'Try 0 or 1',
    },
    {
      title: 'Another pair, all over again',
      body: html`<p>Your rules for 3 and 8 are worth nothing for 1 and 8, and even the best two for those are wrong once in six. The network is trained anew, by the same program, without a thought.</p>`,
      preset: 'hard',
      action: 'Try 1 or 8',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${byHand} ${learned}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>pixel i of 64, from 0 (paper) to 1 (ink)</dd></div>
        <div data-term="and" tabindex="0"><dt>∧</dt><dd>and: every rule must hold</dd></div>
        <div data-term="t" tabindex="0"><dt>0.5</dt><dd>the threshold between paper and ink</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w')}</dt><dd>1,057 numbers that training finds: weights and biases</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p')}</dt><dd>the probability of the first digit</dd></div>
      </dl>
    </div>
    <p>A rule says yes or no about one pixel. A neuron weighs all of them, a little for and a little against.</p>`,
  code: 'Your rules as they stand in the grid, and the network beside them.',
  teacher: html`<p>Give the class three minutes for the 3 and the 8 and write the best score on the board; only then press “Train”. The digits are those of
      E. Alpaydin and C. Kaynak (1998), written by 43 people. Rules that fit those to practise on are often worse on the unseen ones: a first meeting with overfitting.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-rules pair="5-6" rules="42p"&gt;&lt;/slope-rules&gt;</code></pre>`,
};
