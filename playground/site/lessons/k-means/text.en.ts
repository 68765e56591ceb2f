// The lesson on k-means in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { assign, inertia, move } from './formulas.ts';

export const english: LessonWords = {
  section: '1.1 Introduction',
  title: 'Groups without names: k-means',
  question: 'Nobody says what these flowers are. Can a program find out that there are kinds?',
  opening: html`<p>Until now every example came with its answer. Most data does not. What is left is to look for order in the data itself: flowers that are
      close together may belong together. <em>k-means</em> does this with two simple moves in turn. <em>Assign</em>: each flower goes to the nearest of
      k centres. <em>Move</em>: each centre goes to the middle of its flowers. When nobody changes sides any more, it is over.</p>
    <p>The data are 150 irises that Edgar Anderson measured and Ronald Fisher published in 1936. Their species are known, but the program is not told.</p>`,
  fallback:
    'An interactive figure: k-means groups 150 irises half step by half step, then the groups are compared with the species. It needs JavaScript.',
  observations: [
    {
      title: 'Both moves can only help',
      body: html`<p>The inertia is the sum of all squared distances to the centres: the spokes in the picture. Going to the nearest centre shortens spokes, and no
        other place makes a group’s squares smaller than its mean. So the curve only falls, and it must come to rest.</p>`,
      preset: 'three',
      action: 'Watch it come to rest',
    },
    {
      title: 'The groups are real here',
      body: html`<p>Reveal the species afterwards. One group is exactly <i lang="la">setosa</i>; between the other two, six flowers landed on the wrong side. Nobody had
        told it a single name.</p>`,
      preset: 'revealed',
      action: 'Compare with the species',
    },
    {
      title: 'At rest is not best',
      body: html`<p>From an unlucky start two centres share what should be one group, and a third has to serve for two. Each move would still make things
        worse, so there it stays: a <em>local</em> minimum. The cure is cheap: start several times, keep the best.</p>`,
      preset: 'worse',
      action: 'Start unluckily',
    },
    {
      title: 'It answers the question you ask',
      body: html`<p>Ask for eight groups and you get eight. More centres always make the inertia smaller, so it cannot tell how many groups there are. Let it
        run for every k: the dots drop steeply up to 3 and slowly from there. That bend is a hint, no more.</p>`,
      preset: 'eight',
      action: 'Ask for eight',
    },
    {
      title: 'Near in what?',
      body: html`<p>By their sepals, two of the species lie on top of each other. No method finds there what the numbers do not show. Which numbers one looks at
        decides which groups there are.</p>`,
      preset: 'sepal',
      action: 'Look at the sepals',
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${inertia} ${assign} ${move}
      <dl class="legend">
        <div data-term="J" tabindex="0"><dt>${symbol('J')}</dt><dd>the inertia, which both moves make smaller</dd></div>
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>flower number i, two or four numbers</dd></div>
        <div data-term="c" tabindex="0"><dt>${symbol('c', 'i')}</dt><dd>the number of the centre that it belongs to</dd></div>
        <div data-term="m" tabindex="0"><dt>${symbol('μ', 'k')}</dt><dd>centre k, the mean of its flowers</dd></div>
        <div data-term="n" tabindex="0"><dt>${symbol('n', 'k')}</dt><dd>how many flowers it has</dd></div>
      </dl>
    </div>
    <p>There is no gradient here and no learning rate: each of the two moves is the exact answer to half of the question.</p>`,
  code: 'None of the three libraries has a layer for this, and none is needed: two lines do the work. Other random numbers draw other first centres.',
  teacher: html`<p>Let everybody drag the three centres to the worst places they can find, and read out where the inertia comes to rest: 31.4 nearly always with
      petals. With all four numbers the class finds three different ends. With petals, a centre placed far outside gets no flowers and stays there for good: ask
      what should be done with it.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-k-means clusters="4" features="all"&gt;&lt;/slope-k-means&gt;</code></pre>`,
};
