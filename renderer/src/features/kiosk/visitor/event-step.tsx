import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useFetched } from '../../../ui/use-fetched.ts'
import { FieldsStep } from './fields-step.tsx'
import { TileStep } from './tile-step.tsx'
import type { KioskVisit, Named } from './visit-steps.ts'

const written = ['about'] as const
const another = 'another'

interface Props {
  readonly visit: KioskVisit
  readonly onChange: (given: Partial<KioskVisit>) => void
  readonly onNext: (given: Partial<KioskVisit>) => void
}

/** The events that are on today; where they cannot be had, the visitor writes which one it is. */
export function EventStep(props: Props) {
  const { value, problem } = useFetched(() => api().events.open({}), 'open events')
  return <EventChoice {...props} events={problem === null ? (value?.events ?? null) : []} />
}

/** One of these, or what the visitor writes: nobody is stopped because a list is empty. @param events null until they have arrived */
function EventChoice({ events, visit, onChange, onNext }: Props & { events: readonly Named[] | null }) {
  const { t } = useTranslation(['kioskVisitor', 'common'])
  const [writes, setWrites] = useState(false)
  if (events === null) return <p className="text-2xl">{t('common:loading')}</p>
  if (events.length > 0 && !writes) {
    return (
      <TileStep
        tiles={[...events.map(({ id, name }) => ({ id, words: name })), { id: another, words: t('event.other') }]}
        chosen={visit.event?.id ?? null}
        onChoose={(id) => (id === another ? setWrites(true) : onNext({ event: events.find((event) => event.id === id) ?? null }))}
      />
    )
  }
  return (
    <>
      {events.length === 0 ? <p className="flex-none text-xl/snug text-pretty">{t('event.none')}</p> : null}
      <FieldsStep fields={written} visit={visit} lacks={visit.about.trim() === '' ? written : []} onChange={onChange} onNext={() => onNext({ event: null })} />
    </>
  )
}
