// The lesson on features made by hand or learned in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { byHand, learned } from './formulas.ts';

export const french: LessonWords = {
  section: '1.1 Introduction',
  title: frenchSpacing('Caractéristiques : faites main ou apprises'),
  question: frenchSpacing('Faut-il que quelqu’un ait l’idée, ou la machine peut-elle l’avoir ?'),
  opening: html`<p>Un point est donné par x₁ et x₂, et un neurone seul ne trace qu’une droite dans un tel plan. Pour séparer un disque de l’anneau qui l’entoure, il faut une
      idée : donner au neurone les <em>carrés</em> des coordonnées, et un cercle devient une droite. Pendant des décennies, ce fut l’essentiel du travail : des experts
      faisaient les caractéristiques à la main.</p>
    <p>L’apprentissage profond renverse cela. Mettez une couche de neurones entre les deux, ne lui donnez que x₁ et x₂, et laissez-la trouver les caractéristiques
      elle-même. Les deux concourent ici, sur les mêmes points, époque par époque.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un neurone aux caractéristiques faites main et un petit réseau qui apprend les siennes, entraînés côte à côte. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Une bonne idée est imbattable',
      body: html`<p>Avec x₁² et x₂², un neurone à 3 paramètres tient le cercle. Le réseau y arrive aussi, avec 17. Qui connaît la réponse n’a pas besoin d’apprentissage
        profond.</p>`,
      preset: 'circles',
      action: 'Lui donner les carrés',
    },
    {
      title: 'Pas d’idée, pas de cercle',
      body: html`<p>Retirez les carrés, et le neurone vaut une pièce de monnaie. Le réseau de droite n’a jamais reçu plus que cela.</p>`,
      preset: 'bare',
      action: 'Retirer les carrés',
    },
    {
      title: 'Regardez dans les neurones cachés',
      body: html`<p>Chaque petite carte à droite est une caractéristique que personne n’a écrite : un bord doux, à sa place, à son angle. Elles commencent au hasard et tournent
        jusqu’à ce que le dernier neurone puisse en faire la frontière.</p>`,
      preset: 'moons',
      action: 'Les voir tourner',
    },
    {
      title: 'Les idées s’épuisent',
      body: html`<p>Pour une spirale, les sept caractéristiques ensemble ne suffisent pas, et la huitième est difficile à imaginer. Deux couches de huit trouvent les leurs. L’image
        d’un chat est plus loin de ses pixels que cette spirale de x₁ et x₂.</p>`,
      preset: 'spiral',
      action: 'Essayer la spirale',
    },
    {
      title: 'Le prix : des paramètres',
      body: html`<p>3 contre 17, 8 contre 105. Sous chaque image, tous les poids forment un histogramme, et ils bougent d’eux-mêmes tant qu’il y a à apprendre. Les grands réseaux
        en ont des milliards : personne ne les règle, personne ne les lit un à un.</p>`,
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${byHand} ${learned}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x')}</dt><dd>un point, x₁ et x₂</dd></div>
        <div data-term="f" tabindex="0"><dt>${symbol('φ', 'j')}</dt><dd>une caractéristique : écrite par vous à gauche, un neurone caché à droite</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w', 'j')}</dt><dd>son poids dans le dernier neurone ; b est le biais</dd></div>
        <div data-term="v" tabindex="0"><dt>${symbol('v', 'j')}</dt><dd>les poids qui font la caractéristique, et leur biais c : appris eux aussi</dd></div>
        <div data-term="s" tabindex="0"><dt>${symbol('σ')}</dt><dd>la sigmoïde, qui en fait une probabilité</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>la probabilité d’orange</dd></div>
      </dl>
    </div>
    <p>La première ligne est la même pour les deux. Toute la différence est dans la seconde : là, les caractéristiques ont aussi des paramètres.</p>`,
  code: 'Ces programmes sont le réseau de droite. Les points s’enregistrent depuis la page des réseaux de neurones, qui tire les mêmes de la même graine.',
  teacher: html`<p>Cachez la moitié droite, montrez les lunes, et demandez des caractéristiques qui les sépareraient. Après quelques essais, découvrez-la. Avec « coins », le produit
      seul gagne : un bon endroit pour parler de la connaissance du métier.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-features data="spiral" units="8" layers="2" lang="fr"&gt;&lt;/slope-features&gt;</code></pre>`,
};
