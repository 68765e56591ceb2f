// The lesson on polynomial regression in French.

import { htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { powers, rootMeanSquare } from './formulas.ts';

export const french: LessonWords = {
  section: '1.2 De la régression linéaire au premier neurone',
  title: 'Sous-apprentissage et surapprentissage',
  question: 'Une courbe qui passe par tous les points : que demander de mieux, ou de pire ?',
  opening: html`<p>Une droite n’a que deux nombres à tourner. Ajoutez un carré, un cube, une puissance quatrième, et elle peut plier ; chaque puissance
      est un nombre de plus. Ici, cent points bruités sont ajustés par des polynômes de degré 1 à 24. Les points de l’ajustement sont pleins ; les
      creux viennent de la même courbe et ne lui ont <em>pas</em> été montrés.</p>
    <p>Appuyez sur <b>Degré par degré</b> et surveillez les deux courbes d’erreur. L’une ne fait que descendre.</p>`,
  fallback:
    'Une figure interactive : des polynômes de degré 1 à 24 ajustés à des points bruités, avec les erreurs d’entraînement et de validation. Il lui faut JavaScript.',
  observations: [
    {
      title: 'Trop raide',
      body: html`<p>Une droite ne peut pas plier avec les points. Elle est fausse partout, sur les points vus comme sur les autres, et d’autant. C’est le
        <em>sous-apprentissage</em> ; aucun nombre de points n’y remédie.</p>`,
      preset: 'underfit',
      action: 'Degré 1',
    },
    {
      title: 'À peu près juste',
      body: html`<p>À partir du degré 4, les deux erreurs cessent de baisser : ce qui reste est le bruit, et aucune courbe ne prédit le bruit. Les points
        viennent d’un polynôme de degré 6, mais ces données ne permettent à personne de le dire.</p>`,
      preset: 'good',
      action: 'Degré 5',
    },
    {
      title: 'Trop libre',
      body: html`<p>Au degré 24, l’erreur d’entraînement est au plus bas. Regardez les bouts : pour passer un peu plus près de quelques points, la courbe
        s’emporte là où il n’y en a pas. Sur de nouveaux points, elle vaut la droite, ou pire. C’est le <em>surapprentissage</em>.</p>`,
      preset: 'overfit',
      action: 'Degré 24',
    },
    {
      title: 'C’est le bruit qu’elle apprend',
      body: html`<p>Restez au degré 24 et appuyez plusieurs fois sur <b>Retirer le bruit au sort</b> : la même loi, d’autres points, et chaque fois une tout
        autre courbe. Au degré 5, presque rien ne bouge.</p>`,
    },
    {
      title: 'Plus de points la calment',
      body: html`<p>25 coefficients pour 100 points, c’est beaucoup ; pour 1 000, c’est peu. Le même degré 24 suit alors la loi presque aussi bien que le
        degré 6. Voilà pourquoi les réseaux à beaucoup de paramètres demandent beaucoup de données.</p>`,
      preset: 'more-points',
      action: 'Prendre 1 000 points',
    },
    {
      title: 'Une erreur nulle',
      body: html`<p>Dix points, dix coefficients : la courbe passe par chacun. Elle n’a rien appris ; elle a une liste.</p>`,
      preset: 'few-points',
      action: 'Dix points, degré 9',
    },
  ],
  formulaTitle: 'Des puissances, et de meilleures',
  formula: html`<p>Un polynôme de degré ${symbol('n')} est une somme pondérée de puissances, et l’ajustement est une régression linéaire sur elles :</p>
    <div class="formula">
      ${powers}
      <p>Les grandes puissances de ${symbol('x')} se ressemblent : on distingue à peine ${symbol('x')}²² de ${symbol('x')}²⁴. La figure prend donc les
        polynômes de Tchebychev ${symbol('T', 'i')}, qui engendrent les mêmes courbes. L’erreur est la racine du carré moyen (en anglais RMSE) :</p>
      ${rootMeanSquare}
      <dl class="legend">
        ${legendLine('P', symbol('P', 'n'), 'la courbe de la figure')}
        ${legendLine('n', symbol('n'), html`le degré : combien de fois la courbe peut tourner, au plus n − 1`)}
        ${legendLine('c', symbol('c', 'i'), html`les coefficients : les barres de la figure`)}
        ${legendLine('residual', html`<span>( )</span>`, 'ce que la courbe manque en un point')}
        ${legendLine('m', symbol('m'), html`le nombre de points : ceux de l’ajustement, ou ceux qu’il n’a jamais vus`)}
      </dl>
    </div>`,
  code: 'La même loi, le même degré, les mêmes colonnes.',
  teacher: html`<p>Le carnet montre les degrés 1, 5 et 24 côte à côte, sur les seuls points d’entraînement ; sa courbe « de degré 7 » a sept coefficients et se trouve
      donc de degré 6. Ici, des points de validation les accompagnent, car eux seuls distinguent un bon ajustement d’un ajustement chanceux. La graine de
      départ a été choisie parce que ses deux courbes d’erreur ressemblent à la médiane de nombreux tirages ; <b>Autre courbe</b> en donne de plus et de moins
      heureuses.</p>
    <p>Avec les simples puissances, le même ajustement échoue pour une autre raison : en nombres de 32 bits, l’équation normale est fausse dès le degré 8 à 12, bien
      avant que la courbe ne surapprenne. Avec les polynômes de Tchebychev, elle est juste à cinq chiffres au degré 24.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-polynomial-regression preset="overfit" truth="shown" without-bars&gt;&lt;/slope-polynomial-regression&gt;</code></pre>`,
};
