import type { Refused } from '../../../shared/contract/kit.ts'
import { i18n } from './index.ts'

/** A refusal in the person's language, from its code and details; the core's English where a newer core knows more codes than this window. */
export function refusalWords({ code, message, howToFix, details }: Refused): { message: string; howToFix: string } {
  if (!i18n.exists(`refusals:${code}.message`)) return { message, howToFix: howToFix ?? '' }
  return { message: i18n.t(`refusals:${code}.message`, { ...details }), howToFix: i18n.t(`refusals:${code}.howToFix`, { ...details }) }
}
