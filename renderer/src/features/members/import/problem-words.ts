/** A row's problem in the person's language; the core's English for a code that this window does not know. */
import { rollProblems, type RollFileProblem, type RollNotice, type RollProblem } from '../../../../../shared/i18n/roll-problems.ts'
import type { RollField } from '../../../../../shared/domain/roll.ts'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { i18n } from '../../../i18n/index.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
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

/** A refusal of the whole file; its reason is worded here too, because the core's details hold it in English. */
export function fileRefusalWords(refused: Refused): { message: string; howToFix: string } {
  const code = String(refused.details?.['problemCode'] ?? '')
  if (refused.code !== 'roll_unreadable' || !has<RollFileProblem>(rollProblems.en.file, code)) return refusalWords(refused)
  const problem = i18n.t(`rollProblems:file.${code}.problem`, { row: String(refused.details?.['row'] ?? '') })
  return refusalWords({ ...refused, details: { ...refused.details, problem, advice: i18n.t(`rollProblems:file.${code}.howToFix`) } })
}
