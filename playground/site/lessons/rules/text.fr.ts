// The lesson on perception in French.

import { frenchSpacing, htmlFrench as html } from '../../../i18n/typography.ts';
import type { LessonWords } from '../article.ts';
import { symbol } from '../math.ts';
import { byHand, learned } from './formulas.ts';

export const french: LessonWords = {
  section: '1.1 Introduction',
  title: 'Facile pour vous, difficile à écrire',
  question: frenchSpacing('Vous voyez aussitôt que c’est un 3. Pouvez-vous dire comment vous le savez ?'),
  opening: html`<p>Une longue multiplication est difficile pour nous et une bagatelle pour un programme : quelqu’un a un jour écrit les règles. Pour voir, c’est l’inverse. Un enfant
      distingue un 3 d’un 8, et personne ne peut écrire comment. Voilà pourquoi on a voulu l’apprentissage profond : pour tout ce que nous savons faire sans savoir
      l’expliquer.</p>
    <p>Essayez. Voici de petites images de deux chiffres, 8 pixels sur 8. Écrivez des règles, pixel par pixel. Puis appuyez sur <em>Entraîner</em>, et un réseau apprend la même
      chose à partir d’exemples.</p>`,
  fallback: frenchSpacing(
    'Une figure interactive : une grille de 64 pixels pour écrire des règles, et un réseau qui apprend la même tâche à partir d’exemples. Il lui faut JavaScript.',
  ),
  observations: [
    {
      title: 'La première règle est facile',
      body: html`<p>Un 8 est fermé à gauche, un 3 est ouvert : il doit donc y avoir du papier. Avec cela, trois chiffres sur quatre sont justes. Quelques règles de plus, semble-t-il, et
        c’est fait.</p>`,
      preset: 'start',
      action: 'Commencer par une règle',
    },
    {
      title: 'La suite ne l’est pas',
      body: html`<p>Toute règle de plus qui attrape un mauvais 8 rejette aussi un 3 que quelqu’un a écrit un peu plus à gauche. On a essayé toutes les paires de règles : ces deux-là sont les
        meilleures, et un chiffre sur huit reste faux.</p>`,
      preset: 'best',
      action: 'Montrer les deux meilleures',
    },
    {
      title: 'Deux secondes d’exemples',
      body: html`<p>Le réseau ne reçoit aucune règle, seulement des chiffres avec leurs noms. Regardez ce qu’il rate encore : la plupart vous feraient hésiter aussi.</p>`,
    },
    {
      title: 'Cela dépend de la paire',
      body: html`<p>Un 0 a un trou là où un 1 a de l’encre : ici, une règle mène loin. Les règles sont bonnes là où le monde est aussi simple qu’elles.</p>`,
      preset: 'easy',
      action: 'Essayer 0 ou 1',
    },
    {
      title: 'Une autre paire, tout à refaire',
      body: html`<p>Vos règles pour 3 et 8 ne valent rien pour 1 et 8, et même les deux meilleures pour ceux-là se trompent une fois sur six. Le réseau s’entraîne de nouveau, par le même programme, sans y penser.</p>`,
      preset: 'hard',
      action: 'Essayer 1 ou 8',
    },
  ],
  formulaTitle: 'La formule',
  formula: html`<div class="formula">
      ${byHand} ${learned}
      <dl class="legend">
        <div data-term="x" tabindex="0"><dt>${symbol('x', 'i')}</dt><dd>le pixel i sur 64, de 0 (papier) à 1 (encre)</dd></div>
        <div data-term="and" tabindex="0"><dt>∧</dt><dd>et : chaque règle doit être vraie</dd></div>
        <div data-term="t" tabindex="0"><dt>0,5</dt><dd>le seuil entre papier et encre</dd></div>
        <div data-term="w" tabindex="0"><dt>${symbol('w')}</dt><dd>1 057 nombres que l’entraînement trouve : poids et biais</dd></div>
        <div data-term="p" tabindex="0"><dt>${symbol('p')}</dt><dd>la probabilité du premier chiffre</dd></div>
      </dl>
    </div>
    <p>Une règle dit oui ou non d’un seul pixel. Un neurone les pèse tous, un peu pour et un peu contre.</p>`,
  code: frenchSpacing('Vos règles telles qu’elles sont dans la grille, et le réseau à côté.'),
  teacher: html`<p>Donnez trois minutes à la classe pour le 3 et le 8 et notez le meilleur score au tableau ; n’appuyez qu’ensuite sur « Entraîner ». Les chiffres sont ceux d’E. Alpaydin et
      C. Kaynak (1998), écrits par 43 personnes. Des règles qui conviennent aux chiffres d’exercice sont souvent pires sur les inconnus : une première rencontre avec le
      surapprentissage.</p>
    <pre class="snippet" tabindex="0"><code>&lt;slope-rules pair="5-6" rules="42p" lang="fr"&gt;&lt;/slope-rules&gt;</code></pre>`,
};
