// The lesson on k-means in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { assign, inertia, move } from './formulas.ts';

export const french: LessonWords = {
  section: '1.1 Introduction',
  title: 'Des groupes sans nom : les k-moyennes',
  question: frenchSpacing(
    'Personne ne dit ce que sont ces fleurs. Un programme peut-il découvrir qu’il y en a de plusieurs sortes ?',
  ),
  opening: html`<p>Jusqu’ici chaque exemple venait avec sa réponse. La plupart des données n’en ont pas. Il reste à chercher de l’ordre dans les données
      elles-mêmes : des fleurs proches vont peut-être ensemble. Les <em>k-moyennes</em> y parviennent par deux gestes simples, tour à tour. <em>Affecter</em> :
      chaque fleur va au plus proche de k centres. <em>Déplacer</em> : chaque centre va au milieu de ses fleurs. Quand plus personne ne change de camp, c’est fini.</p>
    <p>Les données sont 150 iris qu’Edgar Anderson a mesurés et que Ronald Fisher a publiés en 1936. Leurs espèces sont connues, mais on ne les dit pas au programme.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : les k-moyennes groupent 150 iris demi-pas par demi-pas, puis on compare les groupes aux espèces. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Les deux gestes ne peuvent qu’aider',
      body: html`<p>L’inertie est la somme de tous les carrés des distances aux centres : les rayons de l’image. Aller au centre le plus proche raccourcit des rayons, et
        aucune place ne rend les carrés d’un groupe plus petits que sa moyenne. La courbe ne fait donc que descendre, et le repos doit venir.</p>`,
      preset: 'three',
      action: 'Voir venir le repos',
    },
    {
      title: 'Ici, les groupes existent',
      body: html`<p>Révélez ensuite les espèces. Un groupe est exactement <i lang="la">setosa</i> ; entre les deux autres, six fleurs sont tombées du mauvais côté. Personne
        n’avait dit un seul nom.</p>`,
      preset: 'revealed',
      action: 'Comparer aux espèces',
    },
    {
      title: 'Le repos n’est pas le meilleur',
      body: html`<p>D’un départ malheureux, deux centres se partagent ce qui devrait être un groupe, et le troisième doit servir pour deux. Tout geste empirerait encore
        les choses, alors il reste là : un minimum <em>local</em>. Le remède est bon marché : partir plusieurs fois, garder le meilleur.</p>`,
      preset: 'worse',
      action: 'Partir du mauvais pied',
    },
    {
      title: 'Il répond à la question posée',
      body: html`<p>Demandez huit groupes, vous en aurez huit. Plus de centres font toujours moins d’inertie : elle ne peut donc pas dire combien de groupes il y a.
        Laissez-le courir pour chaque k : les points tombent vite jusqu’à 3, puis lentement. Ce coude est un indice, pas plus.</p>`,
      preset: 'eight',
      action: 'En demander huit',
    },
    {
      title: frenchSpacing('Proche par quoi ?'),
      body: html`<p>Par leurs sépales, deux des espèces se recouvrent. Aucune méthode n’y trouve ce que les nombres ne montrent pas. Les nombres que l’on regarde
        décident des groupes que l’on trouve.</p>`,
      preset: 'sepal',
      action: 'Regarder les sépales',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${inertia} ${assign} ${move}
      <dl class="legend">
        <div data-term="J" tabindex="0"><dt>${symbol('J')}</dt><dd>l’inertie, que les deux gestes diminuent</dd></div>
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>la fleur numéro i, deux ou quatre nombres</dd></div>
        <div data-term="c" tabindex="0"><dt>${symbol('c', 'i')}</dt><dd>le numéro du centre auquel elle appartient</dd></div>
        <div data-term="m" tabindex="0"><dt>${symbol('μ', 'k')}</dt><dd>le centre k, moyenne de ses fleurs</dd></div>
        <div data-term="n" tabindex="0"><dt>${symbol('n', 'k')}</dt><dd>combien de fleurs il a</dd></div>
      </dl>
    </div>
    <p>Ni gradient ni taux d’apprentissage : chacun des deux gestes est la réponse exacte à une moitié de la question.</p>`,
  code: frenchSpacing(
    'Aucune des trois bibliothèques n’a de couche pour cela, et il n’en faut pas : deux lignes font le travail. D’autres nombres au hasard tirent d’autres premiers centres.',
  ),
  teacher: html`<p>Faites tirer à chacun les trois centres aux pires places, et lire où l’inertie s’arrête : presque toujours 31,4 avec les pétales. Avec les quatre nombres,
      la classe trouve trois fins différentes. Avec les pétales, un centre posé loin dehors ne reçoit pas de fleurs et y reste pour toujours : demandez ce qu’il
      faudrait en faire.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-k-means clusters="4" features="all" lang="fr"&gt;&lt;/slope-k-means&gt;</code></pre>`,
};
