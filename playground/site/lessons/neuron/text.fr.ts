// The lesson on the first neuron in French.

import { htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { legendLine, symbol } from '../math.ts';
import { neuron } from './formulas.ts';

export const french: LessonWords = {
  section: '1.2 De la régression linéaire au premier neurone',
  title: 'Le premier neurone',
  question: 'Que faut-il ajouter à une régression logistique pour obtenir un neurone artificiel ?',
  opening: html`<p>Rien. Vous connaissez tout ce qui suit : des nombres entrent, chacun est multiplié par un poids, les produits s’additionnent, une
      fonction courbe la somme, un nombre sort. Appuyez sur <b>Faire circuler les nombres</b> et suivez un étudiant à travers la régression de la leçon
      précédente. Choisissez ensuite <em>un neurone</em> sous « L’appeler », et cherchez la différence.</p>`,
  fallback:
    'Une figure interactive : un neurone artificiel avec ses entrées, ses poids, son biais, son activation et sa sortie. Il lui faut JavaScript.',
  observations: [
    {
      title: 'Seuls les mots changent',
      body: html`<p>Les paramètres deviennent des poids, l’ordonnée un biais, la fonction logistique une activation. La sortie est la même au dernier chiffre. C’est
        déjà un réseau : d’un seul neurone.</p>`,
      preset: 'neuron',
      action: 'Le rebaptiser',
    },
    {
      title: 'La droite aussi est un neurone',
      body: html`<p>Ôtez l’activation et gardez une entrée : 4 + 2x, la droite du début de cette partie. Ce qui a suivi, la somme, la pente et la
        descente, n’a pas changé depuis.</p>`,
      preset: 'line',
      action: 'Revenir à la droite',
    },
    {
      title: 'De la marche à la pente',
      body: html`<p>Le neurone de 1958 avait une marche : il se déclenche ou non. Une marche est plate presque partout, elle n’offre donc aucune pente à descendre. La
        sigmoïde est une marche aux coins arrondis, et par là capable d’apprendre. Aujourd’hui, la plupart des neurones prennent la ReLU, plus simple
        encore. Passez de l’une à l’autre et voyez la même somme sortir autrement.</p>`,
    },
    {
      title: 'Trois nombres font une porte',
      body: html`<p>Avec une marche, des poids de 1 et 1 et un biais de −1,5, le neurone dit ET ; avec −0,5, il dit OU. Déplacez l’anneau sur l’activation et
        cherchez une porte qui vaut 1 pour exactement une des deux entrées. Prenez votre temps : cette recherche est la partie
        suivante.</p>`,
      preset: 'and',
      action: 'Faire un ET',
    },
    {
      title: 'Il trace une frontière droite',
      body: html`<p>Quels que soient les poids, une seule droite partage la carte, et le biais ne fait que la déplacer. Un neurone, une coupe.</p>`,
      preset: 'or',
      action: 'Faire un OU',
    },
  ],
  formulaTitle: 'Un neurone en une ligne',
  formula: html`<div class="formula">
      ${neuron}
      <dl class="legend">
        ${legendLine('x', symbol('x', 'i'), html`les entrées : ce qui arrive`)}
        ${legendLine('theta', symbol('θ', 'i'), html`les poids : combien compte chaque entrée, et dans quel sens`)}
        ${legendLine('b', symbol('b'), html`le biais : la facilité du neurone à dire oui`)}
        ${legendLine('sigma', symbol('σ'), html`l’activation : ce que l’on fait de la somme`)}
        ${legendLine('y', symbol('ŷ'), html`la sortie, et l’entrée du neurone suivant, s’il y en a un`)}
      </dl>
    </div>
    <p>Tout l’apprentissage profond est cette ligne, répétée : des sorties qui deviennent des entrées, et une manière de trouver tous les poids à la fois.</p>`,
  code: 'Le neurone de la figure avec ses nombres du moment.',
  teacher: html`<p>Les noms d’une cellule nerveuse y sont aussi (<em>une cellule nerveuse</em>, sous « L’appeler »). Ils montrent d’où est venue l’idée, et guère plus : une
      vraie cellule envoie des impulsions dans le temps, a des milliers d’entrées, et personne n’y a trouvé de rétropropagation.</p>
    <p>La sortie calculée par le moteur figure sous l’équation avec six chiffres, pour vérifier un calcul à la main.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-neuron names="neuron" inputs="3" activation="relu" without-map&gt;&lt;/slope-neuron&gt;</code></pre>`,
};
