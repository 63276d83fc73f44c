import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { isOpenEvent } from '../../../../shared/domain/access-events.ts'
import { api } from '../../api.ts'
import { refusalLine } from '../../i18n/refusal-words.ts'
import { beginImport, closeEventPage, openEventDialog, type AccessEvent } from '../../stores/events.ts'
import { useMay } from '../../stores/session.ts'
import { sayDone } from '../../stores/undo.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useTimes } from '../../ui/time.ts'
import { EventState } from './state-mark.tsx'
import { useEventWords } from './words.ts'

/** What the event is, how it stands, and what an administrator can do with it. */
export function EventHead({ event }: { event: AccessEvent }) {
  const { t } = useTranslation('events')
  const { days } = useEventWords()
  const { moment } = useTimes()
  const isAdmin = useMay('admin')
  return (
    <div className="flex items-start gap-3 border-b border-line px-3 py-2">
      <div className="pt-1">
        <IconButton label={t('back')} onPress={closeEventPage}>
          <ArrowLeft aria-hidden size={18} />
        </IconButton>
      </div>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <h1 id="events-title" className="line-clamp-2 text-[15px] font-semibold wrap-break-word" title={event.name}>
          {event.name}
        </h1>
        <p className="flex flex-wrap items-center gap-x-3 text-ink-muted">
          <EventState state={event.status} />
          <span>{days(event.startDate, event.endDate)}</span>
          <span>{event.code}</span>
          {event.closedAt === null ? null : <span>{t('closedAt', { at: moment(event.closedAt) })}</span>}
        </p>
        {event.description === null ? null : (
          <p className="truncate text-xs text-ink-muted" title={event.description}>
            {event.description}
          </p>
        )}
      </div>
      {isAdmin && isOpenEvent(event.status) ? <EventActs event={event} /> : null}
    </div>
  )
}

function EventActs({ event: { id, name, status } }: { event: AccessEvent }) {
  const { t } = useTranslation('events')
  const isDraft = status === 'draft'
  const open = async (): Promise<void> => {
    const result = await api().events.activate({ eventId: id })
    sayDone(result.ok ? t('open.done', { name }) : refusalLine(result.error))
  }
  return (
    <div role="group" aria-label={t('acts')} className="flex flex-none flex-wrap items-center justify-end gap-2">
      <ActionMenu
        label={t('more')}
        acts={[{ key: 'editEvent' as const, words: t('edit.open') }, ...(isDraft ? [{ key: 'removeEvent' as const, words: t('remove.open'), isGrave: true }] : [])]}
        onAct={(kind) => openEventDialog({ kind })}
        className="grid size-[34px] place-items-center font-bold"
      >
        <span aria-hidden>⋯</span>
      </ActionMenu>
      {isDraft ? null : <Button onPress={() => openEventDialog({ kind: 'closeEvent' })}>{t('close.open')}</Button>}
      <Button onPress={beginImport}>{t('importList')}</Button>
      <Button variant={isDraft ? 'plain' : 'primary'} onPress={() => openEventDialog({ kind: 'addPerson' })}>
        {t('add.open')}
      </Button>
      {isDraft ? (
        <Button variant="primary" onPress={() => void open()}>
          {t('open.act')}
        </Button>
      ) : null}
    </div>
  )
}
