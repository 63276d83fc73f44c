import { useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../shared/contract/kit.ts'
import type { visitors } from '../../../../shared/contract/visitors.ts'
import { api } from '../../api.ts'
import { useTimes } from '../../ui/time.ts'
import { useFetched } from '../../ui/use-fetched.ts'

export type Returning = OutputOf<typeof visitors.returning>['people'][number]

/** Finds who has been here before by name or organization: type, arrow, Enter, and the form is filled in. */
export function ReturningField({ onChoose }: { onChoose: (person: Returning) => void }) {
  const { t } = useTranslation(['visitors', 'common'])
  const { moment } = useTimes()
  const [text, setText] = useState('')
  const search = text.trim()
  const asks = search.length >= 2
  const { value } = useFetched(() => (asks ? api().visitors.returning({ search }) : Promise.resolve({ ok: true as const, value: { people: [] } })), search, [], 150)
  return (
    <ComboBox
      className="grid gap-1"
      autoFocus
      items={(value?.people ?? []).map((person) => ({ ...person, id: person.visitId }))}
      inputValue={text}
      onInputChange={setText}
      selectedKey={null}
      onSelectionChange={(key) => {
        const person = value?.people.find(({ visitId }) => visitId === key)
        if (person === undefined) return
        onChoose(person)
        setText('')
      }}
      menuTrigger="input"
      allowsCustomValue
      allowsEmptyCollection
    >
      <Label className="text-sm font-medium">{t('returning.label')}</Label>
      <Input data-first autoComplete="off" placeholder={t('returning.hint')} maxLength={100} className="h-[38px] rounded-lg border border-line bg-panel px-2.5 outline-none placeholder:text-ink-muted focus:border-out" />
      <Popover className="w-(--trigger-width) rounded-lg border border-line bg-panel p-1 text-ink shadow-lg">
        <ListBox<Returning & { id: string }> className="outline-none" renderEmptyState={() => <p className="px-2.5 py-1.5 text-ink-muted">{asks ? t('returning.none') : t('returning.hint')}</p>}>
          {(person) => (
            <ListBoxItem textValue={person.displayName} className="grid cursor-pointer rounded-md px-2.5 py-1.5 outline-none focus:bg-chip">
              <span className="truncate font-medium">{[person.displayName, person.organization].filter(Boolean).join(' · ')}</span>
              <span className="text-xs text-ink-muted">{person.isInside ? t('returning.inside') : t('returning.last', { at: moment(person.lastVisit), count: person.visits })}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
