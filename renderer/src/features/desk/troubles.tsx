import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSystem } from '../../stores/system.ts'
import { useUnrecorded, writtenDown } from '../../stores/unrecorded.ts'
import { Button } from '../../ui/button.tsx'
import { useTimes } from '../../ui/time.ts'
import { useSizeWords } from '../../ui/use-size-words.ts'
import { useAsOf } from './use-as-of.ts'

const Trouble = ({ title, children, action }: { title: string; children: ReactNode; action?: ReactNode }) => (
  <div className="flex items-center gap-3 border-b border-refused bg-refused-soft px-4 py-2 text-refused">
    <TriangleAlert aria-hidden size={18} className="flex-none" />
    <p className="min-w-0 flex-1">
      <b>{title}</b> {children}
    </p>
    {action}
  </div>
)

/** What makes the screen untrue, or soon will, across its whole width, for as long as it lasts. */
export function Troubles() {
  const { t } = useTranslation('common')
  const { seconds } = useTimes()
  const lost = useSystem((state) => state.lostAt !== null)
  const database = useSystem((state) => state.status?.database.state ?? 'ready')
  const disk = useSystem((state) => state.status?.disk ?? null)
  const size = useSizeWords()
  const unrecorded = useUnrecorded((state) => state.scans)
  const asOf = useAsOf()
  return (
    <div role="alert">
      {lost ? (
        <Trouble title={t('lost.title')}>{asOf === null ? t('lost.never') : t('lost.text', { at: seconds(asOf) })}</Trouble>
      ) : database !== 'ready' && database !== 'away' ? (
        <Trouble title={`${t(`database.${database}`)}.`}>{t(`databaseProblem.${database}`)}</Trouble>
      ) : asOf !== null ? (
        <Trouble title={t('lost.staleTitle')}>{t('lost.staleText', { at: seconds(asOf) })}</Trouble>
      ) : null}
      {!lost && database === 'ready' && disk?.state === 'very_low' ? <Trouble title={t('disk.title')}>{t('disk.text', { free: size(disk.freeBytes) })}</Trouble> : null}
      {unrecorded.length === 0 ? null : (
        <Trouble title={t('unrecorded.title', { count: unrecorded.length })} action={<Button onPress={writtenDown}>{t('unrecorded.done')}</Button>}>
          {unrecorded
            .map(({ person, serialTail, at }) => (person === null ? t('unrecorded.scan', { tail: serialTail, at: seconds(at) }) : t('unrecorded.person', { name: person.displayName, at: seconds(at) })))
            .join(' · ')}
        </Trouble>
      )}
    </div>
  )
}
