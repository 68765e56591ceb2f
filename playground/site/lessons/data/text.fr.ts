// The lesson on looking at the data in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { moments } from './formulas.ts';

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Regarder les données',
  question: frenchSpacing('Qu’y a-t-il dans le tableau, avant qu’on en apprenne quoi que ce soit ?'),
  opening: html`<p>Un réseau croit chaque nombre qu’on lui donne. Le premier pas de tout projet est donc de regarder : combien de lignes et de colonnes, que
      contient chacune, comment cela se répartit, et que manque-t-il ?</p>
    <p>Voici le tableau du <a href="../basic-regression/">prix des maisons</a>. Parcourez ses colonnes ; puis faites-y des trous.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un tableau, ses colonnes, leurs histogrammes et leurs cases vides. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'La forme d’abord',
      body: html`<p>Les lignes sont des exemples, les colonnes ce qu’on sait de chacun. Des quatorze d’ici, treize entrent et une doit sortir.</p>`,
      preset: 'houses',
      action: 'Les maisons à Ames',
    },
    {
      title: 'Un zéro peut être un trou',
      body: html`<p>490 terrains ont une largeur de 0 pied. Personne n’habite un terrain sans largeur : on n’a pas mesuré, et quelqu’un a tapé zéro. Pour un réseau, c’est un
        terrain très étroit. Aucun compte de cases vides ne le trouve ; un histogramme, si.</p>`,
      preset: 'hidden-holes',
      action: 'Regarder la largeur',
    },
    {
      title: 'Moyenne et médiane parlent de la queue',
      body: html`<p>Quelques maisons chères tirent la moyenne vers la droite, pas la médiane. Là où les deux diffèrent, une erreur quadratique regardera surtout celles-là.</p>`,
      preset: 'price',
      action: 'Regarder le prix',
    },
    {
      title: 'Jeter des lignes coûte cher',
      body: html`<p>Avec quatorze colonnes et une case vide sur vingt, la moitié des lignes environ ont un trou quelque part. Les jeter est simple, honnête, et coûte la moitié
        des données.</p>`,
      preset: 'holes',
      action: 'Jeter chaque ligne trouée',
    },
    {
      title: 'Remplir, c’est inventer',
      body: html`<p>Mettre la moyenne dans chaque case vide garde toutes les lignes, et fait pousser un pic que nulle maison n’a fait. L’écart type rétrécit, et le réseau ne
        distingue pas l’inventé du mesuré.</p>`,
      preset: 'mean',
      action: 'Mettre la moyenne',
    },
  ],
  formulaTitle: 'Les nombres d’une colonne',
  formula: html`<div class="formula">
      ${moments}
      <dl class="legend">
        ${legendLine('mu', symbol('μ'), 'la moyenne : le trait vert')}
        ${legendLine('sigma', symbol('σ'), 'l’écart type : à quelle distance d’elle sont d’ordinaire les valeurs')}
        ${legendLine('n', symbol('n'), 'les cases qui ne sont pas vides')}
      </dl>
    </div>
    <p>La médiane est la valeur du milieu quand toutes sont rangées : la moitié sont plus petites. Une seule valeur énorme change la moyenne, pas la médiane.</p>`,
  code: frenchSpacing('Ces programmes regardent le même tableau, et font des cases vides ce qu’on en fait ci-dessus.'),
  teacher: html`<p>Faites trouver quelque chose d’étrange dans chaque colonne avant de rien dire : les zéros de la largeur, ceux de l’étage (vrais, ceux-là), les années qui
      s’arrêtent à 2010. Les maisons sont celles d’Ames, dans l’Iowa, de 2006 à 2010 ; la <a href="../basic-regression/">page des prix</a> montre ce qu’on en apprend.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-data table="iris" column="3" lang="fr" without-rows&gt;&lt;/slope-data&gt;</code></pre>`,
};
