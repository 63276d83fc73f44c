import type { Refused } from '../../../shared/contract/kit.ts'
import { refusals, type RefusalCode } from '../../../shared/i18n/refusals.ts'
import { defaultZone, useSystem } from '../stores/system.ts'
import { momentOf } from '../ui/time.ts'
import { i18n } from './index.ts'

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(refusals.en, code)
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** Details as a person reads them: an instant by the unit's clock, a direction as a word. */
const said = (details: Refused['details']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(details ?? {}).map(([name, value]) => {
      if (name === 'direction' && (value === 'in' || value === 'out')) return [name, i18n.t(`common:direction.${value}`).toLowerCase()]
      return [name, typeof value === 'string' && instant.test(value) ? momentOf(value, useSystem.getState().status?.unit.zone ?? defaultZone, i18n.language) : value]
    }),
  )

/** A refusal in the person's language, from its code and details; the core's English where a newer core knows more codes than this window. */
export function refusalWords({ code, message, howToFix, details }: Refused): { message: string; howToFix: string } {
  if (!isKnown(code)) return { message, howToFix: howToFix ?? '' }
  return { message: i18n.t(`refusals:${code}.message`, said(details)), howToFix: i18n.t(`refusals:${code}.howToFix`, said(details)) }
}

/** The same in one line. */
export function refusalLine(refused: Refused): string {
  const { message, howToFix } = refusalWords(refused)
  return `${message} ${howToFix}`
}
