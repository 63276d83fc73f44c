import { useEffect, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { api } from '../../api.ts'

export interface Person {
  readonly id: string
  readonly displayName: string
}
type Found = Person & { readonly serviceNumber: string }

interface Props {
  readonly label: string
  readonly hint: string
  readonly onChange: (person: Person | null) => void
}

/** Finds one member by name or service number: type, arrow, Enter. */
export function PersonField({ label, hint, onChange }: Props) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly Found[]>([])
  const [chosen, setChosen] = useState<string | null>(null)
  useEffect(() => {
    if (text.trim() === '' || chosen !== null) return
    let current = true
    const timer = setTimeout(async () => {
      const result = await api().members.list({ search: text, limit: 8 })
      if (current && result.ok) setFound(result.value.members)
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
    <ComboBox className="grid gap-1" items={found} inputValue={text} onInputChange={type} selectedKey={chosen} onSelectionChange={choose} menuTrigger="input" allowsCustomValue>
      <Label className="text-sm font-medium">{label}</Label>
      <Input autoComplete="off" placeholder={hint} maxLength={100} className="h-[38px] rounded-lg border border-line bg-panel px-2.5 outline-none placeholder:text-ink-muted focus:border-out" />
      <Popover className="w-(--trigger-width) rounded-lg border border-line bg-panel p-1 text-ink shadow-lg">
        <ListBox<Found> className="outline-none">
          {(person) => (
            <ListBoxItem textValue={person.displayName} className="flex cursor-pointer justify-between gap-3 rounded-md px-2.5 py-1.5 outline-none focus:bg-chip">
              <span className="truncate">{person.displayName}</span>
              <span className="text-ink-muted">{person.serviceNumber}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
