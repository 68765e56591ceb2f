// The lesson on activation functions in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { relu, sigmoid, tanh } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Fonctions d’activation',
  question: frenchSpacing('Pourquoi un neurone doit-il plier ce qu’il additionne ?'),
  opening: html`<p>Un neurone pondère et additionne ; à elle seule, cette règle est droite, et des règles droites empilées font encore une règle droite.
      L’activation est le pli qui donne leur valeur aux couches. Quel pli, cela ne change presque rien à ce qui peut être dessiné. Cela change
      beaucoup la vitesse à laquelle on l’apprend, car apprendre demande sa pente.</p>
    <p>À gauche, choisissez une fonction. À droite, une couche de tels neurones apprend une vague : les traits fins montrent ce que chacun ajoute.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : des fonctions d’activation avec leurs dérivées, et la courbe qu’un petit réseau dessine avec chacune. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Sans pli, une droite',
      body: html`<p>Huit neurones, seize, trente-deux : sans activation, leur somme reste une droite, et la perte reste où elle est.</p>`,
      preset: 'linear',
      action: 'Enlever l’activation',
    },
    {
      title: 'ReLU plie du papier',
      body: html`<p>Chaque neurone apporte un pli. Comptez les coins de la courbe : jamais plus que de neurones. Avec davantage de neurones, les morceaux
        deviennent si courts que personne ne les voit.</p>`,
      preset: 'relu',
      action: 'Dessiner avec ReLU',
    },
    {
      title: 'Plat veut dire sourd',
      body: html`<p>Loin de zéro, sigmoïde et tanh sont plates : pente nulle, rien à apprendre. ReLU est plate de tout un côté ; un neurone qui s’y trouve
        pour tous les exemples est mort et le reste. C’est pourquoi la version à fuite garde un peu de pente.</p>`,
    },
    {
      title: 'Un quart, c’est peu',
      body: html`<p>La pente de la sigmoïde vaut au mieux 0,25. Comparez le nombre d’époques qu’il lui faut avec tanh sur la même vague. Dans un réseau
        profond, ces quarts se multiplient.</p>`,
      preset: 'sigmoid',
      action: 'Apprendre avec la sigmoïde',
    },
    {
      title: 'Tout peut se dessiner, ou presque',
      body: html`<p>Prenez un neurone, puis deux, puis trois. Avec assez de neurones, une couche cachée peut suivre n’importe quelle courbe continue d’aussi
        près qu’on veut. Qu’elle le <em>puisse</em> ne veut pas dire que l’entraînement le trouve : essayez d’autres graines.</p>`,
      preset: 'tanh',
      action: 'Commencer avec huit',
    },
  ],
  formulaTitle: 'Les trois que l’on rencontre le plus',
  formula: html`<div class="formula">
      ${sigmoid} ${tanh} ${relu}
      <dl class="legend">
        <div data-term="z" tabindex="0"><dt>${symbol('z')}</dt><dd>la somme pondérée avec son biais</dd></div>
        <div data-term="s" tabindex="0"><dt>${symbol('σ')}</dt><dd>la sigmoïde : pour des probabilités, à la fin d’un réseau</dd></div>
        <div data-term="t" tabindex="0"><dt>tanh</dt><dd>la même, étirée à −1 … 1 : centrée sur zéro, quatre fois plus raide</dd></div>
        <div data-term="r" tabindex="0"><dt>relu</dt><dd>pente 1 ou 0, facile à calculer : le choix habituel dans les réseaux profonds</dd></div>
      </dl>
    </div>`,
  code: frenchSpacing('Ces programmes dessinent une telle vague avec une couche cachée des neurones choisis.'),
  teacher: html`<p>Le neurone de 1958 avait une marche : sa pente est nulle partout, aucune erreur ne peut donc la retraverser. C’est pour cela, plus que
      faute de puissance de calcul, que les réseaux à couches cachées ont dû attendre. Mettre <em>Neurones cachés</em> à 2 et essayer plusieurs
      graines avec ReLU montre des neurones morts en une minute.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-activations function="gelu" units="4" lang="fr"&gt;&lt;/slope-activations&gt;</code></pre>`,
};
