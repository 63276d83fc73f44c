/** A row's problem in the person's language; the core's English for a code that this window does not know. */
import { rollProblems, type RollNotice, type RollProblem } from '../../../../../shared/i18n/roll-problems.ts'
import type { RollField } from '../../../../../shared/domain/roll.ts'
import { i18n } from '../../../i18n/index.ts'
import type { Preview } from './choices.ts'

const has = <T extends string>(words: Readonly<Record<T, unknown>>, code: string): code is T => Object.hasOwn(words, code)

export const fieldWords = (field: RollField): string => i18n.t(`roll:field.${field}`)

export function problemWords({ code, column, value, message, howToFix }: Preview['errors'][number]): { message: string; howToFix: string } {
  if (!has<RollProblem>(rollProblems.en.problem, code)) return { message, howToFix }
  const blanks = { value: value ?? '', label: column }
  return { message: i18n.t(`rollProblems:problem.${code}.message`, blanks), howToFix: i18n.t(`rollProblems:problem.${code}.howToFix`, blanks) }
}

export const noticeWords = ({ code, value, message }: Preview['notices'][number]): string =>
  has<RollNotice>(rollProblems.en.notice, code) ? i18n.t(`rollProblems:notice.${code}`, { value: value ?? '' }) : message
