import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTimes } from '../../ui/time.ts'
import { Paper } from '../../ui/paper.tsx'
import { ReportPaper } from './report-paper.tsx'
import type { Shown } from './report-view.ts'

/**
 * The preview once more, for the printer, and only while one prints: both hosts print the page itself, for neither lets a
 * page open another window or frame (shared/domain/security-headers.ts, electron/shell/guard.ts).
 */
export function PrintPreview({ shown: { document: report, language, leftOut, generatedAt } }: { shown: Shown }) {
  const { moment } = useTimes()
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = (): void => flushSync(() => setPrinting(true))
    const end = (): void => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  if (!isPrinting) return null
  return (
    <Paper title={moment(generatedAt)}>
      <ReportPaper document={report} language={language} leftOut={leftOut} isPaper />
    </Paper>
  )
}
