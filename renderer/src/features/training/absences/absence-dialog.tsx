import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { training } from '../../../../../shared/contract/training.ts'
import { isCivilDate } from '../../../../../shared/domain/civil-date.ts'
import { absenceKinds } from '../../../../../shared/domain/training.ts'
import { api } from '../../../api.ts'
import { useSystem } from '../../../stores/system.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PersonField, type Person } from '../../accounts/person-field.tsx'

export type Absence = OutputOf<typeof training.absences>['absences'][number]

interface Props {
  /** Null = a new one. */
  readonly absence: Absence | null
  /** Who is excused; absent = to be looked for. */
  readonly member?: Person
  /** The one day, to begin with. */
  readonly date?: string
  readonly onClose: () => void
}

/** Excuses somebody for some days, or changes what was written about it. */
export function AbsenceDialog({ absence, member, date, onClose }: Props) {
  const { t } = useTranslation('attendance')
  const today = useSystem((state) => state.status?.operationalDate) ?? ''
  const known = absence?.member ?? member
  const [person, setPerson] = useState<Person | null>(known ?? null)
  const [fromDate, setFrom] = useState(absence?.fromDate ?? date ?? today)
  const [toDate, setTo] = useState(absence?.toDate ?? date ?? today)
  const [kind, setKind] = useState(absence?.kind ?? 'leave')
  const [note, setNote] = useState(absence?.note ?? '')
  const [tried, setTried] = useState(false)
  const fault = (value: string): string | undefined => (tried && !isCivilDate(value) ? t('absences.dateWrong') : undefined)
  const isReversed = isCivilDate(fromDate) && isCivilDate(toDate) && toDate < fromDate
  const isGood = person !== null && isCivilDate(fromDate) && isCivilDate(toDate) && !isReversed
  /** The last day follows while it is the same, as it mostly is. */
  const putFrom = (next: string): void => {
    if (toDate === fromDate) setTo(next)
    setFrom(next)
  }
  const fields = { fromDate, toDate, kind, note: note.trim() === '' ? null : note.trim() }
  const save = async () => (absence === null ? api().training.excuse({ memberId: person?.id ?? '', ...fields }) : api().training.updateAbsence({ absenceId: absence.id, ...fields }))
  return (
    <FormDialog title={absence === null ? t('absences.addTitle') : t('absences.change', { name: absence.member.displayName })} size="wide" {...(absence === null && { confirm: t('absences.confirm') })} save={isGood ? save : null} onTry={() => setTried(true)} onClose={onClose}>
      {known === undefined ? (
        <div className="grid gap-1">
          <PersonField label={t('absences.member')} hint={t('absences.memberHint')} onChange={setPerson} autoFocus />
          {tried && person === null ? (
            <span role="alert" className="text-xs text-refused">
              {t('absences.memberNeeded')}
            </span>
          ) : null}
        </div>
      ) : (
        <p className="font-semibold">{known.displayName}</p>
      )}
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField label={t('absences.from')} hint={t('absences.dateHint')} value={fromDate} onChange={putFrom} maxLength={10} autoComplete="off" autoFocus={known !== undefined} error={fault(fromDate)} />
        <TextField label={t('absences.to')} hint={t('absences.dateHint')} value={toDate} onChange={setTo} maxLength={10} autoComplete="off" error={isReversed ? t('absences.order') : fault(toDate)} />
      </div>
      <SelectField label={t('absences.kind')} value={kind} onChange={setKind} options={absenceKinds.map((code) => [code, t(`absences.kinds.${code}`)] as const)} />
      <TextField label={t('absences.note')} hint={t('absences.noteHint')} value={note} onChange={setNote} maxLength={500} autoComplete="off" />
    </FormDialog>
  )
}
