import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, Header, Input, Label, ListBox, ListBoxItem, ListBoxSection, SearchField } from 'react-aria-components'
import type { InputOf, OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { schedule } from '../../../../shared/contract/schedule.ts'
import { api } from '../../api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Refusal } from '../../ui/refusal.tsx'
import { useFetched } from '../../ui/use-fetched.ts'
import { useWords } from './schedule-view.ts'
import { useWarningWords } from './warning-words.ts'

type Candidate = OutputOf<typeof schedule.candidates>['candidates'][number]
export type SeatAsked = InputOf<typeof schedule.candidates>['seat']

interface Props {
  readonly title: string
  readonly seat: SeatAsked
  /** Does it; what it is refused with is said here, and the person may choose another. */
  readonly onChoose: (person: Candidate) => Promise<Refused | null>
  readonly onClose: () => void
}

/** Finds who is to have a duty: the qualified first, and beside each who is not what speaks against it. Type, arrow, Enter. */
export function PersonPicker({ title, seat, onChoose, onClose }: Props) {
  const { t } = useWords()
  const [search, setSearch] = useState('')
  const [problem, setProblem] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const { value, problem: failed } = useFetched(() => api().schedule.candidates({ seat, search }), `${JSON.stringify(seat)} ${search}`, [], search === '' ? 0 : 150)
  const choose = async (key: string | number): Promise<void> => {
    const person = value?.candidates.find(({ id }) => id === key)
    if (person === undefined || busy) return
    setBusy(true)
    const refusal = await onChoose(person)
    setBusy(false)
    if (refusal === null) onClose()
    else setProblem(refusal)
  }
  const parts = [
    ['qualified', value?.candidates.filter(({ qualified }) => qualified) ?? []],
    ['others', value?.candidates.filter(({ qualified }) => !qualified) ?? []],
  ] as const
  return (
    <Dialog title={title} isOpen onClose={onClose} footer={<Button onPress={onClose}>{t('cancel')}</Button>}>
      <div className="grid gap-2.5 text-ink">
        <Autocomplete inputValue={search} onInputChange={setSearch}>
          <SearchField autoFocus className="grid gap-1">
            <Label className="text-sm font-medium">{t('picker.search')}</Label>
            <Input data-first placeholder={t('picker.hint')} maxLength={100} className="h-[38px] rounded-lg border border-line bg-panel px-2.5 outline-none placeholder:text-ink-muted focus:border-out" />
          </SearchField>
          <Refusal of={problem ?? failed} />
          <ListBox aria-label={title} onAction={(key) => void choose(key)} className="h-[340px] overflow-y-auto rounded-lg border border-line p-1 outline-none" renderEmptyState={() => <p className="p-3 text-ink-muted">{value === null ? t('loading') : t('picker.nobody')}</p>}>
            {parts.map(([part, people]) =>
              people.length === 0 ? null : (
                <ListBoxSection key={part} id={part}>
                  <Header className="label-caps px-2.5 py-1.5">{t(`picker.${part}`)}</Header>
                  {people.map((person) => (
                    <ListBoxItem key={person.id} id={person.id} textValue={person.displayName} className="cursor-pointer rounded-md px-2.5 py-1.5 outline-none focus:bg-chip data-focused:bg-chip">
                      <CandidateRow person={person} />
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ),
            )}
          </ListBox>
        </Autocomplete>
        <p className="text-xs text-ink-muted">{value !== null && value.total > value.candidates.length ? t('picker.cut', { shown: value.candidates.length, total: value.total }) : t('picker.keys')}</p>
      </div>
    </Dialog>
  )
}

function CandidateRow({ person: { displayName, division, lastWeek, warnings } }: { person: Candidate }) {
  const { t, dayMonth } = useWords()
  const inWords = useWarningWords()
  return (
    <span className="grid gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">
          {displayName}
          {division === null ? null : <span className="ml-2 text-xs font-normal text-ink-muted">{division}</span>}
        </span>
        <span className="flex-none text-xs text-ink-muted">{lastWeek === null ? '' : t('picker.last', { on: dayMonth(lastWeek) })}</span>
      </span>
      {warnings.length === 0 ? null : (
        <span className="flex items-start gap-1.5 text-xs text-attention">
          <TriangleAlert aria-hidden size={13} className="mt-0.5 flex-none" />
          {warnings.map(inWords).join(' · ')}
        </span>
      )}
    </span>
  )
}
