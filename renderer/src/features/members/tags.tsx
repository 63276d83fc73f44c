import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../shared/contract/kit.ts'
import { api } from '../../api.ts'
import { useDefinitions } from '../../stores/definitions.ts'
import { useMay } from '../../stores/session.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Profile } from './draft.ts'

/** Tags of one's own can be given and taken; those that come with a qualification go with it. */
export function Tags({ profile, onProblem }: { profile: Profile; onProblem: (problem: Refused | null) => void }) {
  const { t, i18n } = useTranslation('members')
  const isAdmin = useMay('admin') && profile.status !== 'archived'
  const all = useDefinitions((state) => state.definitions?.tags) ?? []
  const own = new Set(profile.tags.filter(({ throughQualification }) => !throughQualification).map(({ id }) => id))
  const nameOf = (id: string, name: string): string => (i18n.language === 'fr' ? (all.find((row) => row.id === id)?.nameFr ?? name) : name)
  const run = async (asked: Promise<{ ok: true; value: unknown } | { ok: false; error: Refused }>): Promise<void> => {
    const result = await asked
    onProblem(result.ok ? null : result.error)
  }
  return (
    <section aria-labelledby="profile-tags">
      <h3 id="profile-tags" className="label-caps mb-1.5">
        {t('tags')}
      </h3>
      <p className="flex flex-wrap items-center gap-1.5">
        {profile.tags.length === 0 ? <span className="text-ink-muted">{t('noTags')}</span> : null}
        {profile.tags.map(({ id, name, throughQualification }) => (
          <span key={id} className="inline-flex items-center rounded-md bg-chip px-2 py-0.5 text-xs font-semibold" title={throughQualification ? t('throughQualification') : undefined}>
            {nameOf(id, name)}
            {isAdmin && !throughQualification ? (
              <IconButton label={t('removeTag', { name: nameOf(id, name) })} onPress={() => void run(api().members.removeTag({ memberId: profile.id, tagId: id }))}>
                <X aria-hidden size={13} />
              </IconButton>
            ) : null}
          </span>
        ))}
        {isAdmin ? (
          <select aria-label={t('addTag')} value="" onChange={(event) => void run(api().members.addTag({ memberId: profile.id, tagId: event.target.value }))} className="h-[27px] rounded-lg border border-line bg-panel px-1.5 text-xs">
            <option value="">{t('addTag')}</option>
            {all.flatMap(({ id, name }) => (own.has(id) ? [] : [<option key={id} value={id}>{nameOf(id, name)}</option>]))}
          </select>
        ) : null}
      </p>
    </section>
  )
}
