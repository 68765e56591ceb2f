// The first lesson in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { inclusion, symbolOf } from './formulas.ts';

export const french: LessonWords = {
  section: '1.1 Introduction',
  title: 'Trois ensembles et soixante-dix ans',
  question: frenchSpacing(
    'Intelligence artificielle, apprentissage automatique, apprentissage profond : quelle est la différence ?',
  ),
  opening: html`<p>On emploie souvent ces trois noms comme s’ils n’en faisaient qu’un. Ce sont des ensembles, l’un dans l’autre, et ils ne sont pas nés en même temps. Cette page les
      étale avec les stations de leur histoire. Chaque station ouvre la page où tourne son modèle, pour que vous puissiez le démonter vous-même.</p>
    <p>À la fin de ce cours, vous serez allé d’une droite entre des points à un réseau qui lit l’écriture, et vous aurez tourné chaque vis en chemin.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : trois ensembles emboîtés et une frise de 1956 à 2022, dont les stations ouvrent des modèles à essayer. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Tout a commencé par un neurone',
      body: html`<p>Le perceptron de 1958 avait ce que tout réseau a encore : des entrées, des poids, une somme, une décision, et une règle qui apprend des fautes. Il tourne ici
        comme il tournait alors, une fleur à la fois.</p>`,
      preset: 'perceptron',
      action: 'Aller en 1958',
    },
    {
      title: 'Une limite démontrée',
      body: html`<p>Une seule couche ne peut pas apprendre XOR. Ce n’était pas une opinion mais un théorème, et il a coûté des années au domaine. L’issue était connue en principe, et
        personne ne savait l’emprunter.</p>`,
      preset: 'controversy',
      action: 'Aller en 1969',
    },
    {
      title: 'Le chemin à travers les couches cachées',
      body: html`<p>La rétropropagation dit pour chaque poids, si profond soit-il, dans quel sens il doit aller. Dès lors, la question ne fut plus de savoir si l’on peut entraîner des
        réseaux à couches cachées, mais de quelle taille.</p>`,
      preset: 'back-propagation',
      action: 'Aller en 1986',
    },
    {
      title: 'Pourquoi il a fallu attendre 2012',
      body: html`<p>Les idées étaient là. Il manquait de grandes quantités de données étiquetées, et des machines qui multiplient des matrices à bon marché. Les deux sont venues
        d’ailleurs : du web, et des jeux vidéo.</p>`,
      preset: 'deep',
      action: 'Aller en 2012',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${inclusion('AP', 'AA', 'IA')}
      <dl class="legend">
        <div data-term="intelligence" tabindex="0"><dt>${symbolOf('IA')}</dt><dd>l’intelligence artificielle : aussi des règles que des gens ont écrites</dd></div>
        <div data-term="learning" tabindex="0"><dt>${symbolOf('AA')}</dt><dd>l’apprentissage automatique : la droite entre des points comme les k-moyennes</dd></div>
        <div data-term="deep" tabindex="0"><dt>${symbolOf('AP')}</dt><dd>l’apprentissage profond : plusieurs couches, caractéristiques comprises</dd></div>
      </dl>
    </div>
    <p>Ce qui est apprentissage profond est apprentissage automatique ; pas l’inverse.</p>`,
  code: frenchSpacing(
    'Le modèle de la station, quand il tient sur une page ; sinon le réseau de chiffres de ce cours, avec ses pas chronométrés.',
  ),
  teacher: html`<p>Faites ranger à la classe ce qu’elle connaît dans les ensembles : un ordinateur d’échecs, un filtre à courrier indésirable, la mise au point d’un appareil photo, un
      traducteur. La dispute est la leçon. Les années sont celles de la publication ; la plupart des idées avaient des précurseurs.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-timeline year="1986" without-frameworks lang="fr"&gt;&lt;/slope-timeline&gt;</code></pre>`,
};
