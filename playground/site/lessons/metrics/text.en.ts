// The lesson on metrics in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine } from '../math.ts';
import { determination, ratings } from './formulas.ts';

const sign = (text: string) => html`<b>${text}</b>`;

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Metrics',
  question: 'A test that says “healthy” to everyone is right 19 times in 20. Is it a good test?',
  opening: html`<p>A loss is made for the gradient; a metric is made for people. For classes all of them begin with four counts: the right and wrong
      yeses, the right and wrong noes. What you do with the four depends on what a mistake costs you.</p>
    <p>Below, a neuron has learned which students pass, and says how likely that is for each of two hundred that it never saw. Move the
      threshold from which it says yes.</p>`,
  fallback:
    'An interactive figure: predictions of a model, a threshold, the confusion matrix and what is computed from it. It needs JavaScript.',
  observations: [
    {
      title: 'Precision and recall pull apart',
      body: html`<p>A strict threshold makes each yes safe and misses many who pass; a lenient one finds everybody, and more. No threshold is best at
        both; F1 asks for a place where neither is bad.</p>`,
      preset: 'strict',
      action: 'Be strict',
    },
    {
      title: 'Whom to miss is a decision',
      body: html`<p>A mail filter that is lenient throws good letters away; a smoke detector that is strict lets houses burn. The model gives
        probabilities; the threshold belongs to whoever bears the cost.</p>`,
      preset: 'lenient',
      action: 'Be lenient',
    },
    {
      title: 'Accuracy flatters where one class is rare',
      body: html`<p>When one student in fifteen passes, never saying yes is right fourteen times in fifteen. Accuracy is high, recall is zero, and
        precision has nothing to divide by.</p>`,
      preset: 'never',
      action: 'Always say no',
    },
    {
      title: 'One blunder, two opinions',
      body: html`<p>For prices, MAE is the usual error and RMSE weighs large ones more. Equal errors make them equal; one blunder drives them
        apart. Report both, and a reader knows which kind of wrong your model is.</p>`,
      preset: 'blunder',
      action: 'Make a blunder',
    },
    {
      title: 'R² has a zero that means something',
      body: html`<p>It compares with the laziest model there is, the mean for everyone. 1 is perfect, 0 is no better than lazy, and below 0 is worse
        than that.</p>`,
      preset: 'average',
      action: 'Always predict the mean',
    },
  ],
  formulaTitle: 'The formulas',
  formula: html`<div class="formula">
      ${ratings({ accuracy: 'accuracy', precision: 'precision', recall: 'recall' })} ${determination}
      <dl class="legend">
        ${legendLine('tp', sign('TP'), 'true positives: said yes, and it is')}
        ${legendLine('fp', sign('FP'), 'false positives: said yes, and it is not')}
        ${legendLine('fn', sign('FN'), 'false negatives: said no, and it is')}
        ${legendLine('tn', sign('TN'), 'true negatives: said no, and it is not')}
      </dl>
    </div>`,
  code: 'These programs compute the ratings of the four counts and the eight prices above.',
  teacher: html`<p>Give the class a situation (spam, fraud, a lifeguard) and let them set the threshold before they see any number; then let them
      defend it with the matrix. The counts can be typed: take them from a news story about a test. The
      <a href="../logistic-regression/">students</a> are those of the logistic regression.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-metrics preset="rare" without-numbers&gt;&lt;/slope-metrics&gt;</code></pre>`,
};
