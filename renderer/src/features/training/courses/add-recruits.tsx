import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCivilDate } from '../../../../../shared/domain/civil-date.ts'
import { api } from '../../../api.ts'
import { sayDone } from '../../../stores/undo.ts'
import { useSystem } from '../../../stores/system.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { PersonField, type Person } from '../../accounts/person-field.tsx'
import type { Course } from './course-draft.ts'

/** Puts several members on a course at once: each is found, and joins the list below. */
export function AddRecruits({ course, onClose }: { course: Course; onClose: () => void }) {
  const { t } = useTranslation(['courses', 'attendance'])
  const today = useSystem((state) => state.status?.operationalDate) ?? ''
  const [people, setPeople] = useState<readonly Person[]>([])
  // Since the first session of a course that has not begun.
  const [since, setSince] = useState(today < course.startDate ? course.startDate : today)
  const [tried, setTried] = useState(false)
  const choose = (person: Person | null): void => {
    if (person !== null) setPeople((before) => (before.some(({ id }) => id === person.id) ? before : [...before, person]))
  }
  const save = async () => {
    const result = await api().training.enrol({ courseId: course.id, memberIds: people.map(({ id }) => id), enrolledOn: since })
    if (result.ok) sayDone(t('people.added', { name: course.name, count: result.value.enrolled }))
    return result
  }
  const isGood = people.length > 0 && isCivilDate(since)
  return (
    <FormDialog title={t('people.addTitle', { name: course.name })} confirm={people.length === 0 ? t('people.addNobody') : t('people.addConfirm', { count: people.length })} save={isGood ? save : null} onTry={() => setTried(true)} onClose={onClose}>
      {/* Once somebody is chosen the field begins anew, for the next. */}
      <PersonField key={people.length} label={t('people.find')} hint={t('attendance:searchHint')} onChange={choose} autoFocus />
      <div className="grid gap-1">
        <span className="label-caps">{t('people.chosen')}</span>
        {people.length === 0 ? (
          <p role={tried ? 'alert' : undefined} className={tried ? 'text-refused' : 'text-ink-muted'}>
            {t(tried ? 'people.addEmpty' : 'people.chosenNobody')}
          </p>
        ) : (
          <ul aria-label={t('people.chosen')} className="max-h-[220px] overflow-y-auto rounded-lg border border-line">
            {people.map((person) => (
              <li key={person.id} className="flex items-center gap-2 border-b border-line px-2.5 py-1 last:border-b-0">
                <span className="min-w-0 flex-1 wrap-break-word">{person.displayName}</span>
                <IconButton label={t('people.unchoose', { name: person.displayName })} onPress={() => setPeople(people.filter(({ id }) => id !== person.id))}>
                  <X aria-hidden size={16} />
                </IconButton>
              </li>
            ))}
          </ul>
        )}
      </div>
      <TextField label={t('people.since')} hint={t('dateHint')} value={since} onChange={setSince} maxLength={10} autoComplete="off" error={tried && !isCivilDate(since) ? t('problem.date') : undefined} />
    </FormDialog>
  )
}
