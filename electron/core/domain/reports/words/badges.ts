const en = {
  title: 'Badge inventory',
  shown: 'Shown',
  everything: 'Every badge',
  outstandingOnly: 'Only badges that should have come back',
  badges: 'Badges',
  held: 'Held or lent',
  outstanding: 'Outstanding',
  totals: 'By kind and status',
  total: 'All',
  kind: { member: 'Member', visitor: 'Visitor', event: 'Event' },
  columns: { serial: 'Serial', label: 'Label', kind: 'For', status: 'Status', holder: 'Held by', lastUsed: 'Last used', outstandingFrom: 'Outstanding from', outstandingSince: 'Since' },
  lent: 'lent',
  never: 'Never',
  empty: 'There is no badge to show.',
  notes: ['Of a serial only the last four characters are shown: a whole one would open the door.', 'Outstanding is a badge that nobody holds any more and that has not come back.'],
}

const fr: typeof en = {
  title: 'Inventaire des insignes',
  shown: 'Montrés',
  everything: 'Tous les insignes',
  outstandingOnly: 'Seulement ceux qui auraient dû revenir',
  badges: 'Insignes',
  held: 'Détenus ou prêtés',
  outstanding: 'Attendus',
  totals: 'Par genre et par état',
  total: 'Tous',
  kind: { member: 'Membre', visitor: 'Visiteur', event: 'Événement' },
  columns: { serial: 'Numéro', label: 'Étiquette', kind: 'Pour', status: 'État', holder: 'Détenu par', lastUsed: 'Dernier usage', outstandingFrom: 'Attendu de', outstandingSince: 'Depuis' },
  lent: 'prêté',
  never: 'Jamais',
  empty: 'Aucun insigne à montrer.',
  notes: ['D’un numéro, seuls les quatre derniers caractères sont montrés : entier, il ouvrirait la porte.', 'Un insigne est attendu quand plus personne ne le détient et qu’il n’est pas revenu.'],
}

export const words = { en, fr }
