// The lesson on metrics in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine } from '../math.ts';
import { determination, ratings } from './formulas.ts';

const sign = (text: string) => html`<b>${text}</b>`;

export const french: LessonWords = {
  section: '1.4 Données et neurones',
  title: 'Métriques',
  question: frenchSpacing(
    'Un test qui dit « en bonne santé » à tout le monde a raison 19 fois sur 20. Est-ce un bon test ?',
  ),
  opening: html`<p>Un coût est fait pour le gradient ; une métrique est faite pour les gens. Pour les classes, toutes partent de quatre nombres : les oui
      justes et faux, les non justes et faux. Ce qu’on en fait dépend de ce que coûte une erreur.</p>
    <p>Ci-dessous, un neurone a appris quels étudiants réussissent, et dit les chances de deux cents autres qu’il n’a jamais vus. Déplacez le seuil
      à partir duquel il dit oui.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : les prédictions d’un modèle, un seuil, la matrice de confusion et ce qu’on en calcule. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Précision et rappel s’écartent',
      body: html`<p>Un seuil sévère rend chaque oui sûr et manque bien des reçus ; un seuil indulgent trouve tout le monde, et d’autres avec. Aucun
        n’est le meilleur pour les deux ; F1 cherche un endroit où ni l’une ni l’autre n’est mauvaise.</p>`,
      preset: 'strict',
      action: 'Être sévère',
    },
    {
      title: 'Qui manquer, c’est une décision',
      body: html`<p>Un filtre de courrier indulgent jette de bonnes lettres ; un détecteur de fumée sévère laisse brûler des maisons. Le modèle donne des
        probabilités ; le seuil appartient à qui paie les erreurs.</p>`,
      preset: 'lenient',
      action: 'Être indulgent',
    },
    {
      title: 'L’exactitude flatte quand une classe est rare',
      body: html`<p>Quand un étudiant sur quinze réussit, ne jamais dire oui est juste quatorze fois sur quinze. L’exactitude est haute, le rappel nul,
        et la précision n’a rien à diviser.</p>`,
      preset: 'never',
      action: 'Toujours dire non',
    },
    {
      title: 'Une bourde, deux avis',
      body: html`<p>Pour des prix, MAE est l’erreur ordinaire et RMSE compte davantage les grandes. Des erreurs égales les rendent égales ; une bourde les
        sépare. Donnez les deux, et le lecteur saura de quelle façon votre modèle se trompe.</p>`,
      preset: 'blunder',
      action: 'Commettre une bourde',
    },
    {
      title: 'Le zéro de R² veut dire quelque chose',
      body: html`<p>Il compare au modèle le plus paresseux, la moyenne pour tous. 1 est parfait, 0 ne vaut pas mieux que la paresse, et sous 0, c’est
        encore pire.</p>`,
      preset: 'average',
      action: 'Toujours prédire la moyenne',
    },
  ],
  formulaTitle: 'Les formules',
  formula: html`<div class="formula">
      ${ratings({ accuracy: 'exactitude', precision: 'précision', recall: 'rappel' })} ${determination}
      <dl class="legend">
        ${legendLine('tp', sign('TP'), 'vrais positifs : il dit oui, et c’est oui')}
        ${legendLine('fp', sign('FP'), 'faux positifs : il dit oui, et c’est non')}
        ${legendLine('fn', sign('FN'), 'faux négatifs : il dit non, et c’est oui')}
        ${legendLine('tn', sign('TN'), 'vrais négatifs : il dit non, et c’est non')}
      </dl>
    </div>`,
  code: frenchSpacing('Ces programmes notent les quatre effectifs et les huit prix ci-dessus.'),
  teacher: html`<p>Donnez à la classe une situation (pourriels, fraude, maître-nageur) et faites choisir le seuil avant de voir un seul nombre ; puis
      faites-le défendre avec la matrice. Les effectifs peuvent s’écrire : prenez-les d’un article sur un test. Les
      <a href="../logistic-regression/">étudiants</a> sont ceux de la régression logistique.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-metrics preset="rare" lang="fr" without-numbers&gt;&lt;/slope-metrics&gt;</code></pre>`,
};
