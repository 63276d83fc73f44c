import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { offerUndo, sayDone } from '../../stores/undo.ts'
import { closeVisitorDialog, useVisitors, type Visit } from '../../stores/visitors.ts'
import { CheckField } from '../../ui/check-field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { useToday } from './use-today.ts'
import { emptyVisit, faultsOf, toDetails } from './visit-draft.ts'
import { VisitFields } from './visit-fields.tsx'
import { toPassOption } from './words.ts'

/** The way out at the desk: one press, and whether the pass came back where there is one. */
export function SignOutDialog({ visitId }: { visitId: string }) {
  const { t } = useTranslation('visitors')
  const [isBack, setIsBack] = useState(true)
  const { value: visit } = useFetched(() => api().visitors.get({ visitId }), visitId)
  if (visit === null) return null
  const hasPass = visit.pass !== null && visit.pass.returnedAt === null
  const save = async () => {
    const result = await api().visitors.signOut({ visitId, passReturned: isBack })
    if (result.ok) offerUndo(visitId, t(hasPass && !isBack ? 'done.outWithPass' : 'done.out', { name: visit.displayName }), 'visit')
    return result
  }
  return (
    <FormDialog title={t('signOut.title', { name: visit.displayName })} confirm={t('signOut.confirm')} save={save} onClose={closeVisitorDialog}>
      {hasPass ? <CheckField label={t('signOut.passBack', { label: visit.pass?.label ?? '' })} isSelected={isBack} onChange={setIsBack} /> : <p>{t('signOut.noPass')}</p>}
      {hasPass && !isBack ? <p className="text-attention">{t('signOut.outstanding')}</p> : null}
    </FormDialog>
  )
}

export function LendDialog({ visit }: { visit: Visit }) {
  const { t } = useTranslation('visitors')
  const { value: passes } = useFetched(() => api().visitors.passes({}), '', [useVisitors((state) => state.changes)])
  const [pass, setPass] = useState<string>()
  const chosen = pass ?? passes?.free[0]?.badgeId
  const save = async () => {
    const result = await api().visitors.lendPass({ visitId: visit.id, badgeId: chosen ?? '' })
    if (result.ok) sayDone(t('done.lent', { name: visit.displayName, label: result.value.pass?.label ?? '' }))
    return result
  }
  return (
    <FormDialog title={t('lend.title', { name: visit.displayName })} confirm={t('lend.confirm')} save={chosen === undefined ? null : save} onClose={closeVisitorDialog}>
      {passes !== null && passes.free.length === 0 ? <p className="text-attention">{t('lend.none')}</p> : <SelectField label={t('field.pass')} value={chosen ?? ''} onChange={setPass} options={(passes?.free ?? []).map(toPassOption(t))} />}
    </FormDialog>
  )
}

/** Writes down who is expected, so that the desk only confirms when they come. */
export function ExpectDialog() {
  const { t } = useTranslation('visitors')
  const today = useToday()
  const [draft, setDraft] = useState(emptyVisit)
  const [date, setDate] = useState(today)
  const [time, setTime] = useState('')
  const [tried, setTried] = useState(false)
  const isDateWrong = !/^\d{4}-\d{2}-\d{2}$/.test(date)
  const isTimeWrong = time !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  const faults = faultsOf(draft)
  return (
    <FormDialog
      title={t('expect.title')}
      size="wide"
      confirm={t('expect.confirm')}
      save={faults.length > 0 || isDateWrong || isTimeWrong ? null : () => api().visitors.expect({ date, time: time === '' ? null : time, ...toDetails(draft) })}
      onTry={() => setTried(true)}
      onClose={closeVisitorDialog}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField label={t('expect.date')} value={date} onChange={setDate} maxLength={10} autoFocus error={tried && isDateWrong ? t('expect.dateWrong') : undefined} />
        <TextField label={t('expect.time')} placeholder={t('expect.timeHint')} value={time} onChange={setTime} maxLength={5} error={tried && isTimeWrong ? t('expect.timeWrong') : undefined} />
      </div>
      <VisitFields draft={draft} onChange={(change) => setDraft((before) => ({ ...before, ...change }))} faults={tried ? faults : []} filled={0} />
    </FormDialog>
  )
}
