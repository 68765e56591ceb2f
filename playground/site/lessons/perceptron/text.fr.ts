// The lesson on the perceptron in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { answer, rule } from './formulas.ts';

export const french: LessonWords = {
  section: '1.3 Les neurones controversés',
  title: 'Le perceptron',
  question: frenchSpacing('Trois nombres peuvent-ils apprendre de leurs seules fautes ?'),
  opening: html`<p>En 1958, le psychologue Frank Rosenblatt décrit une machine inspirée d’une cellule nerveuse : elle pondère ses entrées, les
      additionne, et dit oui si la somme dépasse zéro. La nouveauté : personne ne réglait les poids. On montrait à la machine des
      exemples, l’un après l’autre, et après chaque réponse fausse elle se corrigeait un peu.</p>
    <p>Ici, elle apprend des iris : 150 fleurs, deux nombres chacune, la longueur et la largeur d’un pétale. Elle commence avec trois zéros.
      Appuyez quelques fois sur <b>Faute suivante</b> avant de la laisser courir.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un perceptron apprend à distinguer des iris, une fleur à la fois, et ne déplace sa frontière qu’après une faute. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Seules les fautes enseignent',
      body: html`<p>La plupart des fleurs ne changent rien. Après une faute, les nombres de la fleur s’ajoutent aux poids, ou leur sont retirés : c’est
        toute la règle. Au premier tour il y a plusieurs fautes, puis une ou deux, puis aucune, et dès lors plus rien ne peut changer.</p>`,
      preset: 'setosa',
      action: 'Recommencer avec setosa',
    },
    {
      title: 'Il s’arrête à la première frontière qui convient',
      body: html`<p>Pas à la meilleure : souvent la frontière passe tout près d’une fleur. Essayez d’autres graines, c’est-à-dire d’autres ordres, et
        voyez combien sont différentes des frontières qui ne font toutes aucune faute.</p>`,
    },
    {
      title: 'Où deux groupes se chevauchent, il ne se repose jamais',
      body: html`<p>Virginica et sa cousine partagent une région. Chaque fleur du mauvais côté tire la frontière à elle, la suivante la retire, tour après
        tour ; ce qu’elle vaut au moment où vous l’arrêtez est affaire de chance. En moyenne 84 % des fleurs de test, parfois la moitié
        seulement.</p>`,
      preset: 'virginica',
      action: 'Demander virginica',
    },
    {
      title: 'Et certaines questions n’ont aucune réponse droite',
      body: html`<p>Deux coins opposés contre les deux autres. En 1969, ce petit dessin a arrêté pour des années la recherche sur les neurones. Il faut
        <a href="../neural-network/?preset=xor">une deuxième couche</a>, et un moyen de l’entraîner.</p>`,
      preset: 'xor',
      action: 'Essayer XOR',
    },
    {
      title: 'Une cellule nerveuse, simplifiée',
      body: html`<p>Le dessin les met côte à côte. À droite, il manque presque tout : le temps, la chimie, les milliers de synapses d’une seule
        cellule. Ce qui reste a suffi pour commencer.</p>`,
    },
  ],
  formulaTitle: 'La règle',
  formula: html`<p>La réponse est 1 exactement quand la somme est positive ; la frontière est là où elle est nulle.</p>
    <div class="formula">
      ${answer}
      <p>Après chaque fleur :</p>
      ${rule}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x')}</dt><dd>les deux nombres de la fleur</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w')}</dt><dd>les deux poids : ensemble, ils donnent sa direction à la frontière</dd></div>
        <div data-term="b" tabindex="0"><dt>${symbol('b')}</dt><dd>le biais : il déplace la frontière</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y')}</dt><dd>la vérité, 1 ou 0</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('ŷ')}</dt><dd>la réponse, 1 ou 0 ; si elle est juste, la parenthèse est nulle et rien ne change</dd></div>
      </dl>
    </div>`,
  code: frenchSpacing(
    'Le perceptron comme réseau d’un neurone, avec la perte qui fait de la descente de gradient la règle de Rosenblatt.',
  ),
  teacher: html`<p>Avec la longueur et la largeur des pétales, setosa se sépare des deux autres espèces quel que soit l’ordre des fleurs ; sur 50 partages,
      nous avons mesuré 7 à 8 tours dans scikit-learn et jamais une erreur au test. Le même code interrogé sur virginica donne 0,84 en moyenne et
      0,50 au pire. Les deux questions côte à côte, c’est la controverse en deux minutes.</p>
    <p>Une classe peut faire le perceptron : donnez un nombre à trois élèves, lisez les fleurs à voix haute, et laissez-les se corriger.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-perceptron preset="virginica" without-neurons lang="fr"&gt;&lt;/slope-perceptron&gt;</code></pre>`,
};
