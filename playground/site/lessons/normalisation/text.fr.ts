// The lesson on normalising the data in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { limit, normalise } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Normaliser les données',
  question: frenchSpacing('Mètres carrés ou pieds carrés : qu’est-ce que cela change pour un réseau ?'),
  opening: html`<p>Un prix ne dépend pas de l’unité de la surface. La descente de gradient, si. Une colonne de grands nombres rend la perte raide le long de son
      poids, une colonne de petits la rend plate, et le pas qui est sûr pour la raide est bien trop court pour la plate.</p>
    <p>Les deux cartes ci-dessous sont celles des mêmes maisons. À gauche, les colonnes telles quelles ; à droite, chacune a une moyenne 0 et un écart
      type 1. Chaque descente prend la même part du plus grand pas qu’elle supporte.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : la descente de gradient sur la perte de données brutes et normalisées, côte à côte. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Un ravin fait zigzaguer',
      body: html`<p>Le gradient pointe en travers du ravin, pas le long. Chaque pas traverse vers l’autre paroi, et une petite part seulement mène au minimum.
        Dans la cuvette d’à côté, la pente descend presque là où est le minimum.</p>`,
      preset: 'ravine',
      action: 'Descendre dans les deux',
    },
    {
      title: 'De plus petits pas n’y changent rien',
      body: html`<p>Avec un cinquième du plus grand pas, le zigzag a disparu. Le progrès aussi : le long du ravin, il n’y a presque pas de pente.</p>`,
      preset: 'gentle',
      action: 'Faire de plus petits pas',
    },
    {
      title: 'La direction la plus raide fixe la limite',
      body: html`<p>Au-delà, chaque pas finit plus haut qu’il n’a commencé. Personne ne choisit η pour la direction plate ; la raide l’éjecterait.</p>`,
      preset: 'over-the-limit',
      action: 'Dépasser la limite',
    },
    {
      title: 'Seulement les statistiques d’entraînement',
      body: html`<p>Moyenne et écart type font partie du modèle comme ses poids : appris des maisons d’entraînement, gardés, et appliqués tels quels à toute nouvelle
        maison. Si celles de test y entrent, le test n’en est plus un. Normalisée par elle-même, une maison seule est toujours exactement moyenne : bougez les deux curseurs.</p>`,
      preset: 'small-house',
      action: 'Demander pour une petite maison',
    },
  ],
  formulaTitle: 'Les formules',
  formula: html`<div class="formula">
      ${normalise} ${limit}
      <dl class="legend">
        ${legendLine('x', symbol('x'), 'un nombre d’une colonne, et ce que le réseau reçoit à sa place')}
        ${legendLine('mu', symbol('μ'), 'la moyenne de cette colonne sur les exemples d’entraînement')}
        ${legendLine('sigma', symbol('σ'), 'son écart type, sur les mêmes')}
        ${legendLine('eta', symbol('η'), 'le taux d’apprentissage')}
        ${legendLine('lambda', symbol('λ'), 'la raideur de la perte dans sa direction la plus raide et la plus plate')}
      </dl>
    </div>
    <p>Le nombre de mises à jour (updates) croît avec le rapport des deux : sous les cartes, on lit combien de fois elles sont plus raides en travers qu’en long.</p>`,
  code: frenchSpacing(
    'Ces programmes prennent les statistiques des maisons d’entraînement, et en font une partie du modèle.',
  ),
  teacher: html`<p>Demandez ce qui arriverait avec la surface en pieds carrés avant de le montrer : le ravin devient cent fois plus raide. C’est pour la même raison
      qu’on divise les pixels par 255, et le <a href="../basic-regression/">prix des maisons</a> est normalisé avec les statistiques d’entraînement dans ses deux
      tableaux. Les réseaux à plusieurs couches y gagnent encore autrement : leurs neurones commencent là où leurs activations se courbent.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-normalisation share="0.95" lang="fr" without-check&gt;&lt;/slope-normalisation&gt;</code></pre>`,
};
