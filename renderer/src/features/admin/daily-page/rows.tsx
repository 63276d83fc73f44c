import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { IconButton } from '../../../ui/icon-button.tsx'
import { moved, replaced, without } from './draft.ts'

interface Props<T> {
  readonly items: readonly T[]
  readonly onChange: (items: T[]) => void
  /** What one is called, for those who do not see where its buttons stand. */
  readonly nameOf: (item: T, index: number) => string
  readonly add: string
  readonly onNew: () => T
  readonly children: (item: T, put: (item: T) => void, index: number) => ReactNode
}

/** A list that is written by hand: rows in their order, moved, taken away and added by buttons that the keyboard reaches. */
export function Rows<T>({ items, onChange, nameOf, add, onNew, children }: Props<T>) {
  const { t } = useTranslation('dutyLog')
  return (
    <div className="grid gap-2">
      <ul className="grid gap-2">
        {items.map((item, index) => {
          const name = nameOf(item, index)
          return (
            // Rows have no identity but their place.
            <li key={index} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 rounded-lg border border-line p-2.5">
              {children(item, (next) => onChange(replaced(items, index, next)), index)}
              <span className="flex">
                <IconButton label={t('edit.up', { name })} onPress={() => onChange(moved(items, index, -1))}>
                  <ArrowUp aria-hidden size={16} />
                </IconButton>
                <IconButton label={t('edit.down', { name })} onPress={() => onChange(moved(items, index, 1))}>
                  <ArrowDown aria-hidden size={16} />
                </IconButton>
                <IconButton label={t('edit.remove', { name })} onPress={() => onChange(without(items, index))}>
                  <Trash2 aria-hidden size={16} />
                </IconButton>
              </span>
            </li>
          )
        })}
      </ul>
      <span>
        <Button size="sm" onPress={() => onChange([...items, onNew()])}>
          <Plus aria-hidden size={15} />
          {add}
        </Button>
      </span>
    </div>
  )
}
