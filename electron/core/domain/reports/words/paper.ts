const en = {
  generated: 'Generated {at} by {by}',
  page: 'Page {page} of {pages}',
  notes: 'Notes',
  sheet: 'Report',
  group: 'Group',
  commandLine: 'the command line',
}

const fr: typeof en = {
  generated: 'Produit le {at} par {by}',
  page: 'Page {page} de {pages}',
  notes: 'Notes',
  sheet: 'Rapport',
  group: 'Groupe',
  commandLine: 'la ligne de commande',
}

export const paperWords = { en, fr }
