import { useEffect, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { Chip } from '../../ui/chip.tsx'

export interface Person {
  readonly id: string
  readonly displayName: string
}
type Found = Person & { readonly serviceNumber: string; readonly present: boolean }

interface Props {
  readonly label: string
  readonly hint: string
  readonly onChange: (person: Person | null) => void
  /** Says of each who is found whether they are inside. */
  readonly withPresence?: boolean
  readonly autoFocus?: boolean
  /** Who is chosen to begin with. */
  readonly initial?: Person
}

/** Finds one member by name or service number: type, arrow, Enter. */
export function PersonField({ label, hint, onChange, withPresence = false, autoFocus = false, initial }: Props) {
  const { t } = useTranslation('common')
  const [text, setText] = useState(initial?.displayName ?? '')
  const [found, setFound] = useState<readonly Found[]>([])
  /** What `found` is the answer to. */
  const [answered, setAnswered] = useState('')
  const [chosen, setChosen] = useState<string | null>(initial?.id ?? null)
  useEffect(() => {
    if (text.trim() === '' || chosen !== null) return
    let current = true
    const timer = setTimeout(async () => {
      const result = await api().members.list({ search: text, limit: 8 })
      if (!current || !result.ok) return
      setFound(result.value.members)
      setAnswered(text)
    }, 150)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [text, chosen])
  const type = (value: string): void => {
    setText(value)
    if (value === '') setFound([])
    if (chosen === null || value === text) return
    setChosen(null)
    onChange(null)
  }
  const choose = (key: string | number | null): void => {
    const person = found.find(({ id }) => id === key)
    if (person === undefined) return
    setChosen(person.id)
    setText(`${person.displayName} · ${person.serviceNumber}`)
    onChange(person)
  }
  return (
    <ComboBox className="grid gap-1" autoFocus={autoFocus} items={found} inputValue={text} onInputChange={type} selectedKey={chosen} onSelectionChange={choose} menuTrigger="input" allowsCustomValue allowsEmptyCollection>
      <Label className="text-sm font-medium">{label}</Label>
      <Input autoComplete="off" placeholder={hint} maxLength={100} className="h-[38px] rounded-lg border border-line bg-panel px-2.5 outline-none placeholder:text-ink-muted focus:border-out" />
      <Popover className="w-(--trigger-width) rounded-lg border border-line bg-panel p-1 text-ink shadow-lg">
        <ListBox<Found> className="outline-none" renderEmptyState={() => <p className="px-2.5 py-1.5 text-ink-muted">{text.trim() === '' ? hint : answered === text ? t('nobodyFound') : t('loading')}</p>}>
          {(person) => (
            <ListBoxItem textValue={person.displayName} className="flex cursor-pointer justify-between gap-3 rounded-md px-2.5 py-1.5 outline-none focus:bg-chip">
              <span className="min-w-0 flex-1 truncate">{person.displayName}</span>
              <span className="text-ink-muted">{person.serviceNumber}</span>
              {withPresence ? (
                <span className="w-14 text-right">
                  <Chip tone={person.present ? 'in' : 'out'}>{t(`direction.${person.present ? 'in' : 'out'}`)}</Chip>
                </span>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
