// The lesson on handwritten digits in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { crossEntropy, softmax } from './formulas.ts';

export const french: LessonWords = {
  section: '3 Classification de base',
  title: 'Chiffres manuscrits',
  question: frenchSpacing('Un programme peut-il lire des chiffres qu’il n’a jamais vus, écrits par des inconnus ?'),
  opening: html`<slope-digit-quiz class="margin-figure"></slope-digit-quiz>
    <p>Personne ne sait écrire ce qui distingue un 4 d’un 9 : chaque règle rencontre une main qui la contredit. Nous
      n’écrivons donc pas de règle. Nous montrons à un petit réseau 60 000 images avec leur étiquette, nous le laissons ajuster
      89 610 nombres jusqu’à ce que ses réponses conviennent, puis nous l’interrogeons sur 10 000 images qu’il n’a pas vues.
      Appuyez sur <b>Entraîner</b> ; à la fin, dessinez un chiffre vous-même.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un réseau à deux couches cachées apprend à lire des chiffres manuscrits. Il lui faut JavaScript. Après 16 époques, environ 9 770 chiffres de test sur 10 000 sont lus correctement.',
  ),
  observations: [
    {
      title: 'La première époque fait presque tout',
      body: html`<p>118 mises à jour, un regard sur chaque image, et plus de neuf chiffres de test sur dix sont justes. Les
        quinze autres époques se disputent les quelques pour cent qui restent. Pointez l’extrême gauche de la courbe de perte : le premier
        lot coûte environ 2,3, c’est-à-dire ln 10, le prix d’un tirage au sort entre dix chiffres.</p>`,
    },
    {
      title: 'Les deux courbes se séparent',
      body: html`<p>La perte d’entraînement continue de baisser ; celle de validation, mesurée sur des images dont le réseau
        n’apprend rien, s’aplatit après une dizaine d’époques. À partir de là, le réseau apprend surtout ses exemples par cœur.
        C’est le <em>surapprentissage</em>, sous sa forme la plus douce.</p>`,
    },
    {
      title: 'Ses fautes ont des raisons',
      body: html`<p>Cherchez les cases les plus sombres à côté de la diagonale et appuyez sur l’une d’elles : 4 et 9, 7 et 2, 3
        et 5 partagent leurs traits. Les premières fautes de la galerie sont celles dont le réseau était le plus sûr. Combien en
        auriez-vous lues autrement que leur étiquette ?</p>`,
    },
    {
      title: 'À quoi servent les couches cachées',
      body: html`<p>Sans elles, chacun des dix neurones pèse chaque pixel une seule fois, pour ou contre « son » chiffre. Cela
        suffit pour environ 92,5 % des chiffres, et n’ira pas plus loin, aussi longtemps qu’on entraîne. Ouvrez <em>Ce que
        cherche la première couche</em> : vous en reconnaîtrez quelques-uns.</p>`,
      preset: 'no-hidden-layer',
      action: 'Enlever les couches cachées',
    },
    {
      title: 'Plus d’exemples valent mieux que plus de patience',
      body: html`<p>Avec 10 000 images au lieu de 60 000, la courbe d’entraînement devient tout aussi bonne ; celle de
        validation, non : environ 95 % au lieu de 97,7 %. Appuyez sur <em>Mesurer</em> sous <em>Combien de données lui faut-il ?</em> : dix fois plus d’images
        divisent à peu près les fautes par deux, et cela vaut toujours la peine.</p>`,
      preset: 'quick',
      action: 'Entraîner sur 10 000 images',
    },
    {
      title: 'Il a des doutes, et il les montre',
      body: html`<p>Sous l’étape 6, passez des erreurs aux <em>doutes</em> : les images dont la meilleure réponse avait la plus petite probabilité, juste ou
        non. Choisissez-en et regardez les dix barres. Le plus souvent, deux chiffres se partagent presque tout, et vous hésiteriez entre les
        mêmes.</p>`,
    },
    {
      title: 'D’autres images, le même programme',
      body: html`<p>Dix sortes de vêtements au même format : rien ne change que les données, et la question est plus difficile. Chemises, T-shirts, pulls et
        manteaux échangent leurs places dans la matrice.</p>`,
      preset: 'fashion',
      action: 'Trier des vêtements',
    },
    {
      title: 'La suite : des fenêtres qui glissent',
      body: html`<p>Des pixels en file ont oublié leurs voisins. Une <em>couche de convolution</em> regarde par de petites fenêtres et se sert partout des mêmes quelques poids.
        Avec 60 000 images, elle en lit 98,7 % : moitié moins de fautes, avec moins de paramètres et bien plus de calcul.</p>`,
      preset: 'cnn',
      action: 'Essayer les convolutions',
    },
    {
      title: 'Un pas peut être trop long',
      body: html`<p>Avec un taux d’apprentissage de 100, chaque mise à jour dépasse tellement le but que la suivante doit être
        plus grande encore. En quelques mises à jour, les nombres débordent. Rien n’est cassé : revenez en arrière, faites un
        pas plus court, et continuez.</p>`,
      preset: 'diverges',
      action: 'Le faire diverger',
    },
    {
      title: 'Il ne connaît que ce qu’on lui a montré',
      body: html`<p>Dessinez un chiffre tout petit, dans un coin : l’image à côté montre comment il est d’abord découpé, mis à
        l’échelle et centré, comme tous les chiffres de MNIST. Dessinez maintenant une lettre, ou une spirale. Les dix
        probabilités font toujours un en tout : le réseau ne peut pas dire « rien de tout cela ».</p>`,
    },
  ],
  formulaTitle: 'Des scores à la perte',
  formula: html`<p>La dernière couche donne dix scores, un par chiffre, des nombres quelconques. <em>Softmax</em> en fait des
      probabilités : toutes positives, et de somme un.</p>
    <div class="formula">
      ${softmax}
      <p>La réponse est le chiffre de plus grande probabilité (<em>argmax</em>). Pour apprendre, le réseau paie d’autant plus
        qu’il croyait peu au bon chiffre. C’est l’<em>entropie croisée</em>, en moyenne sur un lot :</p>
      ${crossEntropy}
      <dl class="legend">
        <div data-term="z" tabindex="0"><dt>${symbol('z', 'k')}</dt><dd>le score du chiffre ${symbol('k')}, sortie de la dernière couche avant softmax</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p', 'k')}</dt><dd>la probabilité que le réseau donne au chiffre ${symbol('k')} : les barres à côté de votre dessin</dd></div>
        <div data-term="y" tabindex="0"><dt><math><mrow><mi mathvariant="normal">y</mi><mo>(</mo><mi mathvariant="normal">i</mi><mo>)</mo></mrow></math></dt><dd>l’étiquette de l’image ${symbol('i')}</dd></div>
        <div data-term="m" tabindex="0"><dt>${symbol('m')}</dt><dd>le nombre d’images du lot, 512 dans le cours</dd></div>
        <div data-term="L" tabindex="0"><dt>${symbol('L')}</dt><dd>la perte : la courbe à gauche de l’étape 5</dd></div>
      </dl>
    </div>
    <p>Un chiffre lu avec une probabilité de 0,99 coûte 0,01 ; un chiffre lu avec une probabilité de 0,01 coûte 4,6. Ce qui coûte,
      c’est d’être sûr et de se tromper ; voilà pourquoi les fautes les plus sûres viennent en tête de la galerie.</p>`,
  code: 'Ces programmes construisent exactement le réseau ci-dessus, avec ses réglages du moment. Changez un réglage, ils changent.',
  teacher: html`<p>Le carnet d’origine atteint 97,7 ou 97,8 % avec ce réseau, selon l’année ; chaque valeur est un seul tirage, car
      il ne fixe pas de graine. Ici la graine est affichée : avec les graines 1 à 5, la classe peut trouver elle-même la
      dispersion (environ ± 0,15 point). Les pixels sont stockés en 16 niveaux de gris, ce qui économise 40 % du téléchargement
      sans perte d’exactitude mesurable.</p>
    <p>Comme l’original, la figure valide sur le jeu de test. C’est permis tant que personne ne choisit de réglages d’après lui ;
      dès que l’on ajuste les couches jusqu’à la plus belle exactitude de test, ce n’est plus un test. Un bon moment pour
      demander à quoi servirait un troisième jeu.</p>
    <p>Chaque situation est un lien : réglez la figure, copiez l’adresse, envoyez-la. Pour mettre la figure dans une page à vous,
      un script et une balise suffisent ; des attributs la règlent, et ceux qui commencent par <code>without-</code> en cachent
      des parties :</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-mnist preset="quick" layers="32" lang="fr"
    without-init without-retrieve&gt;&lt;/slope-mnist&gt;</code></pre>`,
};
