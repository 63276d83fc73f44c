import { rollProblems, type RollFileProblem } from '../../../shared/i18n/roll-problems.ts'
import type { Refused } from '../../../shared/contract/kit.ts'
import { i18n } from './index.ts'
import { refusalWords } from './refusal-words.ts'

const isKnown = (code: string): code is RollFileProblem => Object.hasOwn(rollProblems.en.file, code)

/** A refusal of the whole file; its reason is worded here too, because the core's details hold it in English. */
export function fileRefusalWords(refused: Refused): { message: string; howToFix: string } {
  const code = String(refused.details?.['problemCode'] ?? '')
  if (refused.code !== 'roll_unreadable' || !isKnown(code)) return refusalWords(refused)
  const problem = i18n.t(`rollProblems:file.${code}.problem`, { row: String(refused.details?.['row'] ?? '') })
  return refusalWords({ ...refused, details: { ...refused.details, problem, advice: i18n.t(`rollProblems:file.${code}.howToFix`) } })
}
