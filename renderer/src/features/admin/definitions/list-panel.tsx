import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListName } from '../../../../../shared/domain/definitions.ts'
import { api } from '../../../api.ts'
import { refusalWords } from '../../../i18n/refusal-words.ts'
import type { Definitions } from '../../../stores/definitions.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useOrder } from '../../../ui/use-order.ts'
import { DeleteDialog } from './delete-dialog.tsx'
import { ItemDialog } from './item-dialog.tsx'
import { ItemTable } from './item-table.tsx'
import { itemsOf, keyOf, nameIn, type Item } from './list-view.ts'
import { PanelHeading } from './panel-heading.tsx'
import { UsageProblem } from './usage-problem.tsx'
import { useUsage } from './use-usage.ts'

/** What a person is doing to the list. */
type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'delete'; readonly item: Item }

/** One list: its items, how often each is carried, and what may be done to them. */
export function ListPanel({ list, definitions }: { list: ListName; definitions: Definitions }) {
  const { t, i18n } = useTranslation('definitions')
  const [doing, setDoing] = useState<Doing | null>(null)
  const [moved, setMoved] = useState('')
  const items = useMemo(() => itemsOf(definitions, list), [definitions, list])
  const { shown, move, problem } = useOrder(items, keyOf, async (keys) => (list === 'divisions' ? { ok: true, value: {} } : api().definitions.reorder({ list, keys })))
  const usage = useUsage(list)
  // As it is now; what was just deleted elsewhere stays until the core says so.
  const latest = (item: Item): Item => items.find((other) => keyOf(other) === keyOf(item)) ?? item
  const isOrdered = list !== 'divisions'
  const table = useRef<HTMLDivElement>(null)
  const stop = (): void => setDoing(null)
  const stopDeleting = (deleted: boolean): void => {
    stop()
    // The row with the button that opened it is gone; the dialog's own care for the focus comes first.
    if (deleted) setTimeout(() => table.current?.focus(), 50)
  }
  const moveAndTell = (item: Item, by: -1 | 1): boolean => {
    const done = move(keyOf(item), by)
    if (done) setMoved(t('moved', { name: nameIn(item, i18n.language), place: shown.findIndex((other) => keyOf(other) === keyOf(item)) + 1 + by, total: shown.length }))
    return done
  }
  const add = (
    <Button variant="primary" onPress={() => setDoing({ what: 'add' })}>
      {t('add')}
    </Button>
  )
  return (
    <div className="flex min-h-0 flex-col">
      <PanelHeading list={list} count={items.length} action={items.length === 0 ? null : add} />
      {items.length === 0 ? (
        <EmptyState title={t('empty.title')} text={t('empty.text')} action={add} />
      ) : (
        <ItemTable
          region={table}
          list={list}
          items={shown}
          tags={definitions.tags}
          qualifications={definitions.qualificationTypes}
          counts={usage.counts}
          onMove={isOrdered ? moveAndTell : null}
          onEdit={(item) => setDoing({ what: 'edit', item })}
          onDelete={(item) => setDoing({ what: 'delete', item })}
        />
      )}
      {problem === null ? null : (
        <p role="alert" className="border-t border-line px-3 py-2 text-refused">
          {refusalWords(problem).message} {refusalWords(problem).howToFix}
        </p>
      )}
      {usage.problem === null ? null : <UsageProblem onRetry={usage.retry} />}
      {isOrdered && items.length > 1 ? <p className="border-t border-line px-3 py-2 text-xs text-ink-muted">{t('orderNote')}</p> : null}
      <p role="status" className="sr-only">
        {moved}
      </p>
      {doing?.what === 'add' ? <ItemDialog list={list} item={null} tags={definitions.tags} carriers={0} onClose={stop} /> : null}
      {doing?.what === 'edit' ? <ItemDialog list={list} item={latest(doing.item)} tags={definitions.tags} carriers={usage.counts?.get(keyOf(doing.item)) ?? 0} onClose={stop} /> : null}
      {doing?.what === 'delete' ? <DeleteDialog item={doing.item} count={usage.counts?.get(keyOf(doing.item)) ?? 0} onClose={stopDeleting} /> : null}
    </div>
  )
}
