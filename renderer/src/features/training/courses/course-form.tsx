import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { CheckField } from '../../../ui/check-field.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { TimeField } from '../../../ui/time-field.tsx'
import { WeekdaysField } from '../../../ui/weekdays-field.tsx'
import { draftOf, isGood, problemOf, type Course, type CourseDraft } from './course-draft.ts'

/** Adds a recruit course, or changes one. @param course null = a new one */
export function CourseForm({ course, onAdded, onClose }: { course: Course | null; onAdded: (courseId: string) => void; onClose: () => void }) {
  const { t } = useTranslation('courses')
  // What somebody else changes meanwhile is refused and not written over.
  const [before] = useState(course)
  const [draft, setDraft] = useState(() => draftOf(course))
  const [tried, setTried] = useState(false)
  const put = (change: Partial<CourseDraft>): void => setDraft({ ...draft, ...change })
  const error = (field: keyof CourseDraft): string | undefined => {
    const problem = tried ? problemOf(draft, field) : undefined
    return problem === undefined ? undefined : t(`problem.${problem}`)
  }
  const save = async () => {
    if (before !== null) return api().training.updateCourse({ courseId: before.id, basedOn: before.updatedAt, ...draft })
    const result = await api().training.createCourse(draft)
    if (result.ok) onAdded(result.value.courseId)
    return result
  }
  const weekdays = error('trainingDays')
  return (
    <FormDialog title={before === null ? t('addTitle') : t('editTitle', { name: before.name })} size="wide" save={isGood(draft) ? save : null} onTry={() => setTried(true)} onClose={onClose}>
      <TextField label={t('field.name')} value={draft.name} onChange={(name) => put({ name })} maxLength={100} autoFocus autoComplete="off" error={error('name')} />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField label={t('field.start')} hint={t('dateHint')} value={draft.startDate} onChange={(startDate) => put({ startDate })} maxLength={10} autoComplete="off" error={error('startDate')} />
        <TextField label={t('field.end')} hint={t('dateHint')} value={draft.endDate} onChange={(endDate) => put({ endDate })} maxLength={10} autoComplete="off" error={error('endDate')} />
      </div>
      <div className="grid gap-1">
        <WeekdaysField label={t('field.weekdays')} value={draft.trainingDays} onChange={(trainingDays) => put({ trainingDays })} />
        {weekdays === undefined ? null : (
          <span role="alert" className="text-xs text-refused">
            {weekdays}
          </span>
        )}
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <TimeField label={t('field.from')} value={draft.startTime} onChange={(startTime) => put({ startTime })} error={error('startTime')} />
        <TimeField label={t('field.to')} value={draft.endTime} onChange={(endTime) => put({ endTime })} error={error('endTime')} />
      </div>
      <CheckField label={t('field.isActive')} hint={t('field.isActiveHint')} isSelected={draft.isActive} onChange={(isActive) => put({ isActive })} />
    </FormDialog>
  )
}
