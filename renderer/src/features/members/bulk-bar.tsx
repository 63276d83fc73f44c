import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { useDefinitions } from '../../stores/definitions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { choose, useRollView } from './roll-store.ts'

/** How many are chosen, and one change for all of them. */
export function BulkBar() {
  const { t } = useTranslation('members')
  const chosen = useRollView((state) => state.chosen)
  const [editing, setEditing] = useState(false)
  if (chosen.size === 0) return null
  return (
    <div role="region" aria-label={t('bulk.title')} className="flex items-center gap-3 border-t border-line bg-out-soft px-3 py-2">
      <b role="status">{t('bulk.chosen', { count: chosen.size })}</b>
      <span className="flex-1" />
      <Button onPress={() => choose([])}>{t('bulk.none')}</Button>
      <Button variant="primary" onPress={() => setEditing(true)}>
        {t('bulk.edit')}
      </Button>
      {editing ? <BulkDialog ids={[...chosen]} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}

const same = ''

function BulkDialog({ ids, onClose }: { ids: readonly string[]; onClose: () => void }) {
  const { t, i18n } = useTranslation(['members', 'common'])
  const lists = useDefinitions((state) => state.definitions)
  const [division, setDivision] = useState(same)
  const [memberType, setMemberType] = useState(same)
  const [status, setStatus] = useState(same)
  const [addTag, setAddTag] = useState(same)
  const [removeTag, setRemoveTag] = useState(same)
  const [error, setError] = useState<string>()
  const named = ({ name, nameFr }: { name: string; nameFr: string | null }): string => (i18n.language === 'fr' ? (nameFr ?? name) : name)
  const keep = [same, t('bulk.keep')] as const
  const save = async (): Promise<void> => {
    const result = await api().members.bulkUpdate({
      ids: [...ids],
      ...(division !== same && { division: division === '-' ? null : division }),
      ...(memberType !== same && { memberType }),
      ...(status !== same && { status }),
      addTags: addTag === same ? [] : [addTag],
      removeTags: removeTag === same ? [] : [removeTag],
    })
    if (!result.ok) return setError(`${refusalWords(result.error).message} ${refusalWords(result.error).howToFix}`)
    choose([])
    onClose()
  }
  const nothing = [division, memberType, status, addTag, removeTag].every((value) => value === same)
  return (
    <Dialog
      title={t('bulk.of', { count: ids.length })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" isDisabled={nothing} onPress={() => void save()}>
            {t('bulk.save', { count: ids.length })}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField label={t('field.division')} value={division} onChange={setDivision} options={[keep, ...(lists?.divisions ?? []).map(({ code, name }) => [code, `${code} · ${name}`] as const), ['-', t('noDivision')]]} />
        <SelectField label={t('field.memberType')} value={memberType} onChange={setMemberType} options={[keep, ...(lists?.memberTypes ?? []).map((row) => [row.code, named(row)] as const)]} />
        <SelectField label={t('field.status')} value={status} onChange={setStatus} options={[keep, ...(lists?.memberStatuses ?? []).filter(({ code }) => code !== 'archived').map((row) => [row.code, named(row)] as const)]} />
        <SelectField label={t('bulk.addTag')} value={addTag} onChange={setAddTag} options={[keep, ...(lists?.tags ?? []).map((row) => [row.id, named(row)] as const)]} />
        <SelectField label={t('bulk.removeTag')} value={removeTag} onChange={setRemoveTag} options={[keep, ...(lists?.tags ?? []).map((row) => [row.id, named(row)] as const)]} />
      </div>
      <p className="mt-3 text-ink-muted">{t('bulk.text')}</p>
      {error === undefined ? null : (
        <p role="alert" className="mt-3 rounded-lg border border-refused bg-refused-soft px-3 py-2 text-refused">
          {error}
        </p>
      )}
    </Dialog>
  )
}
