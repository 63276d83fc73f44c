/** Why a server cannot be used, or a move ended without effect, as a refusal: what the windows have words for in both languages. Pure. */
import { refusals, type RefusalCode } from '../../../../shared/i18n/refusals.ts'

/** What kinds of OpenFailure, NotMovable and of a plan that does not fit are called as refusals. */
export function refusalOf(kind: string): RefusalCode {
  const codes = kind.startsWith('server_') ? [kind] : [`move_${kind}`]
  const known = codes.find((code): code is RefusalCode => Object.hasOwn(refusals.en, code))
  // The other kinds are of a desk that could not be opened.
  return known ?? 'move_desk_not_opened'
}
