// The lesson on softmax and argmax in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { softmax } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Softmax et argmax',
  question: frenchSpacing('La dernière couche donne dix nombres. Quel chiffre est-ce, et le réseau en est-il sûr ?'),
  opening: html`<p>Les dix neurones à la fin d’un réseau de chiffres donnent chacun un score : un nombre quelconque, positif ou négatif. Restent deux
      questions. Lequel gagne ? C’est <em>argmax</em>, la place du plus grand. Avec quelle certitude ? Pour cela, les scores deviennent des
      probabilités, toutes positives et de somme un : <em>softmax</em>.</p>
    <p>Voici les scores qu’un réseau pourrait donner à un 3 mal écrit. Déplacez-les.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : dix scores sur des curseurs et les probabilités qu’en fait softmax. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Seules les différences comptent',
      body: html`<p>Montez les dix scores d’un point, rien ne change. Montez-en un seul d’un point, et sa probabilité est multipliée par 2,7 face à chacune
        des autres.</p>`,
      preset: 'doubt',
      action: 'Revenir au 3 douteux',
    },
    {
      title: 'Argmax oublie le doute',
      body: html`<p>3 gagne avec 55 % comme il gagnerait avec 99 %. Qui ne regarde que le gagnant n’apprend jamais que le 8 était un candidat sérieux.</p>`,
    },
    {
      title: 'La température',
      body: html`<p>Divisés par un grand nombre, les scores se rapprochent, et les probabilités aussi : le réseau paraît moins sûr. Divisés par un petit, le
        gagnant prend tout, et softmax devient argmax. L’ordre ne change jamais.</p>`,
    },
    {
      title: 'Sûr et faux, voilà ce qui coûte',
      body: html`<p>La perte est l’opposé du logarithme de la probabilité de la bonne réponse. Un dixième coûte 2,3, un millième 6,9. Un réseau sûr d’un
        mauvais chiffre paie le plus, et c’est là qu’il apprend le plus.</p>`,
      preset: 'sure-and-wrong',
      action: 'Être sûr et se tromper',
    },
    {
      title: 'Il ne peut pas dire « rien de tout cela »',
      body: html`<p>Dix scores égaux donnent un dixième chacun, et toujours un en tout. Quoi qu’on lui montre, un tel réseau répartit toute sa croyance entre
        dix chiffres.</p>`,
      preset: 'equal',
      action: 'Les rendre égaux',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${softmax}
      <dl class="legend">
        <div data-term="z" tabindex="0"><dt>${symbol('z', 'k')}</dt><dd>le score du chiffre ${symbol('k')} : son curseur</dd></div>
        <div data-term="T" tabindex="0"><dt>${symbol('T')}</dt><dd>la température ; 1 sauf mention contraire</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p', 'k')}</dt><dd>sa probabilité : sa barre</dd></div>
      </dl>
    </div>
    <p>Sur un ordinateur, on retire d’abord à tous le plus grand score : le résultat est le même, et les exponentielles ne peuvent pas déborder.</p>`,
  code: frenchSpacing('Ces programmes calculent les barres ci-dessus, le gagnant et la perte.'),
  teacher: html`<p>Un bon moment pour cette page : après les <a href="../basic-classification/">chiffres manuscrits</a>. Dessinez-y un chiffre entre 4 et 9,
      lisez les probabilités, et reconstruisez-les ici avec les curseurs.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-softmax preset="sure" temperature="3" lang="fr"&gt;&lt;/slope-softmax&gt;</code></pre>`,
};
