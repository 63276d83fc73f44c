/** What a station is called until somebody names it (domain.md 3.5, kiosk names). */

export interface StationNames {
  readonly name: string
  /** Null = the same in both languages. */
  readonly nameFr: string | null
}

/** Where Sentinel itself moves people; never offered as a door, and no door can have its code. */
export const systemStation = 'system'

/** The codes that a unit of this kind is likely to use, among them those of the systems before this one. */
const known: Readonly<Record<string, StationNames>> = {
  [systemStation]: { name: 'Sentinel', nameFr: null },
  desk: { name: 'Desk', nameFr: 'Poste' },
  'front-door': { name: 'Front door', nameFr: 'Porte avant' },
  'rear-door': { name: 'Rear door', nameFr: 'Porte arrière' },
  'front-kiosk': { name: 'Front kiosk', nameFr: 'Kiosque avant' },
  'drill-deck': { name: 'Drill deck', nameFr: 'Pont d’exercice' },
  'rear-exit': { name: 'Rear exit', nameFr: 'Sortie arrière' },
  'main-entrance': { name: 'Main entrance', nameFr: 'Entrée principale' },
  admin: { name: 'Administration', nameFr: null },
  kiosk: { name: 'Kiosk', nameFr: 'Kiosque' },
  'kiosk-1': { name: 'Kiosk 1', nameFr: 'Kiosque 1' },
  'kiosk-2': { name: 'Kiosk 2', nameFr: 'Kiosque 2' },
  brow: { name: 'Brow', nameFr: 'Coupée' },
  'ships-office': { name: 'Ship’s office', nameFr: 'Bureau du navire' },
}

/** `drill-hall-2` is shown as “Drill Hall 2”; a code that is known has its friendly names. */
export function namesOfStation(id: string): StationNames {
  const code = id.replaceAll('_', '-')
  return (Object.hasOwn(known, code) ? known[code] : undefined) ?? titleCased(id)
}

const titleCased = (id: string): StationNames => {
  const words = id.split(/[-_]+/).filter((word) => word !== '')
  return { name: words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || id, nameFr: null }
}
