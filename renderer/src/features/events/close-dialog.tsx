import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { events } from '../../../../shared/contract/events.ts'
import { attendeeName, takesPart } from '../../../../shared/domain/access-events.ts'
import { api } from '../../api.ts'
import { closeEventDialog, openEventDialog, useEvents, type AccessEvent, type EventStats } from '../../stores/events.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { readPeople, useEventChanges } from './use-people.ts'

type Ending = InputOf<typeof events.close>['as']

/** Asks before an event ends, with all that ends with it. */
export function CloseDialog({ event, stats }: { event: AccessEvent; stats: EventStats | null }) {
  const { t } = useTranslation('events')
  const [as, setAs] = useState<Ending>('completed')
  const { value } = useFetched(() => readPeople({ eventId: event.id }), event.id, useEventChanges())
  const people = value?.attendees ?? []
  const inside = people.filter(({ presence }) => presence?.direction === 'in').map((person) => ({ key: person.id, words: attendeeName(person) }))
  const badges = people.flatMap((person) => (person.badge === null || person.badge.returnedAt !== null ? [] : [{ key: person.id, words: `${person.badge.label} · ${attendeeName(person)}` }])).toSorted((a, b) => a.words.localeCompare(b.words, 'en-CA', { numeric: true }))
  const losing = (stats?.byStatus ?? []).reduce((sum, { status, total }) => sum + (takesPart(status) ? total : 0), 0)
  const save = async () => {
    const result = await api().events.close({ eventId: event.id, as })
    if (result.ok) openEventDialog({ kind: 'closed', outcome: result.value })
    return result
  }
  // What came of it takes this one’s place and stays.
  const close = (): void => (useEvents.getState().dialog?.kind === 'closed' ? undefined : closeEventDialog())
  return (
    <FormDialog title={t('close.title', { name: event.name })} size="wide" confirm={t('close.confirm')} isGrave save={save} onClose={close}>
      <p className="font-semibold">{event.autoExpireBadges ? t('close.expire', { count: losing }) : t('close.stay')}</p>
      <Names title={t('close.inside')} none={t('close.insideNone')} names={inside} />
      <Names title={t('close.badges')} none={t('close.badgesNone')} names={badges} />
      <SelectField label={t('close.as')} value={as} onChange={setAs} options={(['completed', 'cancelled'] as const).map((ending) => [ending, t(`close.${ending}`)] as const)} />
      <p className="text-ink-muted">{t('close.final')}</p>
    </FormDialog>
  )
}

/** What closing did: whose access ended, who is still inside, and which badges to ask back. */
export function ClosedDialog({ outcome: { event, expired, inside, outstanding } }: { outcome: OutputOf<typeof events.close> }) {
  const { t } = useTranslation(['events', 'common'])
  return (
    <Dialog
      title={t('closed.title', { name: event.name })}
      isOpen
      size="wide"
      onClose={closeEventDialog}
      footer={
        <Button variant="primary" autoFocus onPress={closeEventDialog}>
          {t('common:close')}
        </Button>
      }
    >
      <div className="grid gap-3 text-ink">
        <p className="font-semibold">{t('closed.expired', { count: expired })}</p>
        <Names title={t('closed.inside')} none={t('closed.insideNone')} names={inside.map(({ id, displayName }) => ({ key: id, words: displayName }))} />
        <Names title={t('closed.badges')} none={t('closed.badgesNone')} names={outstanding.map(({ attendeeId, label, name, organization }) => ({ key: attendeeId, words: `${label} · ${name}, ${organization}` }))} />
        {outstanding.length === 0 ? null : <p className="text-ink-muted">{t('closed.see')}</p>}
      </div>
    </Dialog>
  )
}

function Names({ title, none, names }: { title: string; none: string; names: readonly { readonly key: string; readonly words: ReactNode }[] }) {
  if (names.length === 0) return <p className="text-ink-muted">{none}</p>
  return (
    <section aria-label={title}>
      <h3 className="mb-1 font-medium">
        {title} <span className="text-ink-muted">{names.length}</span>
      </h3>
      {/* A scrolling list must be reachable without a mouse. */}
      <ul tabIndex={0} aria-label={title} className="max-h-36 overflow-y-auto rounded-lg border border-line px-3 py-1">
        {names.map(({ key, words }) => (
          <li key={key} className="py-0.5 wrap-break-word">
            {words}
          </li>
        ))}
      </ul>
    </section>
  )
}
