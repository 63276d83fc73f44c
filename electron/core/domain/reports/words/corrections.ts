const en = {
  title: 'Movements corrected by hand',
  period: 'Period',
  corrections: 'Corrections',
  people: 'People who corrected',
  entries: 'What was changed',
  columns: { when: 'When', by: 'By', person: 'Member', kind: 'What', before: 'Before', after: 'After', reason: 'Reason' },
  kinds: { add: 'Added', edit: 'Changed', delete: 'Struck out', undo: 'Taken back' },
  direction: { in: 'In', out: 'Out' },
  byPerson: 'By whom',
  total: 'Total',
  empty: 'Nothing was corrected in this period.',
  notes: ['A correction never rewrites the record: what stood before stays, and is shown here.', 'Taken back: undone within ten seconds at the door or the desk.'],
}

const fr: typeof en = {
  title: 'Mouvements corrigés à la main',
  period: 'Période',
  corrections: 'Corrections',
  people: 'Personnes qui ont corrigé',
  entries: 'Ce qui a été modifié',
  columns: { when: 'Quand', by: 'Par', person: 'Membre', kind: 'Quoi', before: 'Avant', after: 'Après', reason: 'Raison' },
  kinds: { add: 'Ajout', edit: 'Modification', delete: 'Suppression', undo: 'Annulation' },
  direction: { in: 'Entrée', out: 'Sortie' },
  byPerson: 'Par qui',
  total: 'Total',
  empty: 'Rien n’a été corrigé pendant cette période.',
  notes: ['Une correction ne réécrit jamais le registre : ce qui y figurait reste, et est montré ici.', 'Annulation : repris dans les dix secondes à la porte ou au poste.'],
}

export const words = { en, fr }
