import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { callCategories, logKinds } from '../../../../shared/contract/duty-log.ts'
import { Segments } from '../../ui/segments.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { DraftFault, EntryDraft } from './entry-draft.ts'

interface Props {
  readonly draft: EntryDraft
  readonly onChange: (draft: EntryDraft) => void
  /** Said once somebody has tried. */
  readonly faults: readonly DraftFault[]
  readonly isAutoFocused?: boolean
  /** The field for what the entry says. */
  readonly textRef?: RefObject<HTMLInputElement | null>
}

/** The fields that a kind of entry has, and no others. */
export function EntryFields({ draft, onChange, faults, isAutoFocused = false, textRef }: Props) {
  const { t } = useTranslation('dutyLog')
  const { kind } = draft
  const put = (part: Partial<EntryDraft>): void => onChange({ ...draft, ...part })
  const error = (field: DraftFault, words: string): string | undefined => (faults.includes(field) ? words : undefined)
  return (
    <div className="grid gap-2.5 text-ink">
      <div className="flex">
        <Segments label={t('entry.kinds')} value={kind} onChange={(next) => put({ kind: next })} options={logKinds.map((name) => [name, t(`kind.${name}`)] as const)} />
      </div>
      {kind === 'phone_call' ? (
        <div className="grid grid-cols-[2fr_1fr_1fr] gap-2.5">
          <TextField label={t('entry.caller')} value={draft.caller} onChange={(caller) => put({ caller })} maxLength={200} error={error('caller', t('entry.needed'))} />
          <TextField label={t('entry.callback')} value={draft.callback} onChange={(callback) => put({ callback })} maxLength={50} />
          <SelectField label={t('entry.category')} value={draft.category} onChange={(category) => put({ category })} options={callCategories.map((name) => [name, t(`category.${name}`)] as const)} />
        </div>
      ) : null}
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2.5">
        <TextField inputRef={textRef} label={t(`entry.text.${kind}`)} value={draft.text} onChange={(text) => put({ text })} maxLength={2000} error={error('text', t('entry.needed'))} autoFocus={isAutoFocused} />
        <div className="flex gap-2.5">
          {kind === 'temperature' ? (
            <div className="w-24">
              <TextField label={t('entry.degrees')} value={draft.degrees} onChange={(degrees) => put({ degrees })} maxLength={6} error={error('degrees', t('entry.degreesWrong'))} />
            </div>
          ) : null}
          {kind === 'round' || kind === 'temperature' || kind === 'incident' ? (
            <div className="w-36">
              <TextField label={t('entry.place')} value={draft.place} onChange={(place) => put({ place })} maxLength={200} />
            </div>
          ) : null}
          <div className="w-30">
            <TextField label={t('entry.at')} placeholder={t('entry.atHint')} value={draft.at} onChange={(at) => put({ at })} maxLength={6} error={error('at', t('entry.atWrong'))} />
          </div>
        </div>
      </div>
      {kind === 'phone_call' || kind === 'incident' ? <TextField label={t('entry.action')} value={draft.action} onChange={(action) => put({ action })} maxLength={1000} /> : null}
    </div>
  )
}
