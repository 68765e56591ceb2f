// The lesson on shapes in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { layer } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Formes',
  question: frenchSpacing('La moitié des erreurs d’un premier réseau parlent de formes. Que disent-elles ?'),
  opening: html`<p>Tout ce qui traverse un réseau est un bloc de nombres, et un bloc a une forme : combien le long de chaque axe. Une image est
      (28, 28), soixante mille sont (60000, 28, 28). Qui sait suivre les formes a compris la tuyauterie du réseau, avant que rien ne soit calculé.</p>
    <p>Essayez une opération sur un petit bloc, et faites-la échouer ; puis suivez une image sur son chemin.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : des tenseurs en boîtes et en nombres, quatre opérations, et les erreurs des formes qui ne conviennent pas. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Changer de forme ne déplace rien',
      body: html`<p>Les nombres restent en rang dans la mémoire ; seules les fins de ligne changent. Cela ne coûte donc rien, et leur nombre ne peut pas
        changer. Regardez les teintes : elles se suivent dans le même ordre.</p>`,
      preset: 'reshape',
      action: 'Redisposer douze nombres',
    },
    {
      title: 'Une erreur est une phrase à lire',
      body: html`<p>Elle nomme l’opération, les deux formes et ce qui ne va pas. Douze nombres ne remplissent pas dix places : rien à deviner, les deux
        comptes sont écrits.</p>`,
      preset: 'reshape-error',
      action: 'La faire échouer',
    },
    {
      title: 'Transposer n’est pas changer de forme',
      body: html`<p>Les deux font de (2, 5) un (5, 2). Mais transposer change l’ordre, et l’autre non. Les confondre ne fait aucune erreur : cela fait
        un réseau qui apprend sur des images brouillées.</p>`,
      preset: 'transpose',
      action: 'Transposer',
    },
    {
      title: 'Les tailles du milieu se rencontrent et disparaissent',
      body: html`<p>(2, 3) fois (3, 4) donne (2, 4). Chaque nombre du résultat est une ligne de A contre une colonne de B. Voilà pourquoi les poids
        d’une couche sont (entrées, neurones).</p>`,
      preset: 'matmul',
      action: 'Multiplier deux matrices',
    },
    {
      title: 'Un biais est diffusé',
      body: html`<p>Une ligne de biais s’ajoute à 512 lignes d’un coup, sans 512 copies. Les tailles se comparent depuis la droite, et un 1, ou rien,
        convient à tout.</p>`,
      preset: 'broadcast',
      action: 'Ajouter une ligne à chaque ligne',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${layer}
      <dl class="legend">
        ${legendLine('x', symbol('X'), 'un lot : 512 images en lignes de 784 pixels')}
        ${legendLine('w', symbol('W'), 'une colonne de 784 poids pour chacun des 100 neurones')}
        ${legendLine('b', symbol('b'), 'un biais par neurone, diffusé aux 512 lignes')}
        ${legendLine('y', symbol('Y'), '100 nombres par image : ce que voit la couche suivante')}
      </dl>
    </div>`,
  code: frenchSpacing(
    'Ces programmes font l’opération ci-dessus. Si elle échoue ici, elle échoue là-bas, en d’autres mots.',
  ),
  teacher: html`<p>Faites deviner chaque forme du chemin avant que l’image n’avance ; le 512 auquel personne ne touche mérite qu’on s’y arrête. Les
      phrases du moteur sont en anglais, comme partout en programmation ; sous chacune, on dit pourquoi. Le réseau du chemin est celui des
      <a href="../basic-classification/">chiffres manuscrits</a>.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-shapes preset="matmul-error" lang="fr" without-road&gt;&lt;/slope-shapes&gt;</code></pre>`,
};
