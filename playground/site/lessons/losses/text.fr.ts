// The lesson on loss functions in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { crossEntropy, huber, losses } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Fonctions de coût',
  question: frenchSpacing('Une maison a été vendue à un cousin au dixième de son prix. Le modèle doit-il y croire ?'),
  opening: html`<p>Entraîner, c’est rendre petit un nombre : le coût, qu’on appelle aussi la perte. C’est vous qui choisissez lequel, et ce choix décide de qui le modèle écoute. Le plus
      courant met chaque erreur au carré ; un autre la prend telle quelle ; un troisième, celui de Peter Huber, ne met au carré que les petites.</p>
    <p>Ci-dessous, trois droites s’ajustent aux mêmes quinze points, une par coût. Appuyez sur <em>Ajuster</em>, puis déplacez l’anneau.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : quinze points, dont un très écarté, et trois droites ajustées par trois coûts. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Les carrés crient',
      body: html`<p>Un point dix fois plus loin coûte cent fois plus. L’erreur quadratique sacrifie volontiers un peu de quatorze points pour en
        contenter un seul : dans le tableau, l’essentiel de son coût vient de lui.</p>`,
      preset: 'far',
      action: 'L’éloigner encore',
    },
    {
      title: 'Les écarts votent',
      body: html`<p>Pour l’erreur absolue, chaque point tire aussi fort, proche ou lointain : une voix chacun, la majorité l’emporte. Montez et descendez
        la valeur aberrante : la droite bleue ne bouge pas tant que le point ne l’a pas franchie.</p>`,
      preset: 'outlier',
      action: 'Revenir à une valeur aberrante',
    },
    {
      title: 'Huber est entre les deux',
      body: html`<p>Avec un grand δ, c’est l’erreur quadratique ; avec un petit, l’erreur absolue. Il garde le fond arrondi de l’une, qui rend
        calmes les derniers pas, et le sang-froid de l’autre.</p>`,
    },
    {
      title: 'Sa place compte aussi',
      body: html`<p>Au bout de la rangée, une valeur aberrante fait tourner la droite, comme un levier. Au milieu, elle ne peut que l’abaisser.</p>`,
      preset: 'middle',
      action: 'La mettre au milieu',
    },
    {
      title: 'Les classes veulent un autre coût',
      body: html`<p>Pour une classe, la sortie est une probabilité : l’erreur ne dépasse jamais 1, et un réseau tout à fait dans le faux se trouve là où
        l’erreur quadratique est plate, sans pente pour apprendre. L’entropie croisée y monte sans fin, et pousse le plus fort là où l’on se trompe le plus.</p>`,
      preset: 'sure-and-wrong',
      action: 'Être sûr et se tromper',
    },
  ],
  formulaTitle: 'Les formules',
  formula: html`<div class="formula">
      ${losses} ${huber} ${crossEntropy}
      <dl class="legend">
        ${legendLine('r', symbol('r'), 'de combien la droite manque un point, en valeur absolue')}
        ${legendLine('delta', symbol('δ'), 'là où le coût de Huber passe du carré à la ligne droite')}
        ${legendLine('p', symbol('p'), 'la probabilité que le modèle donne à la bonne classe')}
      </dl>
    </div>
    <p>Qui minimise les carrés prédit la moyenne du possible ; qui minimise les écarts prédit la médiane. Toute la différence est là.</p>`,
  code: frenchSpacing(
    'Ces programmes ajustent les trois droites aux points ci-dessus, la valeur aberrante là où vous l’avez laissée.',
  ),
  teacher: html`<p>À demander avant le premier clic : quelle droite bougera le plus ? Puis faites traverser la droite au point : les carrés suivent
      tout le temps, les écarts changent d’avis une fois. Le <a href="../basic-regression/">prix des maisons</a> s’entraîne avec la MSE et se juge à la
      MAE : deux coûts dans un même tableau, et voilà pourquoi ils peuvent se contredire.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-losses preset="far" lang="fr" without-classes&gt;&lt;/slope-losses&gt;</code></pre>`,
};
