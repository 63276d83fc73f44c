import { useTranslation } from 'react-i18next'
import { reportProblems, type ReportProblem } from '../../../../../shared/domain/report-settings.ts'
import { timingProblems, type TimingProblem } from '../../../../../shared/domain/timings.ts'

const codes = new Map<string, TimingProblem | ReportProblem>(
  [...Object.entries(timingProblems), ...Object.entries(reportProblems)].map(([code, message]) => [message, code as TimingProblem | ReportProblem] as const),
)

/** What the rules of a document say against a field, in the person's language. */
export function useProblemWords(): (message: string | undefined) => string | undefined {
  const { t } = useTranslation('settings')
  return (message) => {
    if (message === undefined) return undefined
    const code = codes.get(message)
    if (code !== undefined) return t(`problem.${code}`)
    const [, low, high] = /^must be (\d+) to (\d+)$/.exec(message) ?? []
    return low !== undefined && high !== undefined ? t('problem.range', { low, high }) : t('problem.other')
  }
}
