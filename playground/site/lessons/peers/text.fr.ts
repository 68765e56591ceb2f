// The page that compares libraries, in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { ratio } from './formulas.ts';

export const french: LessonWords = {
  section: '4 Vitesse',
  title: 'Comparé à d’autres bibliothèques',
  question: frenchSpacing('Ce moteur est-il rapide, et où ne l’est-il pas ?'),
  opening: html`<p>Chaque figure de ces pages calcule avec un moteur à nous. Deux autres bibliothèques entraînent aussi des réseaux dans un navigateur : TensorFlow.js et jax-js. Les
      trois ont reçu le même travail dans le même navigateur, chacune dans une page neuve, à tour de rôle ; aucun chiffre ne compte avant que le résultat ne
      s’accorde à un calcul en double précision.</p>
    <p>Les barres partent de la meilleure des <em>autres</em> bibliothèques : à droite, c’est mieux qu’elle, à gauche, moins bien. En dessous, votre propre machine peut dire ce
      qu’elle en fait.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : trois bibliothèques sur le même travail, en barres de rapports, et ce moteur mesuré dans ce navigateur. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Petits réseaux : on ne fait qu’attendre',
      body: html`<p>Dans la régression linéaire et le petit réseau, il n’y a presque rien à calculer. Ce qui compte, c’est le nombre d’allers et retours au processeur graphique. Beaucoup
        de pas en un seul ordre y valent plus que tout produit de matrices rapide.</p>`,
      preset: 'webgpu',
      action: 'WebGPU seulement',
    },
    {
      title: 'Tous les moteurs',
      body: html`<p>Sans matériel graphique, le simple JavaScript ou WebAssembly est souvent la meilleure voie. « auto » mesure et la prend. Là où une autre bibliothèque est encore
        devant, la barre le dit.</p>`,
      preset: 'every',
      action: 'Montrer tous les moteurs',
    },
    {
      title: 'Grands lots : tout est produit',
      body: html`<p>Avec les chiffres, l’essentiel du temps va aux produits de matrices, d’autant plus que le lot est grand. Les bibliothèques s’y rapprochent, et WebAssembly à plusieurs
        fils mène sur une machine sans carte graphique.</p>`,
      preset: 'digits',
      action: 'Montrer les chiffres',
    },
    {
      title: 'Un chiffre appartient à une machine',
      body: html`<p>L’adaptateur est nommé au-dessus des barres. Sur un autre, l’ordre peut être un autre. Appuyez sur « Mesurer ici » pour voir ce que ce moteur fait sur le vôtre ; les
        barres restent celles de leur machine.</p>`,
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${ratio}
      <dl class="legend">
        <div data-term="v" tabindex="0"><dt>${symbol('v')}</dt><dd>des pas, des opérations ou des octets par seconde ; pour les temps et les tailles, leur inverse</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('v', 'p')}</dt><dd>la même chose pour une autre bibliothèque p, parmi celles que l’on compare en ce moment</dd></div>
        <div data-term="q" tabindex="0"><dt>${symbol('q')}</dt><dd>la barre : 1 veut dire à égalité, et l’échelle est logarithmique, pour que double et moitié soient aussi longs</dd></div>
      </dl>
    </div>`,
  code: frenchSpacing(
    'L’un des entraînements, avec ses pas comptés à la montre. Choisissez un autre travail dans la figure : les programmes suivent.',
  ),
  teacher: html`<p>Tous les chiffres viennent d’une commande, <code>npm run bench -- peers</code>, et se refont sur toute machine. Elle conduit chaque bibliothèque comme ses auteurs le
      conseillent et prend la plus rapide de plusieurs façons. Discutez ce qu’il faut à une comparaison juste : le même travail, des résultats vérifiés, des tours, des médianes, et
      le nom de la machine.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-peers against="all" workload="W4" lang="fr"&gt;&lt;/slope-peers&gt;</code></pre>`,
};
