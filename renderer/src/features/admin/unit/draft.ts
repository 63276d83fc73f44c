/** The unit as it is typed: an empty field is one that the unit does not have. */
import type { Province, Unit } from '../../../../../shared/domain/unit.ts'

export type UnitDraft = { readonly [K in keyof Unit]: K extends 'province' ? Province | '' : string }

export const toDraft = (unit: Unit): UnitDraft => ({ ...unit, province: unit.province ?? '', phone: unit.phone ?? '', address: unit.address ?? '', letterhead: unit.letterhead ?? '', classification: unit.classification ?? '' })

export function toUnit({ name, zone, province, phone, address, letterhead, classification }: UnitDraft): Unit {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
  return { name: name.trim(), zone, province: province === '' ? null : province, phone: orNull(phone), address: orNull(address.replace(/\r\n?/g, '\n')), letterhead: orNull(letterhead), classification: orNull(classification) }
}
