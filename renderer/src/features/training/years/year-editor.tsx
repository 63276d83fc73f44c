import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useTraining } from '../../../stores/training.ts'
import { leave } from '../../../stores/unsaved.ts'
import { Button } from '../../../ui/button.tsx'
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Consequence, FieldGroup, SettingsFrame } from '../../../ui/editing/settings-frame.tsx'
import { useDocument } from '../../../ui/editing/use-document.ts'
import { TextField } from '../../../ui/text-field.tsx'
import type { TrainingYear } from '../calendar/exceptions.ts'
import { daysTaken, overlapsOf, toDraft, toFields, yearProblems, type YearDraft } from './draft.ts'
import { ExceptionRows } from './exception-rows.tsx'
import { StandDownRows } from './stand-down-rows.tsx'

/** A year as an administrator changes it, saved as a whole over what was seen. */
export function YearEditor({ year, years }: { year: TrainingYear; years: readonly TrainingYear[] }) {
  const { t } = useTranslation('training')
  const editing = useDocument<YearDraft, string, null>(
    {
      async load() {
        const result = await api().training.years({})
        if (!result.ok) return result
        const found = result.value.years.find(({ id }) => id === year.id)
        return found === undefined ? { ok: false, error: { code: 'training_year_unknown', message: 'deleted meanwhile' } } : { ok: true, value: { value: toDraft(found), basis: found.updatedAt, damaged: [], extra: null } }
      },
      store: (draft, { basis }) => api().training.updateYear({ yearId: year.id, basedOn: basis, ...toFields(draft) }),
    },
    useTraining((state) => state.changes),
  )
  const { draft } = editing
  const problems = useMemo(() => (draft === null ? {} : yearProblems(draft)), [draft])
  const about = (path: string): string | undefined => (problems[path] === undefined ? undefined : t(`years.problem.${problems[path]}`))
  return (
    <SettingsFrame title={year.name} about={t('years.about')} editing={editing} problems={problems} acts={<Acts year={year} />} aside={draft === null ? null : <Aside draft={draft} year={year} others={years.filter(({ id }) => id !== year.id)} />}>
      {(typed) => {
        const put = (changes: Partial<YearDraft>): void => editing.change({ ...typed, ...changes })
        return (
          <>
            <FieldGroup title={t('years.dates')}>
              <div className="grid items-start gap-4 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
                <TextField label={t('years.name')} value={typed.name} onChange={(name) => put({ name })} error={about('name')} maxLength={50} autoComplete="off" />
                <DateField label={t('years.startDate')} value={typed.startDate} onChange={(startDate) => put({ startDate })} error={about('startDate')} />
                <DateField label={t('years.endDate')} value={typed.endDate} onChange={(endDate) => put({ endDate })} error={about('endDate')} />
              </div>
            </FieldGroup>
            <FieldGroup title={t('years.standDowns')} text={t('years.standDownsText')}>
              <StandDownRows draft={typed} about={about} onChange={(standDowns) => put({ standDowns })} />
              {overlapsOf(typed.standDowns).map(([one, other], index) => (
                <Consequence key={index}>{t('years.overlap', { one: one.name, other: other.name })}</Consequence>
              ))}
            </FieldGroup>
            <FieldGroup title={t('years.exceptions')} text={t('years.exceptionsText')}>
              <ExceptionRows draft={typed} about={about} onChange={(exceptions) => put({ exceptions })} />
            </FieldGroup>
          </>
        )
      }}
    </SettingsFrame>
  )
}

/** Of the year as it is saved: what is typed and not saved is asked about first. */
function Acts({ year: { id, name, isCurrent } }: { year: TrainingYear }) {
  const { t } = useTranslation('training')
  const [asked, setAsked] = useState<'current' | 'remove' | null>(null)
  if (isCurrent) return null
  return (
    <>
      <Button onPress={() => leave(() => setAsked('remove'))}>{t('years.remove')}</Button>
      <Button onPress={() => leave(() => setAsked('current'))}>{t('years.makeCurrent')}</Button>
      {asked === 'current' ? <ConfirmDialog title={t('years.currentTitle', { name })} text={t('years.currentText', { name })} confirm={t('years.makeCurrent')} act={() => api().training.setCurrentYear({ yearId: id })} onClose={() => setAsked(null)} /> : null}
      {asked === 'remove' ? <ConfirmDialog title={t('years.removeTitle', { name })} text={t('years.removeText')} confirm={t('years.remove')} isGrave act={() => api().training.removeYear({ yearId: id })} onClose={() => setAsked(null)} /> : null}
    </>
  )
}

function Aside({ draft, year, others }: { draft: YearDraft; year: TrainingYear; others: readonly TrainingYear[] }) {
  const { t } = useTranslation('training')
  const meeting = others.filter(({ startDate, endDate }) => draft.startDate !== '' && startDate <= draft.endDate && draft.startDate <= endDate)
  return (
    <div className="grid gap-4">
      <section aria-labelledby="year-current" className="grid gap-1">
        <h3 id="year-current" className="label-caps">
          {t('years.comesTo')}
        </h3>
        <p>{t(year.isCurrent ? 'years.now' : 'years.notCurrent')}</p>
        <p>
          {t('years.taken')}: <b>{t('years.days', { count: daysTaken(draft.standDowns) })}</b>
        </p>
        {meeting.length === 0 ? <p>{t('years.gap')}</p> : null}
        {meeting.map(({ id, name }) => (
          <Consequence key={id}>{t('years.overlapsWith', { name })}</Consequence>
        ))}
      </section>
    </div>
  )
}
