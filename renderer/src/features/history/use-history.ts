import type { OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { history } from '../../../../shared/contract/history.ts'
import { api } from '../../api.ts'
import { usePresence } from '../../stores/presence.ts'
import { useSystem } from '../../stores/system.ts'
import { useTyped } from '../../ui/use-typed.ts'
import { toInput, useHistoryView } from './history-store.ts'
import type { Movement } from './movement-words.ts'
import { useKeyset, type Keyset } from './use-keyset.ts'

type Page = OutputOf<typeof history.list>

const pageSize = 100
const readPage = (asked: ReturnType<typeof toInput>, cursor: Page['next']): Promise<Result<Page>> => api().history.list({ ...asked, limit: pageSize, cursor })

export interface HistoryList extends Pick<Keyset<unknown>, 'problem' | 'loadMore' | 'reload'> {
  /** Null until the first page has come. */
  readonly items: readonly Movement[] | null
  readonly hasMore: boolean
  /** Somebody came, went or corrected something since the list was read. It is not moved under anybody's hand. */
  readonly changed: boolean
}

/** The list as narrowed, page after page as one scrolls. */
export function useHistory(): HistoryList {
  const filters = useHistoryView((state) => state.filters)
  const search = useTyped(filters.search)
  const today = useSystem((state) => state.status?.operationalDate)
  const revision = usePresence((state) => state.snapshot?.revision)
  const { page, ...list } = useKeyset(readPage, today === undefined ? null : toInput({ ...filters, search }, today))
  return { ...list, items: page?.items ?? null, hasMore: page?.next != null, changed: page !== null && revision !== undefined && revision > page.revision }
}
