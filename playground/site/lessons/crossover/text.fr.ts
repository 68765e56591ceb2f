// The page on CPU and GPU in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { timeOfStep } from './formulas.ts';

export const french: LessonWords = {
  section: '4 Vitesse',
  title: 'Processeur ou processeur graphique',
  question: frenchSpacing('À partir de quelle taille un processeur graphique vaut-il la peine ?'),
  opening: html`<p>Un processeur graphique fait des milliers de multiplications à la fois, mais chaque ordre qu’on lui donne prend un moment. Un processeur commence aussitôt, puis en
      fait quelques-unes à la fois. Les petits réseaux vont donc sur l’un, les grands sur l’autre. L’endroit où l’un dépasse l’autre dépend de la machine, et c’est la
      vôtre que l’on mesure ici : les mêmes pas d’entraînement, sur les deux, de quelques centaines de paramètres à un demi-million.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : les pas d’entraînement par seconde sur le CPU et avec WebGPU, selon la taille du modèle, mesurés dans ce navigateur. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Plate, puis en baisse',
      body: html`<p>Tant qu’un réseau est petit, un pas sur le processeur graphique prend le même temps quelle que soit sa taille : il attend plus qu’il ne calcule. Sa courbe est
        plate. Celle du processeur baisse dès le début.</p>`,
      preset: 'usual',
      action: 'Lots de 64',
    },
    {
      title: 'Le lot déplace le croisement',
      body: html`<p>Deux fois le lot, c’est deux fois le travail dans le même ordre. De grands lots amènent le croisement vers les petits réseaux ; un exemple à la fois le
        repousse loin à droite.</p>`,
      preset: 'large-batches',
      action: 'Lots de 512',
    },
    {
      title: 'Un par un',
      body: html`<p>Avec un lot d’un seul exemple, il y a peu à faire à la fois, même dans un réseau large, et chaque ordre prend toujours son moment.</p>`,
      preset: 'one-by-one',
      action: 'Lots d’un exemple',
    },
    {
      title: '« auto » le fait pour vous',
      body: html`<p>Partout où une figure de ces pages propose « auto », le moteur essaie quelques pas de votre modèle sur les deux, entraîne sur le plus rapide, et s’en
        souvient.</p>`,
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${timeOfStep}
      <dl class="legend">
        <div data-term="t" tabindex="0"><dt>${symbol('t')}</dt><dd>le temps d’un pas ; la figure montre combien il en va dans une seconde</dd></div>
        <div data-term="a" tabindex="0"><dt>${symbol('a')}</dt><dd>ce que coûte un ordre avant tout calcul : beaucoup sur un processeur graphique</dd></div>
        <div data-term="P" tabindex="0"><dt>${symbol('P')}</dt><dd>les paramètres du réseau ; chacun coûte environ six opérations par exemple, deux à l’aller et quatre au retour</dd></div>
        <div data-term="B" tabindex="0"><dt>${symbol('B')}</dt><dd>les exemples d’un lot</dd></div>
        <div data-term="r" tabindex="0"><dt>${symbol('r')}</dt><dd>les opérations par seconde : peu sur un processeur</dd></div>
      </dl>
    </div>
    <p>À gauche du coude d’une courbe règne le premier terme, à droite le second.</p>`,
  code: frenchSpacing(
    'Les programmes mesurent l’un de ces réseaux. Ailleurs que dans un navigateur, on atteint le processeur graphique par d’autres voies, et les chiffres diffèrent.',
  ),
  teacher: html`<p>Faites relever au tableau les croisements des machines de la classe : téléphones, portables avec et sans carte graphique. Chaque taille est mesurée en trois tranches
      d’au moins 60 ms après un échauffement, la médiane compte. D’autres pages ouvertes et une batterie vide changent les chiffres.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-crossover batch-size="256" largest="1024" lang="fr"&gt;&lt;/slope-crossover&gt;</code></pre>`,
};
