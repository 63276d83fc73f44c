import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useDefinitionName } from '../../stores/definitions.ts'
import { useMembers } from '../../stores/members.ts'
import { levelName, useMay } from '../../stores/session.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { openNotes } from '../alerts/notes-store.ts'
import { ReplaceBadgeDialog } from '../badges/replace-dialog.tsx'
import type { Profile } from './draft.ts'
import { EnrolDialog } from './enrol-dialog.tsx'
import { MemberForm } from './member-form.tsx'
import { ProfileFacts } from './profile-facts.tsx'
import { ProfileMovements } from './profile-movements.tsx'
import { ProfileTraining } from './profile-training.tsx'
import { Qualifications } from './qualifications.tsx'
import { Tags } from './tags.tsx'

/** Everything about one member, and what can be done. */
export function ProfileDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const { t } = useTranslation(['members', 'common', 'accounts', 'alerts'])
  const nameOf = useDefinitionName()
  const isAdmin = useMay('admin')
  const mayNote = useMay('quartermasterOrDds')
  const changes = useMembers((state) => state.changes)
  const [profile, setProfile] = useState<Profile | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [asked, setAsked] = useState<'edit' | 'archive' | 'enrol' | 'replace' | null>(null)
  useEffect(() => {
    let current = true
    const load = async (): Promise<void> => {
      const result = await api().members.get({ memberId })
      if (!current) return
      if (result.ok) setProfile(result.value)
      else setProblem(result.error)
    }
    void load()
    return () => {
      current = false
    }
  }, [memberId, changes])
  const act = async (run: Promise<{ ok: true; value: unknown } | { ok: false; error: Refused }>): Promise<void> => {
    const result = await run
    setAsked(null)
    setProblem(result.ok ? null : result.error)
  }
  const back = (): void => setAsked(null)
  if (profile !== null && asked === 'edit') return <MemberForm profile={profile} source={profile.source} onClose={back} />
  if (profile !== null && asked === 'enrol') return <EnrolDialog member={profile} onClose={back} />
  if (profile !== null && asked === 'replace') return <ReplaceBadgeDialog member={profile} onClose={back} />
  const isArchived = profile?.status === 'archived'
  return (
    <Dialog
      title={profile === null ? t('common:loading') : `${profile.rank} ${profile.firstName} ${profile.lastName}`}
      isOpen
      onClose={onClose}
      size="lg"
      footer={
        asked === 'archive' && profile !== null ? (
          <div role="alertdialog" aria-label={t('archive.title')} className="flex w-full items-center gap-2">
            <span className="flex-1">{t('archive.sure', { name: profile.displayName })}</span>
            <Button onPress={back}>{t('common:cancel')}</Button>
            <Button variant="danger" autoFocus onPress={() => void act(api().members.archive({ memberId }))}>
              {t('archive.title')}
            </Button>
          </div>
        ) : (
          <>
            {isAdmin && profile !== null ? isArchived ? <Button onPress={() => void act(api().members.restore({ memberId }))}>{t('archive.restore')}</Button> : <Button onPress={() => setAsked('archive')}>{t('archive.title')}</Button> : null}
            <span className="flex-1" />
            <Button onPress={onClose}>{t('common:close')}</Button>
            {isAdmin && profile !== null && !isArchived ? (
              <Button variant="primary" onPress={() => setAsked('edit')}>
                {t('edit')}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {problem === null ? null : (
        <p role="alert" className="mb-3 rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          {refusalWords(problem).message} {refusalWords(problem).howToFix}
        </p>
      )}
      {profile === null ? null : (
        <div className="grid gap-5">
          <p className="flex flex-wrap items-center gap-2">
            <Chip tone={profile.present ? 'in' : 'neutral'}>{profile.present ? t('inside') : t('outside')}</Chip>
            {profile.status === 'active' ? null : <Chip tone="attention">{nameOf('memberStatuses', profile.status)}</Chip>}
            {profile.level > 1 ? <Chip>{t(`accounts:level.${levelName(profile.level)}`)}</Chip> : null}
            {profile.missedCheckoutCount >= 3 ? <Chip tone={profile.missedCheckoutCount >= 5 ? 'refused' : 'attention'}>{t('missed', { count: profile.missedCheckoutCount })}</Chip> : null}
            <span className="flex-1" />
            {mayNote && !isArchived ? (
              <Button size="sm" onPress={() => openNotes(profile)}>
                {t('alerts:notes.open')}
              </Button>
            ) : null}
            {isAdmin && !isArchived ? (
              profile.badge === null ? (
                <Button size="sm" onPress={() => setAsked('enrol')}>
                  {t('enrol')}
                </Button>
              ) : (
                <Button size="sm" onPress={() => setAsked('replace')}>
                  {t('replaceBadge')}
                </Button>
              )
            ) : null}
          </p>
          <ProfileFacts profile={profile} />
          <Tags profile={profile} onProblem={setProblem} />
          <Qualifications profile={profile} onProblem={setProblem} />
          <ProfileTraining profile={profile} />
          <ProfileMovements profile={profile} />
        </div>
      )}
    </Dialog>
  )
}
