// The lesson on training and validation in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { twoLosses } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Entraînement et validation',
  question: frenchSpacing('Qui sait les réponses par cœur a tout juste. Comment s’en aperçoit-on ?'),
  opening: html`<p>Un réseau qui a assez de neurones peut apprendre chaque exemple par cœur, erreurs comprises. Sa perte d’entraînement ne dit alors plus
      rien. On garde donc des exemples de côté : il n’en apprend rien, on ne fait que l’interroger. C’est la <em>validation</em>.</p>
    <p>Ici, deux classes se mêlent. Les points creux sont gardés. Entraînez, et guettez le moment où les deux courbes se séparent.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un réseau apprend certains points et on l’interroge sur d’autres ; ses deux pertes se séparent. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Là où les courbes se séparent commence le surapprentissage',
      body: html`<p>D’abord les deux descendent : ce qui est appris vaut pour tous les points. Puis la perte d’entraînement continue de baisser et celle de
        validation monte : désormais le réseau dessine des îles autour de points isolés.</p>`,
      preset: 'overfits',
      action: 'Entraîner trop longtemps',
    },
    {
      title: 'S’arrêter à temps',
      body: html`<p>L’arrêt anticipé attend quelques époques un progrès, renonce, et revient aux meilleurs poids. Il ne coûte qu’un peu de patience.</p>`,
      preset: 'stops-early',
      action: 'S’arrêter à temps',
    },
    {
      title: 'Un petit réseau ne peut pas tricher',
      body: html`<p>Avec quatre neurones par couche, pas de place pour des îles. Il se trompe davantage à l’entraînement, et moins sur des points nouveaux.</p>`,
      preset: 'small',
      action: 'Prendre un petit réseau',
    },
    {
      title: 'Chaque point ne sert qu’une fois',
      body: html`<p>Les points gardés manquent à l’entraînement ; s’ils sont trop peu, la courbe de validation est une affaire de chance. Poussez le curseur aux
        deux bouts, puis essayez d’autres graines. On garde d’ordinaire un cinquième à un tiers.</p>`,
      preset: 'few-to-check',
      action: 'Vérifier avec six points',
    },
    {
      title: 'Une fuite ressemble à un succès',
      body: html`<p>Ici, des copies de points de validation sont entrées à l’entraînement, comme lorsqu’un même patient ou une même maison figure deux fois. La
        courbe de validation est superbe. Seuls les mille points nouveaux en savent plus, et en pratique personne ne les a.</p>`,
      preset: 'leak',
      action: 'Ouvrir une fuite',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${twoLosses}
      <dl class="legend">
        ${legendLine('t', symbol('T'), 'les exemples d’entraînement : les points pleins')}
        ${legendLine('v', symbol('V'), 'les exemples gardés pour la validation : les points creux')}
        ${legendLine('theta', symbol('Θ'), 'les poids : seule la première perte les déplace')}
      </dl>
    </div>
    <p>Les deux sont la même moyenne de la même perte. La descente suit le gradient de la première ; la seconde se lit et ne se suit jamais. Qui choisit
      ses réglages d’après la seconde, encore et encore, l’use aussi : voilà pourquoi une troisième part, le jeu de test, est gardée pour la toute fin.</p>`,
  code: frenchSpacing(
    'Ces programmes entraînent le réseau ci-dessus avec le même partage ; avec de la patience, ils s’arrêtent à temps.',
  ),
  teacher: html`<p>Les carnets du cours valident avec le jeu de test ; dites-le, et dites pourquoi on ne devrait pas. Deux d’entre eux gardaient aussi la pire époque
      au lieu de la meilleure, en maximisant une erreur absolue : ici <code>val_loss</code> est minimisée, et la phrase sous les courbes dit quelle époque est en place.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-validation preset="leak" lang="fr"&gt;&lt;/slope-validation&gt;</code></pre>`,
};
