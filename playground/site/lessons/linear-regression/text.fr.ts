// The lesson on linear regression in French.

import { htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { errors, line, normalEquation } from './formulas.ts';

export const french: LessonWords = {
  section: '1.2 De la régression linéaire au premier neurone',
  title: 'Régression linéaire',
  question: 'Vingt mesures, une droite. Laquelle est la bonne, et qui en décide ?',
  opening: html`<p>Vous, pour commencer. Prenez la droite par ses deux anneaux et posez-la parmi les points du mieux que vous pouvez. Puis
      regardez les carrés : chacun a pour côté la distance d’un point à la droite. Leur aire moyenne est le nombre qui décide, et
      « proche » ne veut rien dire d’autre ici.</p>
    <p>Quand vous pensez qu’elle ne peut plus diminuer, appuyez sur <b>Résoudre exactement</b>.</p>`,
  fallback:
    'Une figure interactive : une droite à déplacer parmi des points, avec les carrés de ses erreurs. Il lui faut JavaScript.',
  observations: [
    {
      title: 'Les grandes erreurs comptent plus que leur part',
      body: html`<p>Deux fois la distance, c’est quatre fois l’aire. La droite préfère donc manquer un peu beaucoup de points plutôt qu’un seul de
        beaucoup. Est-ce sage ? Cela dépend d’où vient ce point.</p>`,
      preset: 'outlier',
      action: 'Laisser un point tirer',
    },
    {
      title: 'Proche n’est pas égal',
      body: html`<p>Derrière les points du cours se tient la droite 4 + 2x. Appuyez sur <b>Résoudre exactement</b> : la réponse en est proche, et
        autrement proche à chaque graine. Ce reste n’est pas une faute de la méthode ; cent points bruités n’en savent pas plus.</p>`,
      preset: 'lecture',
      action: 'Prendre les données du cours',
    },
    {
      title: 'Le nombre ne voit pas l’image',
      body: html`<p>Ces points suivent une courbe. Leur meilleure droite et son erreur sont presque exactement celles d’« Un point qui tire ».
        Frank Anscombe a dessiné les deux en 1973, pour que l’on regarde avant de calculer.</p>`,
      preset: 'curve',
      action: 'Montrer la courbe',
    },
    {
      title: 'Une réponse d’un seul coup',
      body: html`<p>Pour une droite, il y a une formule. Suivez les matrices sous la figure : quel que soit le nombre de points, elles se réduisent à
        2 × 2 nombres, dont l’inverse donne l’ordonnée et la pente. Déplacez un point et voyez quels nombres bougent.</p>`,
    },
    {
      title: 'Alors pourquoi marcher ?',
      body: html`<p>Appuyez sur <b>Descendre</b> : la descente de gradient arrive à la même droite, à petits pas. Cela semble le chemin le plus long.
        Appuyez maintenant sur <b>Mesurer</b> et lisez ce que coûterait le coup unique pour les 89 610 paramètres d’un petit réseau.</p>`,
    },
    {
      title: 'Le bruit est un plancher',
      body: html`<p>Sans bruit, les carrés disparaissent. Avec un bruit de 5, la RMSE reste près de 5, quoi que l’on fasse. Un modèle qui fait mieux que
        le bruit a appris le bruit.</p>`,
      preset: 'no-noise',
      action: 'Enlever le bruit',
    },
  ],
  formulaTitle: 'La droite, son erreur, sa solution',
  formula: html`<p>Deux nombres font une droite :</p>
    <div class="formula">
      ${line}
      <p>Son erreur est la moyenne des carrés (en anglais MSE). La racine (RMSE) la ramène à l’unité de ${symbol('y')} : si
        ${symbol('y')} est en milliers d’euros, elle aussi.</p>
      ${errors}
      <p>Et la droite qui la rend minimale :</p>
      ${normalEquation}
      <dl class="legend">
        ${legendLine('theta', symbol('θ'), html`l’ordonnée et la pente : ce que l’on peut changer`)}
        ${legendLine('residual', html`<span>( )</span>`, html`ce que la droite manque en un point : pointez ici et voyez-le`)}
        ${legendLine('m', symbol('m'), 'le nombre de points')}
        ${legendLine('X', symbol('X'), html`les entrées, une ligne par point, avec une colonne de uns pour l’ordonnée`)}
        ${legendLine('Y', symbol('Y'), 'les valeurs mesurées, une par point')}
      </dl>
    </div>`,
  code: 'Les deux chemins vers la droite, pour les points de la figure tels qu’ils sont.',
  teacher: html`<p>La meilleure droite est d’abord cachée : faites concourir la classe pour la plus petite MSE à la main ; la phrase sous les
      nombres dit à combien du minimum on se trouve. Cinq pour cent est facile, un pour cent demande de la patience.</p>
    <p>Un piège pour qui lit le carnet d’origine : il pose les paramètres (a, b) = (4, 2) pour y = a·x + b, puis les multiplie par [1, x]. La
      pente derrière les données est donc 2, pas 4, et l’estimation affichée 3,25 ; 2,46 n’est pas si fausse qu’elle en a l’air.</p>
    <p>Vos propres points viennent d’une liste dans l’adresse, ou d’un tableur par collage. Pour mettre la figure dans une page à vous :</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-linear-regression preset="outlier" best="shown" without-cost&gt;&lt;/slope-linear-regression&gt;</code></pre>`,
};
