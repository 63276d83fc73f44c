/** Refusals: what a person can act on. Anything else that is thrown is a defect (design.md 6). */
import type { Refused } from '../../../shared/contract/kit.ts'
import { createTranslator } from '../../../shared/i18n/index.ts'
import type { RefusalCode } from '../../../shared/i18n/refusals.ts'

export type Details = Record<string, string | number | boolean | null>

const english = createTranslator('en')

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: Details | undefined

  constructor(code: RefusalCode, details?: Details) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

/** `throw refuse('badge_taken', { name })`: the words come from shared/i18n/refusals.ts, filled with the details. */
export const refuse = (code: RefusalCode, details?: Details): Refusal => new Refusal(code, details)

/** The refusal as it crosses the wire. */
export const toRefused = (code: RefusalCode, details?: Details): Refused<RefusalCode> => ({
  code,
  message: english.t(`refusals:${code}.message`, { ...details }),
  howToFix: english.t(`refusals:${code}.howToFix`, { ...details }),
  ...(details && { details }),
})
