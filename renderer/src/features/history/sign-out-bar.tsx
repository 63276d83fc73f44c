import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useZone } from '../../stores/system.ts'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useNow, wallDate } from '../../ui/time.ts'
import { WhenField } from '../../ui/when-field.tsx'
import { readWhen, whenAt } from '../../ui/when.ts'
import { ChosenBar } from './chosen-bar.tsx'
import type { StalePerson } from './use-stale.ts'

interface Props {
  readonly chosen: readonly StalePerson[]
  readonly onDone: () => void
}

/** Signs all who are chosen out in one act; without a note there is nothing to press (domain.md 8 scenario 29). */
export function SignOutBar({ chosen, onDone }: Props) {
  const { t } = useTranslation('history')
  const zone = useZone()
  const now = useNow(15_000)
  const [isPast, setPast] = useState(false)
  const [when, setWhen] = useState(() => whenAt(now, zone))
  const [note, setNote] = useState('')
  const count = chosen.length
  const read = readWhen(when, zone)
  const at = isPast && read.ok ? read.at : null
  const people = chosen.map(({ memberId }) => ({ memberId, at }))
  return (
    <ChosenBar count={count} isReady={note.trim() !== '' && (!isPast || read.ok)} save={t('stale.save', { count })} done={t('stale.done', { count })} run={() => api().history.checkOutMany({ people, note })} onDone={onDone}>
      <div className="grid gap-1">
        <span className="text-sm font-medium">{t('stale.when')}</span>
        <Segments
          label={t('stale.when')}
          value={isPast ? 'past' : 'now'}
          onChange={(choice) => setPast(choice === 'past')}
          options={[
            ['now', t('stale.now')],
            ['past', t('stale.past')],
          ]}
        />
      </div>
      {isPast ? <WhenField label={t('stale.past')} value={when} onChange={setWhen} max={wallDate(now, zone)} /> : null}
      <div className="min-w-56 flex-1">
        <TextField label={t('stale.note')} value={note} onChange={(text) => setNote(text.slice(0, 500))} hint={t('stale.noteHint')} />
      </div>
    </ChosenBar>
  )
}
