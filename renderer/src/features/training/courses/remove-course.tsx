import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { api } from '../../../api.ts'
import { sayDone } from '../../../stores/undo.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Refusal } from '../../../ui/refusal.tsx'
import { draftOf, type Course } from './course-draft.ts'

/** Deletes a course that is a plan still; of one that has a history it offers to put it out of use. */
export function RemoveCourse({ course, onRemoved, onClose }: { course: Course; onRemoved: () => void; onClose: () => void }) {
  const { t } = useTranslation(['courses', 'common'])
  const [problem, setProblem] = useState<Refused | null>(null)
  const { id: courseId, name, enrolments, updatedAt } = course
  const remove = async (): Promise<void> => {
    const result = await api().training.removeCourse({ courseId })
    if (!result.ok) return setProblem(result.error)
    sayDone(t('removed', { name, count: result.value.enrolmentsDeleted }))
    onRemoved()
  }
  const putAway = async (): Promise<void> => {
    const result = await api().training.updateCourse({ courseId, basedOn: updatedAt, ...draftOf(course), isActive: false })
    if (!result.ok) return setProblem(result.error)
    sayDone(t('putAwayDone', { name }))
    onClose()
  }
  const hasHistory = problem?.code === 'course_has_history'
  return (
    <Dialog
      title={t('removeTitle', { name })}
      isOpen
      size="sm"
      onClose={onClose}
      footer={
        <>
          <Button autoFocus onPress={onClose}>
            {t('common:cancel')}
          </Button>
          {!hasHistory ? (
            <Button variant="danger" onPress={() => void remove()}>
              {t('removeConfirm')}
            </Button>
          ) : course.isActive ? (
            <Button variant="primary" autoFocus onPress={() => void putAway()}>
              {t('putAway')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="grid gap-2 text-ink">
        <p>{enrolments === 0 ? t('removeEmpty') : t('removeText', { count: enrolments })}</p>
        <Refusal of={problem} />
      </div>
    </Dialog>
  )
}
