import type { Refused } from '../../../shared/contract/kit.ts'
import { refusals, type RefusalCode } from '../../../shared/i18n/refusals.ts'
import { i18n } from './index.ts'

const isKnown = (code: string): code is RefusalCode => Object.hasOwn(refusals.en, code)

/** A refusal in the person's language, from its code and details; the core's English where a newer core knows more codes than this window. */
export function refusalWords({ code, message, howToFix, details }: Refused): { message: string; howToFix: string } {
  if (!isKnown(code)) return { message, howToFix: howToFix ?? '' }
  return { message: i18n.t(`refusals:${code}.message`, { ...details }), howToFix: i18n.t(`refusals:${code}.howToFix`, { ...details }) }
}
