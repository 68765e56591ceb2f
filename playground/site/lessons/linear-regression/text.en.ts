// The lesson on linear regression in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { errors, line, normalEquation } from './formulas.ts';

export const english: LessonWords = {
  section: '1.2 From linear regression to the first neuron',
  title: 'Linear regression',
  question: 'Twenty measurements, one straight line. Which line is the right one, and who decides?',
  opening: html`<p>You do, first. Take the line below by its two rings and lay it through the points as well as you can. Then look
      at the squares: each has the distance from a point to the line as its side. Their average area is the number that
      decides, and it is the only thing that “close” means here.</p>
    <p>When you think that it cannot get smaller, press <b>Solve exactly</b>.</p>`,
  fallback:
    'An interactive figure: a line that can be dragged through points, with the squares of its errors. It needs JavaScript.',
  observations: [
    {
      title: 'Large errors count more than their share',
      body: html`<p>Twice the distance is four times the area. So the line would rather miss many points a little than one point by a lot.
        Whether that is wise depends on where the one point comes from.</p>`,
      preset: 'outlier',
      action: 'Let one point pull',
    },
    {
      title: 'Close is not equal',
      body: html`<p>Behind the lecture’s points stands the line 4 + 2x. Press <b>Solve exactly</b>: the answer is near it, and with every new seed
        near it in another way. What is left is not a fault of the method; a hundred noisy points know no more.</p>`,
      preset: 'lecture',
      action: 'Use the lecture’s data',
    },
    {
      title: 'The number does not see the picture',
      body: html`<p>These points lie on a curve. Their best line and its error are almost exactly those of “One point pulls”. Frank Anscombe
        drew both in 1973, to make people look before they compute.</p>`,
      preset: 'curve',
      action: 'Show the curve',
    },
    {
      title: 'An answer in one blow',
      body: html`<p>For a line there is a formula. Follow the matrices below the figure: whatever the number of points, they shrink to
        2 × 2 numbers, and their inverse gives intercept and slope. Move a point and see which numbers move.</p>`,
    },
    {
      title: 'Why walk, then?',
      body: html`<p>Press <b>Descend</b>: gradient descent arrives at the same line, by many small steps. It seems the longer way. Now press
        <b>Measure</b> and read what the one blow would cost for the 89,610 parameters of a small network.</p>`,
    },
    {
      title: 'Noise is a floor',
      body: html`<p>Without noise the squares vanish. With a noise of 5 the RMSE stays near 5, whatever anybody does. A model that does
        better than the noise has learned the noise.</p>`,
      preset: 'no-noise',
      action: 'Take the noise away',
    },
  ],
  formulaTitle: 'The line, its error, its solution',
  formula: html`<p>Two numbers make a line:</p>
    <div class="formula">
      ${line}
      <p>Its error is the mean of the squares. The square root brings it back to the units of ${symbol('y')}: if ${symbol('y')} is
        in thousands of euros, so is the RMSE.</p>
      ${errors}
      <p>And the line that makes it least:</p>
      ${normalEquation}
      <dl class="legend">
        ${legendLine('theta', symbol('θ'), 'intercept and slope: what may be changed')}
        ${legendLine('residual', html`<span>( )</span>`, 'what the line misses at one point: point here and see it')}
        ${legendLine('m', symbol('m'), 'the number of points')}
        ${legendLine('X', symbol('X'), 'the inputs, one row per point, with a column of ones for the intercept')}
        ${legendLine('Y', symbol('Y'), 'the measured values, one per point')}
      </dl>
    </div>`,
  code: 'Both ways to the line, for the points of the figure as they are now.',
  teacher: html`<p>Hide the best line (it is hidden at first) and let the class compete for the smallest MSE by hand; the sentence under the numbers
      tells how far above the least possible they are. Five per cent is easy, one per cent takes patience.</p>
    <p>A trap for those who read the original notebook: it sets the parameters as (a, b) = (4, 2) for y = a·x + b, and then multiplies
      them with [1, x]. So the slope behind the data is 2, not 4, and the printed estimate 3.25, 2.46 is not as wrong as it looks.</p>
    <p>Points of your own come as a list in the address, or pasted from a spreadsheet. To put the figure into a page of your own:</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-linear-regression preset="outlier" best="shown" without-cost&gt;&lt;/slope-linear-regression&gt;</code></pre>`,
};
