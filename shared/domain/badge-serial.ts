/**
 * A badge's serial in its canonical form (domain.md 4.5 ▶, hardware.md 3.1).
 * A reader whose decoder knows the card's technology gives `em4100:0059C217`: technology, colon, upper-case hex.
 * Anything else is opaque text: upper case, without spaces and separators.
 */
const known = /^(em4100|iso14443|iso15693|w\d{2}):([0-9a-f]{4,32})$/i
const opaque = /^[0-9A-Z]{4,64}$/

/** The canonical form, or undefined for what cannot be a badge: too short, odd characters, or the all-0 and all-F of an idle line. */
export function canonicalSerial(text: string): string | undefined {
  const trimmed = text.trim()
  const [, technology, hex] = known.exec(trimmed) ?? []
  const digits = hex?.toUpperCase() ?? trimmed.toUpperCase().replace(/[\s:.,_-]/g, '')
  if (!opaque.test(digits) || /^(0+|F+)$/.test(digits)) return undefined
  return technology === undefined ? digits : `${technology.toLowerCase()}:${digits}`
}

/**
 * What a reader that gives the low 24 bits alone reads of this card, itself included (hardware.md 3.1).
 * @param serial canonical; undefined for cards that no reader shortens
 */
export function shortenedSerial(serial: string): string | undefined {
  if (/^w26:[0-9A-F]{6}$/.test(serial)) return serial
  return /^em4100:[0-9A-F]{8}$/.test(serial) ? `w26:${serial.slice(-6)}` : undefined
}

/** The last four characters: enough to tell two badges apart, too few to copy one. */
export const serialTail = (serial: string): string => serial.slice(-4)

/** What a badge of the pool is called: by what is printed on it, or by the end of its number. */
export const badgeName = ({ label, serial }: { readonly label: string | null; readonly serial: string }): string => label ?? `…${serialTail(serial)}`
