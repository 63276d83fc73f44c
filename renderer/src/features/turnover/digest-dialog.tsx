import { useTranslation } from 'react-i18next'
import { useDuty, watchGaps } from '../../stores/duty.ts'
import { useMay } from '../../stores/session.ts'
import { seeDigest, useTurnover } from '../../stores/turnover.ts'
import type { Digest } from '../../stores/turnover-rules.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTimes } from '../../ui/time.ts'
import { openSection } from '../history/history-store.ts'

/** Later than this after the rollover Sentinel was off at the time, in ms. */
const lateMs = 120_000

/** What the night closed, and how the day stands: what whoever opens the desk reads first (screens.md P0-2.6). */
export function DigestDialog() {
  const { t } = useTranslation(['turnover', 'common'])
  const digest = useTurnover((state) => state.digest)
  const mayCorrect = useMay('quartermasterOrDds')
  const close = (): void => {
    if (digest !== null) seeDigest(digest.date)
    useTurnover.setState({ open: null })
  }
  const correct = (): void => {
    close()
    openSection('missed')
  }
  return (
    <Dialog
      title={t('digest.title')}
      isOpen
      onClose={close}
      size="wide"
      footer={
        <>
          {mayCorrect && (digest?.missed.length ?? 0) > 0 ? <Button onPress={correct}>{t('digest.correct')}</Button> : null}
          <Button variant="primary" onPress={close}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 text-ink">
        {digest === null ? <p role="status">{t('common:loading')}</p> : <Night digest={digest} />}
        <Day />
      </div>
    </Dialog>
  )
}

function Night({ digest: { reset, missed, visitors, attendees } }: { digest: Digest }) {
  const { t } = useTranslation('turnover')
  const { time, civilDate, moment } = useTimes()
  if (reset === null) return <p>{t('digest.none')}</p>
  const isLate = new Date(reset.doneAt).getTime() - new Date(reset.dueAt).getTime() > lateMs
  return (
    <section className="grid gap-2">
      <p>
        {t('digest.text', { date: civilDate(reset.date), at: time(reset.dueAt) })} {isLate ? t('digest.late', { at: moment(reset.doneAt) }) : ''}
      </p>
      {reset.notSecured === null ? null : <p className="font-semibold text-attention">{t('digest.notSecured', { name: reset.notSecured })}</p>}
      {reset.closedOut === 0 && reset.notSecured === null ? <p>{t('digest.quiet')}</p> : null}
      <Forgot id="digest-missed" title={t('digest.forgot')} people={missed.map(({ memberId, ...person }) => ({ id: memberId, ...person }))} />
      <Forgot id="digest-visitors" title={t('digest.visitors')} people={visitors.map(({ visitId, ...person }) => ({ id: visitId, ...person }))} />
      <Forgot id="digest-attendees" title={t('digest.attendees')} people={attendees.map(({ attendeeId, ...person }) => ({ id: attendeeId, ...person }))} />
    </section>
  )
}

/** Those who were still inside, each with when they came; nothing where nobody was. */
function Forgot({ id: listId, title, people }: { id: string; title: string; people: readonly { id: string; displayName: string; since: string }[] }) {
  const { t } = useTranslation('turnover')
  const { moment } = useTimes()
  if (people.length === 0) return null
  return (
    <>
      <h3 id={listId} className="font-semibold">
        {title} · {people.length}
      </h3>
      <ul tabIndex={0} aria-labelledby={listId} className="max-h-[32vh] overflow-y-auto rounded-lg border border-line">
        {people.map(({ id, displayName, since }) => (
          <li key={id} className="flex gap-3 border-b border-line px-3 py-1.5 last:border-b-0">
            <b className="min-w-0 flex-1 font-semibold wrap-break-word">{displayName}</b>
            <span className="text-ink-muted">{t('digest.came', { at: moment(since) })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** As it is now, not as it was at the turn. */
function Day() {
  const { t } = useTranslation(['turnover', 'duty'])
  const { dds, lockup, tonight } = useDuty()
  const counts = useTurnover((state) => state.digest?.openAlerts)
  const watch = tonight === null || !tonight.isWatchNight ? null : watchGaps(tonight)
  const facts: readonly (readonly [string, string])[] = [
    [t('digest.building'), lockup === null ? '' : t(`duty:status.${lockup.status}`)],
    [t('digest.dds'), dds?.live == null ? t('digest.waits') : [dds.live.displayName, dds.live.status === 'pending' ? t('digest.waits') : ''].filter(Boolean).join(' · ')],
    [t('digest.watch'), watch === null ? t('digest.noWatch') : [tonight?.start ?? '', t('duty:strip.watchIn', { present: watch.present, count: watch.seats })].filter(Boolean).join(' · ')],
    [t('digest.alerts'), counts === undefined || counts.critical + counts.warning + counts.info === 0 ? t('digest.noAlerts') : t('digest.alertCounts', counts)],
  ]
  return (
    <dl className="grid grid-cols-[160px_1fr] gap-x-3 gap-y-1.5">
      {facts.map(([label, words]) => (
        <div key={label} className="contents">
          <dt className="text-ink-muted">{label}</dt>
          <dd className="font-medium">{words}</dd>
        </div>
      ))}
    </dl>
  )
}
