// The lesson on polynomial regression in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { powers, rootMeanSquare } from './formulas.ts';

export const english: LessonWords = {
  section: '1.2 From linear regression to the first neuron',
  title: 'Underfitting and overfitting',
  question: 'A curve that passes through every point: is that the best you can ask for, or the worst?',
  opening: html`<p>A straight line has two numbers to turn. Give it a square, a cube, a fourth power, and it may bend; each power is one more
      number. Here a hundred noisy points are fitted with polynomials from degree 1 to degree 24. The points of the fit are filled; the
      hollow ones come from the same curve and were <em>not</em> shown to it.</p>
    <p>Press <b>Degree by degree</b> and keep an eye on both error curves. One only ever falls.</p>`,
  fallback:
    'An interactive figure: polynomials of degree 1 to 24 fitted to noisy points, with training and validation error. It needs JavaScript.',
  observations: [
    {
      title: 'Too stiff',
      body: html`<p>A straight line cannot bend with the points. It is wrong everywhere, on the points it saw and on those it did not, by the same amount.
        That is <em>underfitting</em>; no number of points will cure it.</p>`,
      preset: 'underfit',
      action: 'Degree 1',
    },
    {
      title: 'About right',
      body: html`<p>From degree 4 on, both errors stop falling: what remains is the noise, and no curve can predict noise. The points were drawn
        from a polynomial of degree 6, but nobody could tell from these data.</p>`,
      preset: 'good',
      action: 'Degree 5',
    },
    {
      title: 'Too free',
      body: html`<p>At degree 24 the training error is at its lowest. Look at the ends: to pass a little closer to a few points, the curve
        swings out where it has none. On new points it is as bad as the straight line, or worse. That is <em>overfitting</em>.</p>`,
      preset: 'overfit',
      action: 'Degree 24',
    },
    {
      title: 'It is the noise that is being learned',
      body: html`<p>Stay at degree 24 and press <b>Redraw the noise</b> a few times: the same law, other points, and each time quite another
        curve. At degree 5 hardly anything moves.</p>`,
    },
    {
      title: 'More points tame it',
      body: html`<p>25 coefficients among 100 points are many; among 1,000 they are few. The same degree 24 then follows the law almost as
        closely as degree 6. This is why networks with many parameters ask for much data.</p>`,
      preset: 'more-points',
      action: 'Use 1,000 points',
    },
    {
      title: 'An error of zero',
      body: html`<p>Ten points, ten coefficients: the curve hits every one of them. It has learned nothing; it has a list.</p>`,
      preset: 'few-points',
      action: 'Ten points, degree 9',
    },
  ],
  formulaTitle: 'Powers, and better powers',
  formula: html`<p>A polynomial of degree ${symbol('n')} is a weighted sum of powers, and the fit is a linear regression in them:</p>
    <div class="formula">
      ${powers}
      <p>High powers of ${symbol('x')} look alike: ${symbol('x')}²² and ${symbol('x')}²⁴ can hardly be told apart. The figure therefore uses
        Chebyshev polynomials ${symbol('T', 'i')}, which span the same curves. Errors are given as root of the mean square:</p>
      ${rootMeanSquare}
      <dl class="legend">
        ${legendLine('P', symbol('P', 'n'), 'the curve of the figure')}
        ${legendLine('n', symbol('n'), 'the degree: how often the curve may turn, at most n − 1 times')}
        ${legendLine('c', symbol('c', 'i'), 'the coefficients: the bars of the figure')}
        ${legendLine('residual', html`<span>( )</span>`, 'what the curve misses at one point')}
        ${legendLine('m', symbol('m'), 'the number of points: those of the fit, or those it never saw')}
      </dl>
    </div>`,
  code: 'The same law, the same degree, the same features.',
  teacher: html`<p>The notebook shows degrees 1, 5 and 24 side by side, on training points only; its curve “of degree 7” has seven coefficients and so is
      of degree 6. Here validation points stand beside them, because only they tell a good fit from a lucky one. The seed at the start was chosen because
      its two error curves look like the median of many draws; with <b>Other curve</b> you will meet luckier and unluckier ones.</p>
    <p>On plain powers the same fit breaks down for another reason: in 32-bit numbers the normal equation is wrong from degree 8 to 12 on, long before the curve
      overfits. With Chebyshev polynomials it is right to five digits at degree 24.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-polynomial-regression preset="overfit" truth="shown" without-bars&gt;&lt;/slope-polynomial-regression&gt;</code></pre>`,
};
