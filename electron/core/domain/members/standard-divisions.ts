/** The divisions a unit usually has (domain.md 3.2): names for codes that come with a roll. */
export const standardDivisions: ReadonlyMap<string, string> = new Map([
  ['BMQ', 'Basic Military Qualification'],
  ['OPS', 'Operations'],
  ['DECK', 'Deck'],
  ['ADMIN', 'Administration'],
  ['LOG', 'Logistics'],
  ['BAND', 'Band'],
  ['TRG', 'Training'],
  ['CMD', 'Command'],
  ['PAO', 'Public Affairs'],
])
