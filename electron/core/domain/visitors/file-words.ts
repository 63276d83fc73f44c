/** The fixed words of a visitor’s own file, in both languages (trust.md 4.4). */
const en = {
  header: { kind: 'Kind of visit', in: 'Came', out: 'Went', rank: 'Rank', lastName: 'Last name', firstName: 'First name', organization: 'Unit or company', about: 'What it was about', phone: 'Telephone', plate: 'Licence plate', host: 'Host', pass: 'Pass', notes: 'Notes of the desk', station: 'Station', by: 'Written by' },
  expected: 'Expected',
}
const fr: typeof en = {
  header: { kind: 'Type de visite', in: 'Arrivée', out: 'Départ', rank: 'Grade', lastName: 'Nom', firstName: 'Prénom', organization: 'Unité ou entreprise', about: 'Objet', phone: 'Téléphone', plate: 'Plaque', host: 'Hôte', pass: 'Laissez-passer', notes: 'Notes du poste', station: 'Poste', by: 'Inscrit par' },
  expected: 'Attendu',
}
export const fileWords = { en, fr }
