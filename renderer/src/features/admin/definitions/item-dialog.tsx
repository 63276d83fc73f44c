import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../../../../../shared/contract/kit.ts'
import { toCode, type ListName } from '../../../../../shared/domain/definitions.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import type { Definitions } from '../../../stores/definitions.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { BehaviourFields } from './behaviour-fields.tsx'
import { ChipFields } from './chip-fields.tsx'
import { draftOf, isFixed, suggestCode, toChangedItem, toNewItem, type Draft } from './draft.ts'
import { keyOf, nameIn, type Item } from './list-view.ts'

const withoutChip: readonly ListName[] = ['qualificationTypes', 'divisions', 'eventRoles', 'messes', 'trades']
const carriedByName: readonly ListName[] = ['messes', 'trades']

interface Props {
  readonly list: ListName
  /** Null = a new one. */
  readonly item: Item | null
  readonly tags: Definitions['tags']
  /** How many carry the item now. */
  readonly carriers: number
  readonly onClose: () => void
}

/** Asks for an item's words, its colour and what it does. */
export function ItemDialog({ list, item, tags, carriers, onClose }: Props) {
  const { t, i18n } = useTranslation(['definitions', 'common'])
  // Only what was typed here is kept: what somebody else changes meanwhile stays changed.
  const [typed, setTyped] = useState<Partial<Draft>>({})
  const draft = { ...draftOf(item), ...typed }
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Refused | null>(null)
  const change = (changes: Partial<Draft>): void => {
    setTyped({ ...typed, ...changes })
    setProblem(null)
  }
  const asksCode = item === null && list !== 'tags'
  const typedCode = draft.code ?? suggestCode(list, draft.name)
  const code = toCode(list, typedCode)
  const nameMissing = draft.name.trim() === ''
  const words = problem === null ? undefined : `${refusalWords(problem).message} ${refusalWords(problem).howToFix}`
  const about = (...codes: string[]): string | undefined => (problem !== null && codes.includes(problem.code) ? words : undefined)
  const nameError = about('definition_name_taken') ?? (tried && nameMissing ? t('form.nameMissing') : undefined)
  const codeError = about('definition_code_taken', 'definition_code_invalid') ?? (code === null && typedCode !== '' ? t(list === 'divisions' ? 'form.codeInvalidDivision' : 'form.codeInvalid') : undefined)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (busy || nameMissing || (asksCode && code === null)) return
    setBusy(true)
    const result = item === null ? await api().definitions.create(toNewItem(list, draft)) : await api().definitions.update(toChangedItem(list, draft, keyOf(item)))
    setBusy(false)
    if (result.ok) onClose()
    else setProblem(result.error)
  }
  const renames = item !== null && carriedByName.includes(list) && carriers > 0 && draft.name !== item.name
  return (
    <Dialog
      title={item === null ? t(`form.addTitle.${list}`) : t('form.editTitle', { name: nameIn(item, i18n.language) })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" form="list-item" variant="primary">
            {t(item === null ? 'form.submitAdd' : 'form.submitEdit')}
          </Button>
        </>
      }
    >
      <form id="list-item" className="grid gap-3.5 text-ink" onSubmit={(event) => void submit(event)}>
        <div className={list === 'divisions' ? '' : 'grid grid-cols-2 items-start gap-3'}>
          <TextField label={t(list === 'divisions' ? 'form.name' : 'form.nameEn')} value={draft.name} onChange={(name) => change({ name })} error={nameError} hint={renames ? t('form.renames', { count: carriers }) : undefined} maxLength={list === 'messes' ? 50 : 100} autoFocus />
          {list === 'divisions' ? null : <TextField label={t('form.nameFr')} value={draft.nameFr} onChange={(nameFr) => change({ nameFr })} hint={t('form.nameFrHint')} maxLength={100} />}
        </div>
        {asksCode ? (
          <TextField label={t('form.code')} value={typedCode} onChange={(text) => change({ code: text })} error={codeError ?? (tried && code === null ? t('form.codeInvalid') : undefined)} hint={code === null || code === typedCode ? t('form.codeHint') : t('form.codeKept', { code })} maxLength={60} />
        ) : item !== null && 'code' in item ? (
          <p className="text-xs text-ink-muted">{t('form.codeFixed', { code: item.code })}</p>
        ) : null}
        <TextField label={t('form.description')} value={draft.description} onChange={(description) => change({ description })} hint={t('form.descriptionHint')} maxLength={500} />
        <BehaviourFields list={list} draft={draft} code={code} tags={tags} isFixed={isFixed(list, item)} onChange={change} />
        {withoutChip.includes(list) ? null : <ChipFields draft={draft} onChange={change} />}
        {words === undefined || words === nameError || words === codeError ? null : (
          <p role="alert" className="text-refused">
            {words}
          </p>
        )}
      </form>
    </Dialog>
  )
}
