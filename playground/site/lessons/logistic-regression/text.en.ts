// The lesson on logistic regression in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { cost, model } from './formulas.ts';

export const english: LessonWords = {
  section: '1.2 From linear regression to the first neuron',
  title: 'Logistic regression',
  question: 'Eight hours of work, four of sleep: will she pass? And how sure are you?',
  opening: html`<p>A price is a number on a line; “passes” is a yes or a no. Instead of guessing the answer we let the model guess its
      <em>probability</em>, and decide afterwards. It weighs the hours, adds them up, and squeezes the sum between 0 and 1.</p>
    <p>Each mark below is a student: blue circles failed, orange triangles passed. The rule behind them is hidden. Press <b>Train</b>.</p>`,
  fallback:
    'An interactive figure: a logistic regression on students’ hours of work and sleep, with a threshold and its confusion matrix. It needs JavaScript.',
  observations: [
    {
      title: 'The border is a straight line',
      body: html`<p>However long it trains: a weighted sum of two numbers is constant along straight lines. The shading tells how sure
        the model is, and that it is unsure exactly where the two kinds mix.</p>`,
      preset: 'linear',
      action: 'Two hours, one line',
    },
    {
      title: 'The threshold is a decision, not a result',
      body: html`<p>Drag the ring on the sigmoid. The model does not change, only what is made of it. High: hardly any false hope, many students missed.
        Low: the reverse. Precision and recall pull against each other; which one matters is not a question of mathematics.</p>`,
      preset: 'strict',
      action: 'Be strict',
    },
    {
      title: 'New columns bend the border',
      body: html`<p>Give the same model the squares and cubes of the hours. X̃ grows from two columns to six, and a sum that is straight in six
        dimensions is curved in two. Ten wrong of a hundred become six. The hidden rule has corners: five hours of sleep, four of work.</p>`,
      preset: 'nonlinear',
      action: 'Add squares and cubes',
    },
    {
      title: 'Accuracy alone would hide it',
      body: html`<p>64 of 100 students pass, so “everybody passes” is right in 64 % of cases and useless. Read the four cells before the one number.</p>`,
      preset: 'lenient',
      action: 'Let everybody pass',
    },
  ],
  formulaTitle: 'Sum, squeeze, cost',
  formula: html`<p>The model is the linear regression that you know, with one thing after it:</p>
    <div class="formula">
      ${model}
      <p>It learns by being charged for its confidence in the wrong answer, the <em>cross-entropy</em>:</p>
      ${cost}
      <dl class="legend">
        ${legendLine('theta', symbol('Θ'), 'the weights, one per column of X̃: the last row of the table')}
        ${legendLine('b', symbol('b'), 'the bias: what the sum is for the average student')}
        ${legendLine('sigma', symbol('σ'), 'the sigmoid: any sum becomes a number between 0 and 1')}
        ${legendLine('y', symbol('y'), 'what happened: 1 for “passes”, 0 for “fails”')}
      </dl>
    </div>
    <p>The squared error would do as well, badly: where the sigmoid is flat its slope is nearly zero, and the surest mistakes would
      hardly be corrected. The logarithm undoes the flatness.</p>`,
  code: 'The same columns, the same updates, the same threshold. It is a network of one neuron in all three libraries.',
  teacher: html`<p>The number that the original notebook prints as “accuracy” is the precision. Its solver takes 15 rounds for the two
      columns and almost 3800 for the six; here gradient descent with momentum does both in a few hundred updates, because the columns stand
      on a common scale. Over twenty seeds the accuracy is 0.895 ± 0.02 with two columns and about 0.94 with six.</p>
    <p>A question for the class before the cubes are shown: which border would you draw, and which formula could draw it?</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-logistic-regression preset="nonlinear" without-loss without-table&gt;&lt;/slope-logistic-regression&gt;</code></pre>`,
};
