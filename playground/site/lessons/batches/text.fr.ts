// The lesson on epochs and batches in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { batchGradient, updates } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Époques et lots',
  question: frenchSpacing('Combien d’images un réseau doit-il regarder avant de changer d’avis ?'),
  opening: html`<p>Toutes, ce serait consciencieux ; une seule, ce serait rapide. Entre les deux, il y a le <em>lot</em> : quelques images sont regardées ensemble,
      leurs gradients moyennés, et les poids font un pas. Quand chaque image a eu son tour, une <em>époque</em> est finie, et on les mélange à nouveau.</p>
    <p>Voici 1 437 petits chiffres. En orange, le lot du moment ; en vert, ceux qui ont déjà servi dans cette époque.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : 1 437 chiffres qui s’allument quand un lot les prend, et la perte pour plusieurs tailles de lots. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Le lot décide du nombre de mises à jour',
      body: html`<p>Une époque coûte à peu près autant quel que soit le lot. Mais des lots de 32 en font 45 mises à jour, une image à la fois en fait 1 437, et
        toutes d’un coup une seule. Le dernier lot prend ce qui reste.</p>`,
      preset: 'small',
      action: 'Des lots de 32',
    },
    {
      title: 'Une image à la fois, c’est irréfléchi',
      body: html`<p>Une seule image sait peu des autres : chaque mise à jour part un peu de travers. Il y en a tant que cela marche quand même ; mais un
        processeur qui pourrait traiter des milliers de nombres à la fois reste sans rien faire.</p>`,
      preset: 'one',
      action: 'Une par une',
    },
    {
      title: 'De grands lots veulent plus d’époques, ou de plus longs pas',
      body: html`<p>Les 512 du cours vont bien avec 60 000 images : 118 mises à jour par époque. Ici ils en font trois, et les quatre époques finissent avant que
        grand-chose ne soit appris.</p>`,
      preset: 'large',
      action: 'Trop peu de mises à jour',
    },
    {
      title: 'On peut se fier plus loin à un gradient calme',
      body: html`<p>La moyenne de 512 gradients tremble moins que celle de 32 : un taux d’apprentissage plus grand est alors sans danger, et rattrape une
        partie des mises à jour qui manquent.</p>`,
      preset: 'large-and-faster',
      action: 'Faire de plus longs pas',
    },
    {
      title: 'L’ordre change à chaque époque',
      body: html`<p>Avancez lot par lot avec → : les images orange sont n’importe où, car chaque époque mélange. Dans leur ordre d’arrivée, les images
        feraient des lots de sosies.</p>`,
    },
  ],
  formulaTitle: 'Les formules',
  formula: html`<div class="formula">
      ${updates} ${batchGradient}
      <dl class="legend">
        ${legendLine('n', symbol('N'), 'les images d’entraînement')}
        ${legendLine('b', symbol('B'), 'les images par lot : une foule orange')}
        ${legendLine('s', symbol('S'), 'le lot : lesquelles, cette fois')}
        ${legendLine('eta', symbol('η'), 'le taux d’apprentissage')}
        ${legendLine('theta', symbol('Θ'), 'tous les poids et les biais')}
      </dl>
    </div>`,
  code: frenchSpacing('Ces programmes entraînent le même réseau avec la taille de lots ci-dessus.'),
  teacher: html`<p>Faites calculer ⌈60000 / 512⌉ et ce qui reste au dernier lot (96) avant de regarder le tableau. Chaque entraînement achevé laisse une
      ligne : donnez à chaque groupe une taille, pour le même nombre d’images, et comparez. Les durées sur un adaptateur logiciel ne disent rien d’un vrai.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-batches batch-size="8" epochs="2" lang="fr"&gt;&lt;/slope-batches&gt;</code></pre>`,
};
