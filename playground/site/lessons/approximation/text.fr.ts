// The lesson on universal approximation in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { sumOfBends } from './formulas.ts';

export const french: LessonWords = {
  section: '1.1 Introduction',
  title: 'Presque toute courbe',
  question: frenchSpacing('Que peut devenir un réseau de neurones, si on le laisse faire ?'),
  opening: html`<p>Une droite a deux nombres, et ne peut être qu’une droite. Une couche de neurones en a autant qu’on veut. Chaque neurone ajoute une marche douce ; placez-en
      assez, et bien, et leur somme épouse presque n’importe quelle courbe. On l’a démontré vers 1989, et c’est pourquoi on appelle les réseaux des approximateurs
      <em>universels</em>.</p>
    <p>Dessinez une courbe, choisissez le nombre de neurones, et laissez-les essayer.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : une courbe à dessiner, et une couche de neurones qui apprend à la suivre. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Une somme de choses simples',
      body: html`<p>Les lignes fines sont ce que chaque neurone ajoute : une marche vers le haut ou le bas, quelque part, d’une certaine hauteur. Aucun neurone ne connaît la courbe.
        Ensemble, ils sont dessus.</p>`,
      preset: 'waves',
      action: 'Suivre les vagues',
    },
    {
      title: 'Trop peu ne peuvent pas',
      body: html`<p>Deux neurones ont deux marches à dépenser, et aucun entraînement ne leur en donne une troisième. Élargissez la couche : les points de droite descendent à
        chaque neurone, puis de moins en moins.</p>`,
      preset: 'narrow',
      action: 'Lui donner deux neurones',
    },
    {
      title: 'Le coude fait le style',
      body: html`<p>Avec ReLU, chaque neurone ajoute un angle et la courbe est faite de bouts de droite. Le théorème n’y tient pas : presque toute fonction coudée convient. Sans
        coude, tous les neurones ensemble ne font qu’une droite.</p>`,
      preset: 'relu',
      action: 'La bâtir en bouts de droite',
    },
    {
      title: 'Pouvoir n’est pas réussir',
      body: html`<p>Le théorème dit que de bons poids <em>existent</em>. Il ne dit pas combien de neurones il leur faut, ni que l’entraînement les trouve. Des pointes peuvent se
        dessiner, et pourtant le réseau reste souvent à mi-chemin.</p>`,
      preset: 'spikes',
      action: 'Demander des pointes',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${sumOfBends}
      <dl class="legend">
        <div data-term="n" tabindex="0"><dt>${symbol('n')}</dt><dd>le nombre de neurones cachés : le curseur</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w', 'j')}</dt><dd>la raideur de la marche du neurone j ; avec b, elle dit où se tient la marche</dd></div>
        <div data-term="v" tabindex="0"><dt>${symbol('v', 'j')}</dt><dd>la hauteur de sa marche, vers le haut ou le bas</dd></div>
        <div data-term="c" tabindex="0"><dt>${symbol('c')}</dt><dd>le biais du dernier neurone : toute la courbe plus haut ou plus bas</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>la courbe du réseau</dd></div>
      </dl>
    </div>
    <p>Trois nombres par neurone et un de plus : 3n + 1 paramètres, tous trouvés par l’entraînement.</p>`,
  code: frenchSpacing(
    'Les programmes contiennent la courbe telle que vous l’avez dessinée. Leurs premiers poids viennent d’autres nombres au hasard : la fin diffère un peu.',
  ),
  teacher: html`<p>Ici, chaque neurone commence avec son coude à sa propre place. Avec tous les biais à zéro, comme commencent les bibliothèques, ils doivent d’abord s’écarter, et les
      couches étroites se bloquent plus souvent. Faites dessiner à la classe ses initiales, et parier sur le nombre de neurones.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-approximation units="20" activation="relu" lang="fr"&gt;&lt;/slope-approximation&gt;</code></pre>`,
};
