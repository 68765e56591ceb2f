// The lesson on back-propagation in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { atHidden, atOutput } from './formulas.ts';

export const french: LessonWords = {
  section: '1.3 Les neurones controversés',
  title: 'La rétropropagation',
  question: frenchSpacing('La réponse était fausse. Lequel des treize nombres est en cause, et de combien ?'),
  opening: html`<p>La règle du perceptron corrige les poids du dernier neurone, car on sait ce qu’il aurait dû dire. Mais qu’aurait dû dire un neurone
      du milieu ? Personne ne le lui dit. Dans les années 1980 s’impose la réponse qui a rendu les réseaux possibles : renvoyer l’erreur par les
      mêmes traits que les nombres ont suivis.</p>
    <p>Ci-dessous, un réseau de deux entrées, trois neurones cachés et une sortie apprend XOR. Appuyez sur <b>1 étape</b> et lisez ce qui se passe ;
      revenez en arrière avec le curseur quand vous voulez.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un exemple traverse un petit réseau, son erreur revient en gradients sur chaque trait, et les poids sont mis à jour. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'D’abord l’aller, et tout est gardé',
      body: html`<p>Les nombres de l’aller resservent au retour : le gradient d’un poids est le δ au bout du trait fois ce qui y est passé. Un trait où
        est passé un 0 n’est en rien responsable : dans le premier exemple, ce sont tous ceux de x₂.</p>`,
      preset: 'xor',
      action: 'Commencer par le premier exemple',
    },
    {
      title: 'L’erreur à la sortie est une simple différence',
      body: html`<p>Avec une sigmoïde et l’entropie croisée, δ est ce que le réseau a dit moins ce qui était juste. Tout ce qui est compliqué se simplifie ;
        c’est pourquoi on les emploie ensemble.</p>`,
    },
    {
      title: 'La faute se partage selon les poids',
      body: html`<p>Un neurone caché dont le trait vers la sortie est épais reçoit une grande part du δ ; un trait mince, une petite. Et là où l’activation est
        plate, rien ne passe : la pente est un facteur aussi.</p>`,
    },
    {
      title: 'Les activations plates affament la première couche',
      body: html`<p>La pente de la sigmoïde vaut au mieux un quart, celle de tanh un. Avec une couche cachée, cela coûte de la patience ; avec dix, un quart à la
        puissance dix fait un millionième.</p>`,
      preset: 'sigmoid',
      action: 'Mettre des sigmoïdes dedans',
    },
    {
      title: 'Un gradient est une direction, pas une distance',
      body: html`<p>Jusqu’où aller, c’est l’affaire du taux d’apprentissage. Avec 20, chaque gradient reste juste, et le réseau n’arrive à rien.</p>`,
      preset: 'overshoots',
      action: 'Faire un pas trop grand',
    },
    {
      title: 'Il n’agrandit pas non plus le réseau',
      body: html`<p>Avec un seul neurone caché, XOR ne peut pas se dessiner ; aucune règle ne peut donc l’apprendre. La perte se repose sur un compromis.</p>`,
      preset: 'one-hidden',
      action: 'Ne laisser qu’un neurone caché',
    },
  ],
  formulaTitle: 'La règle de dérivation en chaîne, deux fois',
  formula: html`<p>δ dit combien la perte change quand la somme d’un neurone augmente. À la sortie :</p>
    <div class="formula">
      ${atOutput}
      <p>Une couche en arrière :</p>
      ${atHidden}
      <dl class="legend">
        <div data-term="p" tabindex="0"><dt>${symbol('p')}</dt><dd>ce que le réseau a dit, une probabilité</dd></div>
        <div data-term="y" tabindex="0"><dt>${symbol('y')}</dt><dd>ce qui était juste, 0 ou 1</dd></div>
        <div data-term="d" tabindex="0"><dt>${symbol('δ')}</dt><dd>l’erreur d’un neurone, écrite sous lui au retour</dd></div>
        <div data-term="g" tabindex="0"><dt>∂</dt><dd>un gradient, écrit sous chaque poids avec ∇</dd></div>
        <div data-term="v" tabindex="0"><dt>${symbol('w')}, ${symbol('v')}</dt><dd>les poids de la première et de la deuxième couche</dd></div>
        <div data-term="a" tabindex="0"><dt>${symbol('a', 'j')}</dt><dd>ce qu’a dit le neurone caché ${symbol('j')}</dd></div>
        <div data-term="f" tabindex="0"><dt>${symbol('f')}′</dt><dd>la pente de l’activation : 1 − a² pour tanh</dd></div>
        <div data-term="z" tabindex="0"><dt>${symbol('z', 'j')}</dt><dd>la somme avant l’activation</dd></div>
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>les entrées</dd></div>
      </dl>
    </div>`,
  code: frenchSpacing(
    'Une mise à jour pour chacun des quatre exemples, avec les gradients affichés. Dans Keras et PyTorch, une bande enregistre l’aller ; Slope écrit le retour comme un graphe à part.',
  ),
  teacher: html`<p>Les nombres sont ceux du moteur, pas d’un second calcul : la figure entraîne un pas sur un exemple et lit les gradients dans le changement des
      poids. Mettez le taux d’apprentissage à 1, et le changement <em>est</em> le gradient.</p>
    <p>Bon exercice : arrêtez à « Aller : sortie », cachez le reste, et faites calculer δ et un gradient à la main. Puis continuez.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-backprop hidden="2" seed="4" lang="fr"&gt;&lt;/slope-backprop&gt;</code></pre>`,
};
