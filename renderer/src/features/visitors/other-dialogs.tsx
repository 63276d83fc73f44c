import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { usePreferences } from '../../stores/preferences.ts'
import { useMay } from '../../stores/session.ts'
import { offerUndo, sayDone } from '../../stores/undo.ts'
import { closeVisitorDialog, useVisitors, type Visit } from '../../stores/visitors.ts'
import { Button } from '../../ui/button.tsx'
import { CheckField } from '../../ui/check-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FactList } from '../../ui/fact-list.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import { useSaveFile } from '../reports/use-save-file.tsx'
import { useToday } from './use-today.ts'
import { emptyVisit, faultsOf, toDetails } from './visit-draft.ts'
import { VisitFields } from './visit-fields.tsx'
import { useVisitWords } from './words.ts'

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
      {passes !== null && passes.free.length === 0 ? <p className="text-attention">{t('lend.none')}</p> : <SelectField label={t('field.pass')} value={chosen ?? ''} onChange={setPass} options={(passes?.free ?? []).map(({ badgeId, label }) => [badgeId, label] as const)} />}
    </FormDialog>
  )
}

/** Everything that was said of one visit. */
export function DetailsDialog({ visit }: { visit: Visit }) {
  const { t } = useTranslation(['visitors', 'common'])
  const { moment } = useTimes()
  const { typeOf, longOf, endOf } = useVisitWords()
  const { host, pass } = visit
  const facts: readonly (readonly [string, string | null])[] = [
    [t('field.type'), typeOf(visit)],
    [t('field.organization'), visit.organization],
    [t('field.purpose'), t(`purpose.${visit.purpose}`)],
    [t('field.step'), visit.recruitmentStep === null ? null : t(`step.${visit.recruitmentStep}`)],
    [t('field.host'), host?.displayName ?? null],
    [t('field.details'), visit.details],
    [t('field.phone'), visit.phone],
    [t('field.plate'), visit.licensePlate],
    [t('field.notes'), visit.notes],
    [t('field.pass'), pass === null ? null : pass.returnedAt === null ? (visit.until === null ? pass.label : t('details.passOut', { label: pass.label })) : t('details.passBack', { label: pass.label, at: moment(pass.returnedAt) })],
    [t('details.in'), t('details.inAt', { at: moment(visit.since), station: visit.stationName, by: visit.method === 'kiosk' ? t('details.self') : visit.actorName })],
    [t('details.out'), visit.until === null ? null : `${moment(visit.until)} · ${endOf(visit)} · ${longOf(visit)}`],
  ]
  return (
    <Dialog title={visit.displayName} isOpen size="wide" onClose={closeVisitorDialog} footer={<Button variant="primary" onPress={closeVisitorDialog}>{t('common:close')}</Button>}>
      <FactList facts={facts} />
      <PersonFile visitId={visit.id} />
    </Dialog>
  )
}

/** For an administrator: the file that somebody asks for who visited. */
function PersonFile({ visitId }: { visitId: string }) {
  const { t } = useTranslation('visitors')
  const isAdmin = useMay('admin')
  const language = usePreferences((state) => state.language)
  const { save, problem } = useSaveFile()
  if (!isAdmin) return null
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-3">
      <p className="w-full text-ink-muted">{t('file.text')}</p>
      {(['csv', 'xlsx'] as const).map((format) => (
        <Button key={format} size="sm" onPress={() => void save(() => api().visitors.personFile({ visitId, format, language }))}>
          {t('file.export', { format: format.toUpperCase() })}
        </Button>
      ))}
      {problem}
    </div>
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
