import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { BigButton } from '../big-button.tsx'
import { KioskField } from './kiosk-field.tsx'
import { OnScreenKeyboard } from './on-screen-keyboard.tsx'
import { maxLength, type FieldName, type KioskVisit } from './visit-steps.ts'

interface Props {
  readonly fields: readonly FieldName[]
  readonly visit: KioskVisit
  /** What must be filled in and is not. */
  readonly lacks: readonly FieldName[]
  readonly onChange: (given: Partial<KioskVisit>) => void
  readonly onNext: () => void
}

/** What is written: the fields side by side, the keyboard below. Who goes on with something missing is told what, and led there. */
export function FieldsStep({ fields, visit, lacks, onChange, onNext }: Props) {
  const { t } = useTranslation('kioskVisitor')
  const row = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const [tried, setTried] = useState(false)
  const inputAt = (index: number): HTMLInputElement | null => row.current?.querySelectorAll('input')[index] ?? null
  useEffect(() => row.current?.querySelector('input')?.focus(), [])

  const goOn = (): void => {
    setTried(true)
    const [missing] = lacks
    if (missing === undefined) onNext()
    else inputAt(fields.indexOf(missing))?.focus()
  }
  // Soldiers sign with initials.
  const wordOf = (field: FieldName): FieldName | 'initials' => (field === 'firstName' && visit.isMilitary === true ? 'initials' : field)
  return (
    <>
      <div ref={row} className="grid min-h-0 flex-1 auto-cols-fr grid-flow-col content-center gap-3">
        {fields.map((field, index) => (
          <KioskField
            key={field}
            label={t(`field.${wordOf(field)}`)}
            value={visit[field]}
            maxLength={maxLength[field]}
            error={tried && lacks.includes(field) ? t(`needed.${wordOf(field)}`) : undefined}
            onChange={(value) => onChange({ [field]: value })}
            onFocus={() => setActive(index)}
            onEnter={() => (index + 1 < fields.length ? inputAt(index + 1)?.focus() : goOn())}
          />
        ))}
      </div>
      <OnScreenKeyboard field={() => inputAt(active)} onPrevious={active === 0 ? null : () => inputAt(active - 1)?.focus()} onNext={active + 1 === fields.length ? null : () => inputAt(active + 1)?.focus()}>
        <BigButton isMain isSlim onPress={goOn}>
          {t('next')}
        </BigButton>
      </OnScreenKeyboard>
    </>
  )
}
