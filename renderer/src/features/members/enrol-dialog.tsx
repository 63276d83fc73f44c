import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useMembers } from '../../stores/members.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useNow } from '../../ui/time.ts'
import type { Member } from './use-roll.ts'

/** Waits for a badge to be held to a reader and gives it to the member; or takes its number as typed. */
export function EnrolDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation(['members', 'common'])
  const [expiresAt, setExpiresAt] = useState<string | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [serial, setSerial] = useState('')
  const [typed, setTyped] = useState(false)
  const news = useMembers((state) => state.enrolment)
  const own = news?.enrolment.memberId === member.id && news.enrolment.expiresAt === expiresAt ? news : null
  const enrolled = typed || own?.state === 'enrolled'

  const start = useCallback(async (): Promise<void> => {
    const result = await api().badges.startEnrolment({ memberId: member.id })
    if (result.ok) setExpiresAt(result.value.expiresAt)
    else setProblem(result.error)
  }, [member.id])
  useEffect(() => {
    void start()
    return () => void api().badges.cancelEnrolment({})
  }, [start])

  const enrolTyped = async (): Promise<void> => {
    const result = await api().badges.enrol({ memberId: member.id, serial })
    if (result.ok) setTyped(true)
    else setProblem(result.error)
  }
  const ended = own?.state === 'expired' || own?.state === 'cancelled'
  return (
    <Dialog
      title={t('enrolment.title')}
      isOpen
      onClose={onClose}
      footer={
        <Button variant={enrolled ? 'primary' : 'plain'} onPress={onClose}>
          {enrolled ? t('enrolment.finish') : t('common:cancel')}
        </Button>
      }
    >
      {enrolled ? (
        <p role="status" className="text-base font-semibold text-in">
          {t('enrolment.done', { name: member.displayName })}
        </p>
      ) : (
        <div className="grid gap-4">
          <p>
            {t('enrolment.for', { name: '' })}
            <b>{member.displayName}</b>
          </p>
          <div className="grid justify-items-center gap-2 rounded-lg border border-line p-5 text-center">
            <p role="status" className="text-lg font-semibold">
              {own?.state === 'expired' ? t('enrolment.expired') : own?.state === 'cancelled' ? t('enrolment.cancelled') : t('enrolment.hold')}
            </p>
            {ended ? <Button onPress={() => void start()}>{t('enrolment.again')}</Button> : <Countdown until={expiresAt} />}
            {own?.state === 'refused' ? <p role="alert" className="text-attention">{own.reason === 'badge_taken' ? t('enrolment.taken') : t('enrolment.unusable')}</p> : null}
          </div>
          <p className="text-xs text-ink-muted">{t('enrolment.note')}</p>
          <form
            className="flex items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              void enrolTyped()
            }}
          >
            <TextField
              label={t('enrolment.serial')}
              value={serial}
              onChange={(value) => {
                setSerial(value)
                setProblem(null)
              }}
              maxLength={100}
              error={problem === null ? undefined : `${refusalWords(problem).message} ${refusalWords(problem).howToFix}`}
            />
            <Button type="submit" isDisabled={serial.trim() === ''} className="flex-none">
              {t('enrolment.enrolSerial')}
            </Button>
          </form>
        </div>
      )}
    </Dialog>
  )
}

function Countdown({ until }: { until: string | null }) {
  const { t } = useTranslation('members')
  const now = useNow(500)
  if (until === null) return null
  const count = Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000))
  return <p className="text-ink-muted">{t('enrolment.seconds', { count })}</p>
}
