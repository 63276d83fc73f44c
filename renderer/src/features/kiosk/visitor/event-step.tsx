import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldsStep } from './fields-step.tsx'
import { TileStep } from './tile-step.tsx'
import type { KioskVisit, Named } from './visit-steps.ts'

const written = ['about'] as const
const another = 'another'

interface Props {
  /** Those that are on; null until they have arrived. */
  readonly events: readonly Named[] | null
  readonly visit: KioskVisit
  readonly onChange: (given: Partial<KioskVisit>) => void
  readonly onNext: (given: Partial<KioskVisit>) => void
}

/** Which event: one of today's, or what the visitor writes. Nobody is stopped because a list is empty. */
export function EventStep({ events, visit, onChange, onNext }: Props) {
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
