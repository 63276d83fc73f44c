import { ArrowLeft } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../../stores/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { AddRecruits } from './add-recruits.tsx'
import type { Course } from './course-draft.ts'
import { CourseForm } from './course-form.tsx'
import { CoursePeople } from './course-people.tsx'
import { useCourseWords } from './course-words.ts'
import { RemoveCourse } from './remove-course.tsx'

/** One course: when it is, who is on it, and how they attend. */
export function CoursePage({ course, onBack }: { course: Course; onBack: () => void }) {
  const { t } = useTranslation('courses')
  const { dates, weekdays, hours } = useCourseWords()
  const isAdmin = useMay('admin')
  const [asked, setAsked] = useState<'edit' | 'remove' | 'add' | null>(null)
  const back = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) back.current?.querySelector('button')?.focus()
  }, [])
  const close = (): void => setAsked(null)
  const add = (): void => setAsked('add')
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-3 py-2">
        <div ref={back}>
          <Button onPress={onBack}>
            <ArrowLeft aria-hidden size={16} />
            {t('back')}
          </Button>
        </div>
        <div className="min-w-0 flex-1">
          <h2 className="flex flex-wrap items-center gap-x-2 text-[15px] font-semibold">
            <span className="min-w-0 wrap-break-word">{course.name}</span> <Chip tone={course.isActive ? 'in' : 'neutral'}>{t(course.isActive ? 'inUse' : 'notInUse')}</Chip>
          </h2>
          <p className="text-ink-muted">
            {dates(course)} · {weekdays(course)} · {hours(course)}
          </p>
        </div>
        {isAdmin ? (
          <div className="flex flex-wrap gap-2">
            <Button onPress={() => setAsked('remove')}>{t('remove')}</Button>
            <Button onPress={() => setAsked('edit')}>{t('edit')}</Button>
            <Button variant="primary" onPress={add}>
              {t('people.add')}
            </Button>
          </div>
        ) : null}
      </div>
      <CoursePeople course={course} onAdd={isAdmin ? add : null} />
      {asked === 'edit' ? <CourseForm course={course} onAdded={() => {}} onClose={close} /> : null}
      {asked === 'remove' ? <RemoveCourse course={course} onRemoved={onBack} onClose={close} /> : null}
      {asked === 'add' ? <AddRecruits course={course} onClose={close} /> : null}
    </>
  )
}
