// The lesson on logistic regression in French.

import { htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { cost, model } from './formulas.ts';

export const french: LessonWords = {
  section: '1.2 De la régression linéaire au premier neurone',
  title: 'Régression logistique',
  question: 'Huit heures de travail, quatre de sommeil : réussira-t-elle ? Et à quel point en êtes-vous sûr ?',
  opening: html`<p>Un prix est un nombre sur une droite ; « réussit » est un oui ou un non. Au lieu de deviner la réponse, le modèle devine sa
      <em>probabilité</em>, et l’on décide ensuite. Il pèse les heures, les additionne, et comprime la somme entre 0 et 1.</p>
    <p>Chaque marque est un étudiant : les ronds bleus ont échoué, les triangles orange ont réussi. La règle derrière eux est cachée. Appuyez sur
      <b>Entraîner</b>.</p>`,
  fallback:
    'Une figure interactive : une régression logistique sur les heures de travail et de sommeil d’étudiants, avec un seuil et sa matrice de confusion. Il lui faut JavaScript.',
  observations: [
    {
      title: 'La frontière est une droite',
      body: html`<p>Aussi longtemps que l’on entraîne : une somme pondérée de deux nombres est constante le long de droites. Le fond dit à quel point le modèle
        est sûr, et qu’il doute exactement là où les deux sortes se mêlent.</p>`,
      preset: 'linear',
      action: 'Deux durées, une droite',
    },
    {
      title: 'Le seuil est une décision, pas un résultat',
      body: html`<p>Faites glisser l’anneau sur la sigmoïde. Le modèle ne change pas, seulement ce que l’on en fait. Haut : presque pas de faux espoir, beaucoup
        d’oubliés. Bas : l’inverse. Précision et rappel tirent chacun de leur côté ; lequel importe n’est pas une question de mathématiques.</p>`,
      preset: 'strict',
      action: 'Être sévère',
    },
    {
      title: 'De nouvelles colonnes courbent la frontière',
      body: html`<p>Donnez au même modèle les carrés et les cubes des heures. X̃ passe de deux colonnes à six, et une somme droite en six dimensions est courbe en
        deux. De dix erreurs sur cent on passe à six. La règle cachée a des coins : cinq heures de sommeil, quatre de travail.</p>`,
      preset: 'nonlinear',
      action: 'Ajouter carrés et cubes',
    },
    {
      title: 'L’exactitude seule le cacherait',
      body: html`<p>64 étudiants sur 100 réussissent : « tout le monde réussit » est juste dans 64 % des cas, et inutile. Lisez les quatre cases avant le
        nombre unique.</p>`,
      preset: 'lenient',
      action: 'Recevoir tout le monde',
    },
  ],
  formulaTitle: 'Somme, compression, coût',
  formula: html`<p>Le modèle est la régression linéaire que vous connaissez, suivie d’une seule chose :</p>
    <div class="formula">
      ${model}
      <p>Il apprend en payant sa confiance dans la mauvaise réponse, l’<em>entropie croisée</em> :</p>
      ${cost}
      <dl class="legend">
        ${legendLine('theta', symbol('Θ'), html`les poids, un par colonne de X̃ : la dernière ligne du tableau`)}
        ${legendLine('b', symbol('b'), html`le biais : ce que vaut la somme pour l’étudiant moyen`)}
        ${legendLine('sigma', symbol('σ'), html`la sigmoïde : toute somme devient un nombre entre 0 et 1`)}
        ${legendLine('y', symbol('y'), html`ce qui est arrivé : 1 pour « réussit », 0 pour « échoue »`)}
      </dl>
    </div>
    <p>L’erreur quadratique irait aussi, mal : là où la sigmoïde est plate, sa pente est presque nulle, et les erreurs les plus sûres d’elles
      seraient à peine corrigées. Le logarithme défait cette platitude.</p>`,
  code: 'Les mêmes colonnes, les mêmes mises à jour, le même seuil. C’est un réseau d’un neurone dans les trois bibliothèques.',
  teacher: html`<p>Le nombre que le carnet d’origine affiche comme « Accuracy » est la précision. Son solveur demande 15 tours pour deux colonnes et près de 3 800 pour
      six ; ici, la descente de gradient avec inertie fait les deux en quelques centaines de mises à jour, parce que les colonnes sont à la même échelle. Sur vingt
      graines, l’exactitude est de 0,895 ± 0,02 avec deux colonnes et d’environ 0,94 avec six.</p>
    <p>Une question pour la classe avant de montrer les cubes : quelle frontière traceriez-vous, et quelle formule saurait la tracer ?</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-logistic-regression preset="nonlinear" without-loss without-table&gt;&lt;/slope-logistic-regression&gt;</code></pre>`,
};
