import { FileDown, LoaderCircle, Printer, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { RollCall } from '../../stores/muster.ts'
import { Button } from '../../ui/button.tsx'
import { useTimes } from '../../ui/time.ts'
import { printAgain } from './acts.ts'

/** How the paper fares; a printer that failed is said in words, with the way to try again. */
export function PrintState({ musterId, printing }: { musterId: string; printing: RollCall['printing'] }) {
  const { t } = useTranslation('muster')
  const { time } = useTimes()
  if (printing === null)
    return (
      <p className="flex items-center gap-2 text-sm text-ink-muted">
        <FileDown aria-hidden size={18} className="flex-none" /> {t('print.none')}
      </p>
    )
  if (printing.state !== 'failed')
    return (
      <p role="status" className="flex items-center gap-2 text-sm">
        {printing.state === 'printing' ? <LoaderCircle aria-hidden size={18} className="flex-none motion-safe:animate-spin" /> : <Printer aria-hidden size={18} className="flex-none text-in" />}
        {t(`print.${printing.state}`, { count: printing.copies, at: time(printing.at) })}
      </p>
    )
  return (
    <div role="alert" className="grid gap-2 rounded-lg border-2 border-refused bg-refused-soft p-3 text-refused">
      <p className="flex items-start gap-2">
        <TriangleAlert aria-hidden size={20} className="flex-none" />
        <span className="min-w-0 wrap-break-word">
          <b>{t('print.failed')}</b> {printing.problem}
        </span>
      </p>
      <Button onPress={() => void printAgain(musterId)}>{t('print.again')}</Button>
    </div>
  )
}
