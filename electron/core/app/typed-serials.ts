/** What a keyboard reader typed at a station, or a person of a card, as the serial that the card has with every other reader (hardware.md 3.1). */
import { serialThrough, type ReaderProfile } from '../../../shared/domain/reader-profile.ts'
import { refuse } from '../kit/refusal.ts'

export interface TypedSerials {
  /** Takes the profiles in place of those before, by station. */
  replace(profiles: ReadonlyMap<string, ReaderProfile>): void
  /**
   * Text that is not of the profile's form passes as it is: a barcode scanner may type at the same station. Refuses
   * `serial_invalid` for what is of its form and no card: a failed check, an idle line, a number made up by the card.
   */
  serialOf(stationId: string, text: string): string
  /** The same, but text that is no card's passes as it is, to be refused by who looks it up. */
  serialOrText(stationId: string, text: string): string
}

export function createTypedSerials(): TypedSerials {
  let profiles: ReadonlyMap<string, ReaderProfile> = new Map()
  function through(stationId: string, text: string): string | undefined {
    const profile = profiles.get(stationId)
    if (profile === undefined) return text
    const result = serialThrough(profile, text)
    if ('serial' in result) return result.serial
    return result.why === 'characters' || result.why === 'length' ? text : undefined
  }
  return {
    replace(next) {
      profiles = next
    },
    serialOf(stationId, text) {
      const serial = through(stationId, text)
      if (serial === undefined) throw refuse('serial_invalid')
      return serial
    },
    serialOrText: (stationId, text) => through(stationId, text) ?? text,
  }
}
