import type { privacy as english } from '../en/privacy.ts'
import type { Words } from '../words.ts'

export const privacy: Words<typeof english> = {
  title: 'Vie privée et conservation',
  about: 'Combien de temps on garde ce que les visiteurs ont dit d’eux-mêmes, et ce qu’on leur en dit.',
  keep: 'Visites',
  keepText: 'La loi demande deux ans après le départ d’un visiteur. Une fois le temps passé, la visite reste avec son type, ses heures et ses postes, sans rien qui nomme quelqu’un.',
  months: 'Mois de conservation',
  monthsHint: 'de 24 à 120',
  monthsWrong: 'Donnez de 24 à 120 mois. Moins exigerait le consentement de chaque visiteur, que Sentinel ne demande pas.',
  hold: 'Mise en suspens : tout garder',
  holdHint: 'Tant qu’une demande ou une ordonnance court, rien n’est éliminé.',
  holdOn: 'Rien n’est éliminé tant que la mise en suspens dure.',
  due: 'Au prochain changement de journée',
  dueVisits_one: '{{count}} visite perd son nom',
  dueVisits_other: '{{count}} visites perdent leur nom',
  dueExpected_one: '{{count}} inscription de visiteur attendu disparaît',
  dueExpected_other: '{{count}} inscriptions de visiteurs attendus disparaissent',
  dueNone: 'Rien n’est échu.',
  leftBefore: 'Visiteurs partis avant le {{date}}',
  oldest: 'Plus ancienne visite nommée : {{date}}',
  noVisit: 'Aucune visite n’a de nom.',
  disposed_one: '{{count}} visite a été éliminée jusqu’ici.',
  disposed_other: '{{count}} visites ont été éliminées jusqu’ici.',
  notice: 'Ce qu’on dit aux visiteurs au kiosque',
  trail: 'Le journal de vérification garde qui a inscrit qui aussi longtemps qu’il est lui-même gardé.',
  file: 'Le dossier d’un visiteur s’exporte depuis les détails d’une visite.',
}
