import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '../../../../shared/contract/kit.ts'
import type { badges } from '../../../../shared/contract/badges.ts'
import type { readers } from '../../../../shared/contract/readers.ts'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'

export type Known = InputOf<typeof readers.calibrate>['samples'][number]['known']
type Badge = OutputOf<typeof badges.list>['badges'][number]

/** Stands for a card that is not enrolled: its number is printed on it. */
const printed = ''

interface Props {
  readonly title: string
  readonly read: string | undefined
  readonly known: Known
  readonly onKnown: (known: Known) => void
  readonly badges: readonly Badge[]
}

/** One card: what the reader sent of it, and what it is known to be. */
export function KnownCard({ title, read, known, onKnown, badges: choices }: Props) {
  const { t } = useTranslation('readers')
  const nameOf = ({ label, holder, serialTail }: Badge): string => [holder?.displayName ?? label, `…${serialTail}`].filter((part) => part != null).join(' ')
  return (
    <fieldset className="grid gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 text-sm font-semibold">{title}</legend>
      <p role="status">{read === undefined ? <span className="text-ink-muted">{t('calibrate.hold')}</span> : <>{t('calibrate.sent')} <code className="font-mono font-semibold">{read}</code></>}</p>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          label={t('calibrate.is')}
          value={known.kind === 'badge' ? known.badgeId : printed}
          onChange={(chosen) => onKnown(chosen === printed ? { kind: 'printed', text: '' } : { kind: 'badge', badgeId: chosen })}
          options={[[printed, t('calibrate.notEnrolled')] as const, ...choices.map((badge) => [badge.id, nameOf(badge)] as const)]}
        />
        {known.kind === 'printed' ? <TextField label={t('calibrate.printed')} value={known.text} onChange={(text) => onKnown({ kind: 'printed', text })} placeholder="0005882391" maxLength={100} /> : null}
      </div>
    </fieldset>
  )
}
