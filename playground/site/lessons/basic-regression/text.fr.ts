// The lesson on the price of a house in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { meanAbsoluteError, standardised } from './formulas.ts';

export const french: LessonWords = {
  section: '2 Régression de base',
  title: 'Le prix d’une maison',
  question: frenchSpacing('Treize nombres décrivent une maison. Combien vaut-elle, et de combien peut-on se tromper ?'),
  opening: html`<p>Un agent immobilier qui vend des centaines de maisons finit par sentir le prix. Un réseau le peut aussi : montrez-lui deux mille
      maisons avec leur prix, et laissez-le ajuster 4 673 nombres jusqu’à ce que ses estimations conviennent.</p>
    <p>Une estimation seule ne prouve rien. Avant l’entraînement, deux règles simples sont donc au tableau : dire toujours le prix moyen, et la
      meilleure règle droite que permettent les colonnes. Le réseau doit battre les deux, sur des maisons qu’il n’a jamais vues.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un réseau apprend le prix des maisons d’Ames, dans l’Iowa, et finit à environ 21 000 dollars près en moyenne. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Au début, il ne sait rien',
      body: html`<p>Avant l’entraînement, le réseau se trompe de 180 milliers de dollars environ : avec des poids aléatoires, il dit à peu près zéro. Une
        époque, deux cents mises à jour, l’amène sous « toujours le prix moyen ». Tout ce qui vient ensuite est un savoir sur les maisons.</p>`,
    },
    {
      title: 'Puis il dépasse la règle droite',
      body: html`<p>La régression linéaire se trompe de 25 milliers de dollars. Un réseau sans couche cachée est la même règle, atteinte pas à pas, et
        s’arrête au même endroit. Ce qui est en dessous ne peut venir que des plis des couches cachées.</p>`,
      preset: 'one-neuron',
      action: 'Enlever les couches cachées',
    },
    {
      title: 'La meilleure époque n’est pas la dernière',
      body: html`<p>La courbe de validation tremble. Les poids de la meilleure époque sont gardés pendant que l’entraînement continue ; un bouton les
        remet. C’est ce que fait le « checkpoint » du programme ci-dessous.</p>`,
    },
    {
      title: 'Les colonnes doivent être comparables',
      body: html`<p>Les années sont proches de 2 000, les salles de bains de 2, les pieds carrés vont jusqu’à 200 000. Sans normalisation, la
        première couche n’entend presque que la surface du terrain. Coupez-la et comparez les courbes.</p>`,
      preset: 'raw',
      action: 'Entraîner sans normalisation',
    },
    {
      title: 'Les maisons chères sont sous-estimées',
      body: html`<p>Dans le nuage, les points au-delà de 300 milliers de dollars sont presque tous sous la diagonale : il y en a peu pour apprendre, et
        ce qui les rend chères n’est dans aucune des treize colonnes.</p>`,
    },
    {
      title: 'À vous d’être l’agent',
      body: html`<p>À l’étape 6, ajoutez une salle de bains, puis deux. Vieillissez la maison de cent ans. Le réseau répond à chaque changement, même à
        une maison de 40 salles de bains que personne n’a construite : hors de ses exemples, il ne sait pas qu’il ne sait pas.</p>`,
    },
  ],
  formulaTitle: 'Les deux formules derrière',
  formula: html`<p>Chaque colonne est <em>standardisée</em> : sa moyenne devient zéro, son écart type un.</p>
    <div class="formula">
      ${standardised}
      <p>L’écart moyen des estimations est l’<em>erreur absolue moyenne</em> ; elle a l’unité du prix. La perte que l’on entraîne est l’erreur
        <em>quadratique</em> moyenne, qui punit une grande erreur plus que beaucoup de petites.</p>
      ${meanAbsoluteError}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x')}</dt><dd>un nombre d’une maison, sa surface par exemple</dd></div>
        <div data-term="mu" tabindex="0"><dt>${symbol('μ')}</dt><dd>la moyenne de la colonne sur les maisons d’entraînement</dd></div>
        <div data-term="sigma" tabindex="0"><dt>${symbol('σ')}</dt><dd>l’écart type de la colonne sur les maisons d’entraînement</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('ŷ', 'i')}</dt><dd>le prix prédit de la maison ${symbol('i')} : la hauteur de son point</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y', 'i')}</dt><dd>son prix réel</dd></div>
        <div data-term="m" tabindex="0"><dt>${symbol('m')}</dt><dd>le nombre de maisons</dd></div>
      </dl>
    </div>`,
  code: frenchSpacing(
    'Ces programmes lisent la même table, construisent le réseau ci-dessus avec ses réglages du moment, et gardent la meilleure époque.',
  ),
  teacher: html`<p>Le cours utilise la table de Boston, de 1970. Elle est ici une situation à part, avec un avertissement : l’une de ses colonnes a été
      construite sur la part d’habitants noirs, et la plupart des bibliothèques l’ont retirée pour cela. Nous laissons cette colonne de côté (12
      entrées au lieu de 13 ; les erreurs ne changent pas de façon mesurable) et commençons par Ames, plus grande, plus récente et sans ce défaut.
      Un bon quart d’heure pour discuter de l’origine des données.</p>
    <p>Avec Ames, cinq graines donnent 21,1 ± 0,3 milliers de dollars, contre 25,2 pour la régression linéaire et 58,3 pour la moyenne. Avec Boston, 2,3 à
      2,4 contre 3,3 et 6,7. L’un des carnets d’origine gardait par erreur l’époque d’erreur <em>maximale</em> (<code>mode='max'</code>) ; le
      nôtre garde la minimale. Comme l’original, la figure valide sur les maisons de test : « la meilleure époque » est donc un peu trop belle.
      Demandez pourquoi.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-regression preset="boston" without-prepare lang="fr"&gt;&lt;/slope-regression&gt;</code></pre>`,
};
