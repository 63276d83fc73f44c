/** Which profile a reader has, found out with one or two known cards (hardware.md 3.1). */
import { canonicalSerial } from './badge-serial.ts'
import { isShortened, knownProfiles, plainProfile, serialThrough, type ReaderProfile } from './reader-profile.ts'

export interface CalibrationSample {
  /** What is printed on the card, or the badge's known canonical serial. */
  readonly printed: string
  /** What the reader sent for it, as text. */
  readonly read: string
}

/** Why the samples leave more than one profile: the number is the same from both ends, it does not tell the kind of card, or it can be written in both ways. */
export const calibrationDoubts = ['order', 'card', 'digits'] as const
export type CalibrationDoubt = (typeof calibrationDoubts)[number]

export interface ProfileCandidate {
  readonly profile: ReaderProfile
  /** What the first sample becomes with it. */
  readonly serial: string
  /** The reader leaves out a part of the number: two cards can have the same one. */
  readonly isShortened: boolean
}

export interface Calibration {
  readonly verdict: 'one' | 'several' | 'none'
  readonly doubts: readonly CalibrationDoubt[]
  /** Those that make of every sample what it should be, best first. */
  readonly candidates: readonly ProfileCandidate[]
}

/** @param card where the kind of card is known, which a number alone does not tell */
export function profilesThatFit(samples: readonly CalibrationSample[], card?: 'em4100' | 'iso14443'): Calibration {
  const [first] = samples
  if (first === undefined) return { verdict: 'none', doubts: [], candidates: [] }
  const targets = samples.map(({ printed }) => serialsOfPrinted(printed))
  const fitting = knownProfiles
    .filter((profile) => profile !== plainProfile && (card === undefined || profile.card === card || profile.card === 'opaque'))
    .filter((profile) => samples.every(({ read }, at) => {
      const serial = serialOf(profile, read)
      return serial !== undefined && targets[at]?.some((target) => isSameCard(target, serial)) === true
    }))
  // To take the text as it is always fits where both are the same text; it is the answer only where nothing better is.
  const plain = samples.every(({ printed, read }) => canonicalSerial(read) !== undefined && canonicalSerial(read) === canonicalSerial(printed))
  const profiles = fitting.length > 0 ? fitting : plain ? [plainProfile] : []
  return {
    verdict: profiles.length === 0 ? 'none' : profiles.length === 1 ? 'one' : 'several',
    doubts: doubtsAmong(profiles),
    candidates: profiles.map((profile) => ({ profile, serial: serialOf(profile, first.read) ?? '', isShortened: isShortened(profile) })),
  }
}

function serialOf(profile: ReaderProfile, text: string): string | undefined {
  const through = serialThrough(profile, text)
  return 'serial' in through ? through.serial : undefined
}

/** What the print on a card can mean; cards are printed with their highest digit first. */
function serialsOfPrinted(printed: string): string[] {
  const canonical = canonicalSerial(printed)
  if (canonical?.includes(':') === true) return [canonical]
  const digits = printed.replace(/[\s:.,_-]/g, '')
  const isPair = /^\s*\d{3,5}\s*[,.:/-]\s*\d{5}\s*$/.test(printed)
  // Nine to thirteen digits of decimal are no length of a hex id, but the usual ones of a number.
  const isNumber = /^\d+$/.test(digits) && digits.length >= 9 && digits.length !== 14 && digits.length !== 20
  return knownProfiles
    .filter(({ digits: kind, order, card }) => order === 'msb' && card !== 'opaque' && (isPair ? kind === 'facility' : kind !== 'hex' || !isNumber))
    .map((profile) => serialOf(profile, printed))
    .filter((serial) => serial !== undefined)
}

const technologyAndHex = /^(\w+):([0-9A-F]+)$/

/** Also where one of the two has less of the number than the other: 24 of the 32 bits of an EM4100 card, or none of what kind it is. */
function isSameCard(one: string, other: string): boolean {
  if (one === other) return true
  const [, oneKind = '', oneHex = ''] = technologyAndHex.exec(one) ?? []
  const [, otherKind = '', otherHex = ''] = technologyAndHex.exec(other) ?? []
  const kinds = [oneKind, otherKind]
  if (!kinds.includes('em4100')) return false
  if (kinds.includes('w26')) return oneHex.slice(-6) === otherHex.slice(-6)
  return kinds.includes('w34') && oneHex === otherHex
}

function doubtsAmong([best, ...others]: readonly ReaderProfile[]): CalibrationDoubt[] {
  if (best === undefined) return []
  const doubts = others.map((other): CalibrationDoubt => (other.card !== best.card ? 'card' : other.digits === best.digits && other.bits === best.bits ? 'order' : 'digits'))
  return calibrationDoubts.filter((doubt) => doubts.includes(doubt))
}
