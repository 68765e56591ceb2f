// The lesson on learning from examples in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { classification, regression } from './formulas.ts';

export const french: LessonWords = {
  section: '1.1 Introduction',
  title: 'Apprendre par l’exemple',
  question: frenchSpacing('De quelle sorte est-ce ? Combien cela fait-il ? Une seule machine pour les deux questions.'),
  opening: html`<p>Ici, personne n’écrit de règles. La machine reçoit des <em>exemples</em> : des logements avec leur surface et leur distance au centre, chacun accompagné de
      la bonne réponse. Elle en apprend, puis elle répond pour des logements qu’elle n’a jamais vus. Apprendre avec les réponses sous les yeux s’appelle
      apprentissage <em>supervisé</em>.</p>
    <p>Il y a deux sortes de réponse. Une <em>sorte</em> : appartement ou maison. C’est la classification. Une <em>quantité</em> : un prix. C’est la régression.
      Changez de question et regardez ce qui change dans le réseau : seulement sa dernière couche, la tête, et la façon de compter ses fautes.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un petit réseau apprend sur des logements dont on donne la réponse et répond pour d’autres, une fois leur sorte, une fois leur prix. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Une sorte vient avec une probabilité',
      body: html`<p>Promenez l’anneau dans la ville. Loin de la frontière, le réseau est sûr ; sur la frontière, il hésite moitié-moitié, et le dit. Là, même une bonne
        machine doit se tromper parfois : certains appartements sont aussi grands et aussi loin qu’une maison.</p>`,
      preset: 'kind',
      action: 'Demander la sorte',
    },
    {
      title: 'Une quantité n’est jamais tout à fait juste',
      body: html`<p>Plus de frontière, mais un paysage : des lignes de même prix. Un prix n’est pas juste ou faux, il a un écart. Les logements à plus de 50 k€ d’écart
        sont cerclés.</p>`,
      preset: 'price',
      action: 'Demander le prix',
    },
    {
      title: 'La perte voit une colonne',
      body: html`<p>Sorte et prix sont dans le même tableau, mais la perte ne compare qu’à l’une des deux. Ce qu’elle ne regarde pas ne peut pas s’apprendre. Et si elle n’a
        droit à aucune ? Alors personne ne supervise, et l’on ne peut que chercher des groupes : c’est la <a href="../k-means/">page suivante</a>.</p>`,
    },
    {
      title: 'Peu d’exemples, réponses hardies',
      body: html`<p>Avec six exemples, il apprend les six sans faute, et il est aussi sûr de lui qu’avant. Seuls les logements jamais vus disent ce que cela vaut. Ajoutez des
        exemples au curseur : les réponses fausses fondent.</p>`,
      preset: 'few',
      action: 'Apprendre avec six logements',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${classification}
      ${regression}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>le logement numéro i : sa surface et sa distance</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y', 'i')}</dt><dd>la bonne réponse pour lui : sa sorte, ou son prix</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p')}</dt><dd>la probabilité que le réseau donne à la bonne sorte</dd></div>
        <div data-term="yhat" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>le prix que le réseau annonce</dd></div>
        <div data-term="L" tabindex="0"><dt>${symbol('L')}</dt><dd>la perte : entropie croisée en haut, erreur quadratique moyenne en bas</dd></div>
      </dl>
    </div>
    <p>L’entraînement fait la même chose dans les deux cas : il change les poids pour que ce seul nombre baisse.</p>`,
  code: frenchSpacing(
    'Changez la question dans la figure et comparez : la tête et la perte changent, rien d’autre. D’autres nombres au hasard bâtissent une autre ville.',
  ),
  teacher: html`<p>La ville est inventée : prix = (40 + 3,6 · surface) · e<sup>−distance/24</sup>, 25 k€ de plus pour une maison, un peu de bruit. Faites deviner les prix à la
      classe avant le réseau, et comptez qui a le plus petit écart moyen.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-supervised question="price" examples="25" lang="fr"&gt;&lt;/slope-supervised&gt;</code></pre>`,
};
