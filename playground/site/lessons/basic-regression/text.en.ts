// The lesson on the price of a house in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { meanAbsoluteError, standardised } from './formulas.ts';

export const english: LessonWords = {
  section: '2 Basic regression',
  title: 'The price of a house',
  question: 'Thirteen numbers describe a house. What is it worth, and how far off may we be?',
  opening: html`<p>An estate agent who sells hundreds of houses gets a feeling for the price. A network can get one too: show it two
      thousand houses with their prices, and let it adjust 4,673 numbers until its guesses fit.</p>
    <p>A guess alone proves nothing. So before training, two simple rules stand on the board: always say the mean price, and the best
      straight rule that the columns allow. The network has to beat both, on houses that it has not seen.</p>`,
  fallback:
    'An interactive figure: a network learns the prices of houses in Ames, Iowa, and ends about 21,000 dollars off on average. It needs JavaScript.',
  observations: [
    {
      title: 'It begins knowing nothing',
      body: html`<p>Before training, the network is off by some 180 thousand dollars: with random weights it says about zero. One
        epoch, two hundred updates, brings it below “always the mean price”. Everything after that is knowledge about houses.</p>`,
    },
    {
      title: 'Then it passes the straight rule',
      body: html`<p>Linear regression is off by 25 thousand dollars. A network without hidden layers is the same rule, reached step by
        step, and stops at the same place. What lies below can only come from the bends of the hidden layers.</p>`,
      preset: 'one-neuron',
      action: 'Take the hidden layers away',
    },
    {
      title: 'The best epoch is not the last one',
      body: html`<p>The validation curve jitters. The weights of the best epoch are kept while training goes on; put them back with one
        button. That is what the “checkpoint” of the program below does.</p>`,
    },
    {
      title: 'Columns must be comparable',
      body: html`<p>Years are near 2,000, bathrooms near 2, square feet anywhere up to 200,000. Without normalisation the first layer
        hears almost nothing but the plot’s area. Switch it off and compare the curves.</p>`,
      preset: 'raw',
      action: 'Train without normalisation',
    },
    {
      title: 'Expensive houses are priced too low',
      body: html`<p>In the scatter, points above 300 thousand dollars lie mostly below the diagonal: there are few of them to learn from, and
        what makes them expensive is in none of the thirteen columns.</p>`,
    },
    {
      title: 'Now be the agent',
      body: html`<p>In step 6, add a bathroom, then two. Make the house a hundred years older. The network answers to every change, also to
        a house with 40 bathrooms, which nobody ever built: outside of its examples it does not know that it does not know.</p>`,
    },
  ],
  formulaTitle: 'The two formulas behind it',
  formula: html`<p>Each column is <em>standardised</em>: its mean becomes zero, its standard deviation one.</p>
    <div class="formula">
      ${standardised}
      <p>How far off the guesses are, on average, is the <em>mean absolute error</em>; it has the unit of the price. The loss that is
        trained is the mean <em>squared</em> error, which punishes one large miss more than many small ones.</p>
      ${meanAbsoluteError}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x')}</dt><dd>a number of a house, such as its area</dd></div>
        <div data-term="mu" tabindex="0"><dt>${symbol('μ')}</dt><dd>the column’s mean over the training houses</dd></div>
        <div data-term="sigma" tabindex="0"><dt>${symbol('σ')}</dt><dd>the column’s standard deviation over the training houses</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('ŷ', 'i')}</dt><dd>the predicted price of house ${symbol('i')}: the height of its point</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y', 'i')}</dt><dd>its real price</dd></div>
        <div data-term="m" tabindex="0"><dt>${symbol('m')}</dt><dd>the number of houses</dd></div>
      </dl>
    </div>`,
  code: 'These programs read the same table, build the network above with the settings that it has now, and keep the best epoch.',
  teacher: html`<p>The lecture uses the Boston table of 1970. It is here as a situation of its own, with a warning: one of its columns was
      constructed from the share of Black residents, and most libraries have withdrawn the table for that. We leave that column out (12
      inputs instead of 13; the errors do not change measurably) and begin with Ames instead, which is larger, younger and clean. A
      good quarter of an hour for a discussion of where data come from.</p>
    <p>With Ames, five seeds give 21.1 ± 0.3 thousand dollars, against 25.2 for linear regression and 58.3 for the mean. With Boston, 2.3 to
      2.4 against 3.3 and 6.7. One of the original notebooks saved the epoch with the <em>largest</em> error by mistake
      (<code>mode='max'</code>); ours keeps the smallest. Like the original, the figure validates on the test houses, so “the best epoch” is a
      little too good to be true: ask why.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-regression preset="boston" without-prepare&gt;&lt;/slope-regression&gt;</code></pre>`,
};
