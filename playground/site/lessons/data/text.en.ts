// The lesson on looking at the data in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { moments } from './formulas.ts';

export const english: LessonWords = {
  section: '1.4 Data and neurons',
  title: 'Looking at the data',
  question: 'What is in the table, before anything is learned from it?',
  opening: html`<p>A network believes every number that it is given. So the first step of each project is to look: how many rows and columns, what is in each
      column, how is it spread, and what is missing?</p>
    <p>Below is the table of the <a href="../basic-regression/">house prices</a>. Go through its columns; then knock some holes into it.</p>`,
  fallback:
    'An interactive figure: a table with its columns, their histograms and their empty cells. It needs JavaScript.',
  observations: [
    {
      title: 'The shape comes first',
      body: html`<p>Rows are examples, columns are what is known of each. Of the fourteen here, thirteen go in and one is to come out.</p>`,
      preset: 'houses',
      action: 'Houses in Ames',
    },
    {
      title: 'A zero can be a hole',
      body: html`<p>490 plots have a width of 0 feet. Nobody lives on a plot without width: it was not measured, and somebody typed a zero. To a network it is a very
        narrow plot. No count of empty cells finds this; a histogram does.</p>`,
      preset: 'hidden-holes',
      action: 'Look at the width',
    },
    {
      title: 'Mean and median tell of the tail',
      body: html`<p>A few expensive houses pull the mean to the right, not the median. Where the two differ, a squared error will look at those few most.</p>`,
      preset: 'price',
      action: 'Look at the price',
    },
    {
      title: 'Dropping rows is dear',
      body: html`<p>With fourteen columns and one cell in twenty empty, about half of the rows have a hole somewhere. To drop them is simple, honest, and costs half of the data.</p>`,
      preset: 'holes',
      action: 'Drop every row with a hole',
    },
    {
      title: 'Filling in invents data',
      body: html`<p>The mean of the column in every empty cell keeps all rows, and grows a spike that no house has made. The deviation shrinks, and the network cannot tell
        invented from measured.</p>`,
      preset: 'mean',
      action: 'Fill in the mean',
    },
  ],
  formulaTitle: 'The numbers of a column',
  formula: html`<div class="formula">
      ${moments}
      <dl class="legend">
        ${legendLine('mu', symbol('μ'), 'the mean: the green line')}
        ${legendLine('sigma', symbol('σ'), 'the standard deviation: how far values usually are from it')}
        ${legendLine('n', symbol('n'), 'the cells that are not empty')}
      </dl>
    </div>
    <p>The median is the value in the middle when all are put in order: half are smaller. One enormous value changes the mean, not the median.</p>`,
  code: 'These programs look at the same table, and do about empty cells what is done above.',
  teacher: html`<p>Have the class find something odd in each column before you say anything: zeros in the width, zeros in the upper floor (those are real), years that
      end at 2010. The houses are those of Ames, Iowa, 2006 to 2010; see the <a href="../basic-regression/">price page</a> for what is learned from them.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-data table="iris" column="3" without-rows&gt;&lt;/slope-data&gt;</code></pre>`,
};
