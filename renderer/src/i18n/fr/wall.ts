import type { Words } from '../words.ts'
import type { wall as english } from '../en/wall.ts'

export const wall: Words<typeof english> = {
  title: 'Affichage mural',
  closed: 'L’affichage mural est fermé. Vous pouvez fermer cet onglet.',
  inside: 'Dans l’édifice',
  nobody: 'Personne n’est dans l’édifice.',
  page: 'page {{page}} de {{pages}}',
  feed: 'Dernières entrées et sorties',
  quiet: 'Personne encore aujourd’hui',
  live: 'En direct',
  lost: 'Aucune connexion',
  asOf: 'Aucune connexion : état à {{at}}',
  noDds: 'Pas encore de DDS',
  pending: 'pas encore accepté',
  lockup: 'fermeture {{name}}',
  alert: { critical: 'Alerte critique : voyez le poste de service', warning: 'Avertissement : voyez le poste de service' },
}
