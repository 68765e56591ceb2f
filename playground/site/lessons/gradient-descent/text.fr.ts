// The lesson on gradient descent in French.

import { htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { gradient, meanSquaredError, update } from './formulas.ts';

export const french: LessonWords = {
  section: '1.2 De la régression linéaire au premier neurone',
  title: 'Descente de gradient',
  question:
    'Vous êtes sur une pente, dans un brouillard épais, et vous voulez descendre. Que pouvez-vous encore savoir ?',
  opening: html`<p>Si le sol penche, et de combien, juste sous vos pieds. Alors : sentir de quel côté ça descend, faire un pas,
      recommencer. La descente de gradient n’est rien d’autre, et c’est ainsi qu’apprennent tous les réseaux de ce cours.</p>
    <p>Ici, le sol est la <em>perte</em> d’une droite : à quel point elle manque 200 points. Chaque endroit de la carte est une droite,
      donnée par deux nombres, l’ordonnée à l’origine et la pente. Appuyez sur <b>Descendre</b> et suivez le point sur la carte et la
      droite parmi les points : c’est la même chose.</p>`,
  fallback:
    'Une figure interactive : la perte d’une droite en lignes de niveau, et la descente de gradient jusqu’à la droite des moindres carrés. Il lui faut JavaScript.',
  observations: [
    {
      title: 'Les pas raccourcissent tout seuls',
      body: html`<p>Personne ne réduit le taux d’apprentissage, et pourtant les points se serrent près du minimum. Le pas vaut η fois la
        pente, et la cuvette s’aplatit vers le fond. Déplacez le point sur la parabole et regardez la flèche.</p>`,
    },
    {
      title: 'Le tableau du cours, au chiffre près',
      body: html`<p>Avec η = 0,2, chaque mise à jour laisse 1 − 2 · 0,2 = 0,6 de la distance. Vérifiez dans la colonne de l’ordonnée : −3,388,
        −2,033, −1,220 … chaque nombre vaut 0,6 fois celui du dessus. Le premier gradient doit alors valoir deux fois la distance.</p>`,
      preset: 'slide',
      action: 'Montrer le tableau du cours',
    },
    {
      title: 'Trop prudent',
      body: html`<p>Avec η = 0,005, la direction est bonne et la patience s’épuise : après 50 mises à jour, il reste 60 % du chemin.
        Rien n’est faux ; cela coûte seulement du temps. Sur un grand réseau, ce temps est de l’argent.</p>`,
      preset: 'slow',
      action: 'Faire de petits pas',
    },
    {
      title: 'Sauter par-dessus le minimum',
      body: html`<p>Avec η = 0,9, chaque pas retombe de l’autre côté de la vallée, à 0,8 de la distance. On arrive quand même. À 1
        exactement, on se balancerait sans fin ; un rien de plus, et l’on sort de la cuvette.</p>`,
      preset: 'overshoots',
      action: 'Faire de grands pas',
    },
    {
      title: 'Sortir de la cuvette',
      body: html`<p>Avec η = 1,05, chaque pas multiplie la distance par 1,1. Suivez la flèche orange de la coupe : elle retombe plus haut
        qu’elle n’est partie. Sur des points standardisés, la limite est exactement η = 1, quels que soient les points.</p>`,
      preset: 'diverges',
      action: 'Faire diverger',
    },
    {
      title: 'Un coup d’œil au lieu d’un regard',
      body: html`<p>Un mini-lot ne sent la pente que sous dix points. Chaque pas coûte vingt fois moins et se trompe un peu : le
        chemin tremble, et près du minimum il ne trouve jamais le repos. Réduisez η en route : le tremblement diminue.</p>`,
      preset: 'mini-batch',
      action: 'Prendre des mini-lots',
    },
    {
      title: 'Un ravin au lieu d’une cuvette',
      body: html`<p>Laissez x dans ses unités, de 0 à 10, et les mêmes points font un ravin : raide en travers, plat en long. Un pas sûr en
        travers est minuscule en long. Standardiser n’est pas de la cosmétique : cela arrondit le terrain.</p>`,
      preset: 'not-standardised',
      action: 'Ne pas standardiser',
    },
    {
      title: 'Quatre manières de descendre',
      body: html`<p>Dans le ravin, la descente simple rebondit d’une paroi à l’autre et n’avance guère. L’inertie additionne les pas qui
        s’accordent et annule les autres ; Adam fait des pas presque égaux, quelle que soit la pente. Prenez ensuite les points
        <em>du cours</em>, une cuvette ronde, et η = 0,3 : la descente simple est difficile à battre.</p>`,
      preset: 'race',
      action: 'Lancer la course',
    },
  ],
  formulaTitle: 'Perte, pente, pas',
  formula: html`<p>La perte d’une droite est la moyenne des carrés de ses erreurs (<em>erreur quadratique moyenne</em>, en anglais MSE) ; sa racine, la
      RMSE, s’exprime de nouveau dans l’unité de ${symbol('y')}.</p>
    <div class="formula">
      ${meanSquaredError}
      <p>Sa pente dans les deux directions, le <em>gradient</em>, pour tous les points à la fois :</p>
      ${gradient}
      <p>Et le pas, contre le gradient, puisque le gradient montre la montée :</p>
      ${update}
      <dl class="legend">
        ${legendLine('theta', symbol('Θ'), 'l’ordonnée θ₀ et la pente θ₁ : un point sur la carte, une droite parmi les points')}
        ${legendLine('residual', html`<span>( )</span>`, html`ce que la droite manque : pointez ici et voyez-le en chaque point de la figure`)}
        ${legendLine('m', symbol('m'), html`le nombre de points que le pas regarde : 200, ou un mini-lot`)}
        ${legendLine('loss', symbol('J'), html`la perte : la hauteur du sol`)}
        ${legendLine('eta', symbol('η'), html`le taux d’apprentissage : jusqu’où aller pour une pente donnée`)}
      </dl>
    </div>
    <p>Rien dans ce pas ne parle de droites. Donnez-lui la pente de n’importe quelle perte, avec autant de paramètres que l’on veut, et il
      avance : 2 ici, 89 610 dans le réseau qui lit les chiffres.</p>`,
  code: 'Les points, le départ et les pas de la figure telle qu’elle est réglée. Le nuage du cours n’a besoin d’aucun hasard : ces programmes affichent les mêmes chiffres.',
  teacher: html`<p>Le tableau du diaporama cache une énigme. Ses lignes portent 0, 20, … 200, et pourtant la ligne 20 est là où mène un seul pas
      avec η = 0,2. Le carnet de cette semaine-là mettait Θ à jour dans le bloc « afficher une fois sur vingt » : 200 itérations, 11 mises à
      jour. Actionnez <em>Trouvez l’erreur</em> à côté du tableau et faites chercher à quelle ligne du calcul honnête correspond la
      dernière ligne du diaporama.</p>
    <p>Le nuage est fait sur mesure : moyenne 0, variance 1, corrélation √3/2 et un plus petit y de −3,388. Ces quatre nombres seuls décident
      du tableau ; la place des autres points n’y fait rien. C’est pourquoi 200 points donnent les chiffres d’un million.</p>
    <p>Chaque situation est un lien. Pour mettre la figure dans une page à vous :</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-gradient-descent preset="slide" without-settings&gt;&lt;/slope-gradient-descent&gt;</code></pre>`,
};
