// The lesson on training and validation in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { twoLosses } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Training and validation',
  question: 'Whoever knows the answers by heart gets full marks. How do you notice?',
  opening: html`<p>A network with enough neurons can learn every example by heart, mistakes in the data included. Its training loss then says nothing any
      more. So some examples are kept back: it never learns from them, and is only asked about them. That is <em>validation</em>.</p>
    <p>Below, two classes overlap. Hollow points are kept back. Train, and watch for the moment when the two curves part.</p>`,
  fallback:
    'An interactive figure: a network learns some points and is asked about others; its two losses part. It needs JavaScript.',
  observations: [
    {
      title: 'Where the curves part, overfitting begins',
      body: html`<p>At first both fall: what is learned holds for all points. Then the training loss goes on falling and the validation loss rises: from here on
        the network draws islands around single points.</p>`,
      preset: 'overfits',
      action: 'Train too long',
    },
    {
      title: 'Stop at the right time',
      body: html`<p>Early stopping waits some epochs for something better, gives up, and goes back to the best weights. It costs nothing but a little patience.</p>`,
      preset: 'stops-early',
      action: 'Stop early',
    },
    {
      title: 'A small network cannot cheat',
      body: html`<p>With four neurons per layer there is no room for islands. It makes more mistakes in training, and fewer on new points.</p>`,
      preset: 'small',
      action: 'Take a small network',
    },
    {
      title: 'Every point can be used once',
      body: html`<p>Kept-back points are missing from training; too few of them, and the validation curve is a matter of luck. Move the slider to both ends, then
        try other seeds. A fifth to a third is common.</p>`,
      preset: 'few-to-check',
      action: 'Check with six points',
    },
    {
      title: 'A leak looks like success',
      body: html`<p>Here copies of validation points got into the training set, as happens when the same patient or the same house is listed twice. The
        validation curve is lovely. Only the thousand new points know better, and in practice nobody has those.</p>`,
      preset: 'leak',
      action: 'Spring a leak',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${twoLosses}
      <dl class="legend">
        ${legendLine('t', symbol('T'), 'the examples to train on: filled points')}
        ${legendLine('v', symbol('V'), 'the examples kept back for validation: hollow points')}
        ${legendLine('theta', symbol('Θ'), 'the weights: moved by the first loss only')}
      </dl>
    </div>
    <p>Both are the same mean of the same loss. Descent follows the gradient of the first; the second is read and never followed. Whoever chooses settings
      by the second many times over uses it up, too; that is why a third part, the test set, is kept for the very end.</p>`,
  code: 'These programs train the network above with the same split; with patience, they stop early.',
  teacher: html`<p>The lecture’s notebooks use the test set for validation; say so, and say why one should not. Two of them also saved the worst epoch instead of the
      best, because a mean absolute error was maximised: here <code>val_loss</code> is minimised, and the words under the curves say which epoch is in place.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-validation preset="leak"&gt;&lt;/slope-validation&gt;</code></pre>`,
};
