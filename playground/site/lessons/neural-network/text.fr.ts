// The lesson on networks of neurons in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { count, neuron } from './formulas.ts';

export const french: LessonWords = {
  section: '1.3 Les neurones controversés',
  title: 'Réseaux de neurones',
  question: frenchSpacing('Un neurone ne trace qu’une frontière droite. Que peuvent huit neurones ?'),
  opening: html`<p>En 1969, deux mathématiciens ont démontré ce qu’un neurone seul ne peut pas apprendre : toute frontière qui n’est pas
      droite. Pour un temps, l’idée parut morte. L’issue fut de laisser des neurones en écouter d’autres. Chacun de ceux du milieu
      trace toujours une frontière droite ; la couche suivante les assemble.</p>
    <p>Ci-dessous, chaque carré est un neurone et montre ce qu’il dit de chaque point du plan. Appuyez sur <b>Entraîner</b> et regardez
      ceux du milieu choisir leurs frontières. Puis cassez tout : enlevez des neurones, ajoutez du bruit, dessinez vos points.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : un petit réseau de neurones apprend à séparer deux sortes de points du plan. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'Chaque neurone caché reste un neurone',
      body: html`<p>Pointez les carrés de la première couche : chacun est coupé par une seule droite, adoucie par l’activation. Les courbes
        commencent à la deuxième couche. Personne n’a jamais dit « anneau » au réseau.</p>`,
      preset: 'circles',
      action: 'Revenir à l’anneau',
    },
    {
      title: 'Le scandale s’appelait XOR',
      body: html`<p>Les coins opposés vont ensemble. Un neurone seul se trompe sur près de la moitié des points, aussi longtemps qu’on
        l’entraîne et quels que soient ses trois nombres : essayez à la main. Ajoutez une couche cachée, et les mêmes points
        deviennent faciles.</p>`,
      preset: 'one-neuron',
      action: 'Laisser essayer un neurone',
    },
    {
      title: 'Faites à la main, ou apprises',
      body: html`<p>Un anneau, c’est « x₁² + x₂² est grand ». Qui le sait peut donner les carrés au réseau, et un seul neurone suffit, sans
        couche cachée. L’apprentissage automatique a longtemps consisté à trouver de telles caractéristiques. Une couche cachée trouve les
        siennes, pour les problèmes où personne ne les connaît.</p>`,
      preset: 'by-hand',
      action: 'Lui donner les carrés',
    },
    {
      title: 'Un goulot ne se soigne pas par l’entraînement',
      body: html`<p>La spirale avec un neurone caché : tout ce que la sortie apprend d’un point est un seul nombre, constant le long de
        droites. Ajoutez des neurones un à un, et cherchez combien il en faut à la spirale.</p>`,
      preset: 'spiral-one-neuron',
      action: 'Essayer la spirale avec un seul',
    },
    {
      title: 'Trop, c’est aussi un défaut',
      body: html`<p>Vingt points bruités et 151 nombres à placer : le réseau trouve une frontière autour de chacun. La perte d’entraînement
        tend vers zéro pendant que celle de validation monte. Les points pleins ont été appris, les creux non. Montez ensuite
        la pénalité des poids à 0,03, et recommencez.</p>`,
      preset: 'overfit',
      action: 'Le voir surapprendre',
    },
    {
      title: 'Le code est l’image',
      body: html`<p>Le champ sous la figure contient le même réseau en programme Keras. Changez-y <code>Dense(4)</code> en
        <code>Dense(6)</code>, ou l’activation, et le dessin suit ; changez le dessin, et le code suit. Le réseau du cours, 3-4-2, est
        l’une des situations.</p>`,
      preset: 'lecture',
      action: 'Montrer le réseau 3-4-2',
    },
  ],
  formulaTitle: 'Ce que calcule un carré',
  formula: html`<p>Tous les neurones font la même chose : pondérer leurs entrées, en faire la somme, la plier.</p>
    <div class="formula">
      ${neuron}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>les entrées : les caractéristiques pour la première couche, les carrés de gauche pour les autres</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w', 'ij')}</dt><dd>les poids : les traits, orange quand ils sont positifs, bleus quand ils sont négatifs, épais quand ils sont grands</dd></div>
        <div data-term="b" tabindex="0"><dt>${symbol('b', 'j')}</dt><dd>le biais : où passe la frontière quand toutes les entrées sont nulles</dd></div>
        <div data-term="f" tabindex="0"><dt>${symbol('f')}</dt><dd>l’activation : sans elle, cent couches ne valent pas mieux qu’une</dd></div>
        <div data-term="a" tabindex="0"><dt>${symbol('a', 'j')}</dt><dd>ce que dit le neurone : la couleur de son carré</dd></div>
      </dl>
    </div>
    <p>Une couche de ${symbol('m')} neurones à ${symbol('n')} entrées a donc ${symbol('n')} · ${symbol('m')} poids et ${symbol('m')} biais.
      Pour le réseau du cours, 3-4-2 :</p>
    ${count}
    <p>Appuyez sur un neurone de la figure pour voir sa formule avec les nombres du moment, et pour les changer.</p>`,
  code: frenchSpacing(
    'Ces programmes construisent et entraînent le réseau ci-dessus, avec ses réglages du moment, sur les points que la figure enregistre dans un fichier.',
  ),
  teacher: html`<p>Un bon début : « XOR avec un neurone », projeté, avant toute explication. Laissez la classe dicter les trois nombres. Après
      quelques essais, quelqu’un dit que c’est impossible ; demandez pourquoi. Ajoutez alors une couche cachée de deux neurones, et
      changez de graine jusqu’à ce que cela échoue : deux suffisent en principe, mais pas depuis tous les départs. Trois sont à l’aise.</p>
    <p>L’activation « aucune » mérite une minute : avec elle, chaque carré redevient un dégradé droit, quel que soit le nombre de couches.</p>
    <p>Un clic ajoute un point (avec Maj, de l’autre couleur) ; on peut en tirer un pendant que le réseau apprend, ou l’enlever. Les points font
      partie de l’adresse : un lien emporte votre jeu de données. Tout le reste y est aussi. Dans une page à vous :</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-network preset="xor" layers="2" without-code lang="fr"&gt;&lt;/slope-network&gt;</code></pre>`,
};
