// The lesson on the training loop in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { round } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'La boucle d’apprentissage',
  question: frenchSpacing('Que se passe-t-il, et dans quel ordre, pendant que la barre avance ?'),
  opening: html`<p>Quoi qu’on apprenne, et si grand que soit le réseau, entraîner est toujours la même courte boucle. Prendre quelques exemples, interroger le
      modèle, mesurer son erreur, en trouver la pente pour chaque poids, faire un pas, et recommencer. Après chaque tour des données, l’interroger
      sur des exemples dont il n’apprend rien.</p>
    <p>Ici, un petit réseau apprend à lire des chiffres. Tous les nombres des boîtes sont ceux de l’entraînement. Appuyez sur une boîte pour qu’il s’y arrête.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : huit boîtes, des données aux poids et retour, avec les nombres d’un vrai entraînement. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Le modèle ne change pas là où il répond',
      body: html`<p>Lot, modèle, perte, gradient : jusque-là rien n’est différent, on a seulement appris quelque chose. Une seule boîte écrit :
        l’optimiseur, dans les poids.</p>`,
      preset: 'works',
      action: 'Le laisser tourner',
    },
    {
      title: 'La première perte est celle du hasard',
      body: html`<p>Arrêtez-le à la perte. Elle commence près de 2,3, c’est ln 10 : dix chiffres également probables. Reprenez plusieurs fois : les lots sautent,
        car chacun est un autre échantillon, et la direction est vers le bas.</p>`,
      preset: 'at-the-loss',
      action: 'S’arrêter à la perte',
    },
    {
      title: 'La règle est la même pour les 1 210 poids',
      body: html`<p>La boîte de l’optimiseur en suit un : son ancienne valeur, moins η fois sa propre pente. Tous les autres font de même au même instant. Quand la
        perte baisse, les pentes aussi, et les pas deviennent petits d’eux-mêmes.</p>`,
    },
    {
      title: 'La validation regarde, et ne touche à rien',
      body: html`<p>Après le dernier lot d’une époque, on interroge le modèle sur 360 images. Ni gradient, ni pas : rien ne repart de cette boîte.</p>`,
      preset: 'at-validation',
      action: 'S’arrêter à chaque époque',
    },
    {
      title: 'Un bouton suffit à gâcher une boucle parfaite',
      body: html`<p>Avec η = 15, chaque boîte fait son devoir, et le résultat ne vaut rien : bien des neurones sont poussés si loin qu’ils se taisent devant
        toute image. La boucle ne peut pas le savoir.</p>`,
      preset: 'too-long',
      action: 'Faire de trop longs pas',
    },
  ],
  formulaTitle: 'Un tour',
  formula: html`<div class="formula">
      ${round}
      <dl class="legend">
        ${legendLine('x', symbol('X'), 'le lot : quelques exemples, et Y leurs étiquettes')}
        ${legendLine('f', symbol('f'), 'le modèle')}
        ${legendLine('theta', symbol('Θ'), 'ses poids et ses biais')}
        ${legendLine('j', symbol('J'), 'la perte du lot (loss)')}
        ${legendLine('eta', symbol('η'), 'le taux d’apprentissage')}
      </dl>
    </div>`,
  code: frenchSpacing(
    'Ces programmes sont l’entraînement ci-dessus. Avec Keras, la boucle est un seul appel ; avec PyTorch, on l’écrit soi-même, boîte par boîte.',
  ),
  teacher: html`<p>Faites nommer la boîte suivante avant d’appuyer sur →. La vitesse « pas à pas » en laisse le temps. Une bonne question en chemin : de quelles boîtes
      pourrait-on se passer pour seulement utiliser le réseau fini ? (Toutes, sauf le lot et le modèle.)</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-training-loop stop="gradient" lang="fr" without-chart&gt;&lt;/slope-training-loop&gt;</code></pre>`,
};
