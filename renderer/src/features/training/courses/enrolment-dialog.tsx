import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isCivilDate } from '../../../../../shared/domain/civil-date.ts'
import { enrolmentStates } from '../../../../../shared/domain/training.ts'
import { api } from '../../../api.ts'
import { useSystem } from '../../../stores/system.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { SelectField } from '../../../ui/select-field.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Enrolment } from './course-people.tsx'

/** Since when somebody is on a course, and that they completed it or withdrew. */
export function EnrolmentDialog({ enrolment, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation('courses')
  const today = useSystem((state) => state.status?.operationalDate) ?? ''
  const [enrolledOn, setEnrolledOn] = useState(enrolment.enrolledOn)
  const [status, setStatus] = useState(enrolment.status)
  const [endedOn, setEndedOn] = useState(enrolment.endedOn ?? '')
  const [tried, setTried] = useState(false)
  const hasEnd = status !== 'enrolled'
  const endProblem = !hasEnd ? undefined : endedOn === '' ? t('people.endedNeeded') : !isCivilDate(endedOn) ? t('problem.date') : endedOn < enrolledOn ? t('problem.order') : undefined
  const isGood = isCivilDate(enrolledOn) && endProblem === undefined
  const putStatus = (next: Enrolment['status']): void => {
    setStatus(next)
    if (next !== 'enrolled' && endedOn === '') setEndedOn(today)
  }
  const save = () => api().training.updateEnrolment({ enrolmentId: enrolment.id, status, enrolledOn, endedOn: hasEnd ? endedOn : null })
  return (
    <FormDialog title={t('people.changeTitle', { member: enrolment.member.displayName, name: enrolment.course.name })} save={isGood ? save : null} onTry={() => setTried(true)} onClose={onClose}>
      <SelectField label={t('people.stateLabel')} value={status} onChange={putStatus} isFirst options={enrolmentStates.map((state) => [state, t(`people.state.${state}`)] as const)} />
      <TextField label={t('people.since')} hint={t('dateHint')} value={enrolledOn} onChange={setEnrolledOn} maxLength={10} autoComplete="off" error={tried && !isCivilDate(enrolledOn) ? t('problem.date') : undefined} />
      {hasEnd ? <TextField label={t('people.ended')} hint={t('dateHint')} value={endedOn} onChange={setEndedOn} maxLength={10} autoComplete="off" error={tried ? endProblem : undefined} /> : null}
    </FormDialog>
  )
}
