// The page that compares libraries, in English.

import { html } from 'lit';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { ratio } from './formulas.ts';

export const english: LessonWords = {
  section: '4 Speed',
  title: 'Compared with other libraries',
  question: 'How fast is this engine, and where is it not?',
  opening: html`<p>Every figure of these pages computes with an engine of our own. Two other libraries also train networks in a browser: TensorFlow.js and
      jax-js. All three were given the same work in the same browser, each in a fresh page, in turns; no figure counts before the result agreed with a
      calculation in double precision.</p>
    <p>The bars start at the best of the <em>other</em> libraries: to the right is better than it, to the left is worse. Below them, your own machine can say what it
      makes of it.</p>`,
  fallback:
    'An interactive figure: three libraries on the same work as bars of ratios, and this engine measured in this browser. It needs JavaScript.',
  observations: [
    {
      title: 'Small networks: it is all waiting',
      body: html`<p>In the linear regression and the small network hardly anything is computed. What counts is how often a library goes to the graphics processor and back. Many
        steps in one order are worth more there than any fast product of matrices.</p>`,
      preset: 'webgpu',
      action: 'WebGPU only',
    },
    {
      title: 'Every backend',
      body: html`<p>Without graphics hardware, plain JavaScript or WebAssembly is often the better way. “auto” measures and takes it. Where another library is still ahead, the bar
        says so.</p>`,
      preset: 'every',
      action: 'Show every backend',
    },
    {
      title: 'Large batches: it is all products',
      body: html`<p>With the digits, most of the time goes into products of matrices, the larger the batch the more. There the libraries come close to each other, and
        WebAssembly with several threads leads on a machine without a graphics card.</p>`,
      preset: 'digits',
      action: 'Show the digits',
    },
    {
      title: 'A figure belongs to a machine',
      body: html`<p>The adapter is named above the bars. On another one the order may be another. Press “Measure here” to see what this engine does on yours; the bars
        stay those of their own machine.</p>`,
    },
  ],
  formulaTitle: 'The formula',
  formula: html`<div class="formula">
      ${ratio}
      <dl class="legend">
        <div data-term="v" tabindex="0"><dt>${symbol('v')}</dt><dd>steps, operations or bytes per second; for times and sizes their reciprocal</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('v', 'p')}</dt><dd>the same of another library p, of those that are compared at the moment</dd></div>
        <div data-term="q" tabindex="0"><dt>${symbol('q')}</dt><dd>the bar: 1 is level, and the scale is logarithmic, so that twice and half are equally long</dd></div>
      </dl>
    </div>`,
  code: 'One of the trainings, with its steps counted against the clock. Choose another work in the figure, and the programs follow.',
  teacher: html`<p>All figures come from one command, <code>npm run bench -- peers</code>, and can be made again on any machine. It drives each library as its makers advise
      and takes the faster of several ways. Discuss what a fair comparison needs: the same work, checked results, turns, medians, and the name of the machine.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-peers against="all" workload="W4"&gt;&lt;/slope-peers&gt;</code></pre>`,
};
