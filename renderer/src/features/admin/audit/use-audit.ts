import { useEffect, useState } from 'react'
import type { OutputOf, Result } from '../../../../../shared/contract/kit.ts'
import type { audit } from '../../../../../shared/contract/audit.ts'
import { api } from '../../../api.ts'
import { useMembers } from '../../../stores/members.ts'
import { usePresence } from '../../../stores/presence.ts'
import { useTyped } from '../../../ui/use-typed.ts'
import { useKeyset, type Keyset } from '../../history/use-keyset.ts'
import { toInput, useAuditView, type Line } from './audit-store.ts'

interface Page {
  readonly items: readonly Line[]
  readonly next: OutputOf<typeof audit.list>['next']
  readonly newest: number
}
type Asked = ReturnType<typeof toInput>
export type News = OutputOf<typeof audit.news>

const pageSize = 100
const newsMs = 5_000

async function readPage(asked: Asked, cursor: Page['next']): Promise<Result<Page>> {
  const result = await api().audit.list({ ...asked, limit: pageSize, cursor })
  return result.ok ? { ok: true, value: { items: result.value.lines, next: result.value.next, newest: result.value.newest } } : result
}

/** How many lines that fit were written since the list was read. Asked now and then, and whenever something is known to have happened. */
function useNews(asked: Asked, after: number | undefined): News {
  const [news, setNews] = useState<{ of: string; news: News } | null>(null)
  const revision = usePresence((state) => state.snapshot?.revision)
  const changes = useMembers((state) => state.changes)
  const key = JSON.stringify([asked, after])
  useEffect(() => {
    if (after === undefined) return
    let current = true
    const ask = async (): Promise<void> => {
      const [filters] = JSON.parse(key) as [Asked]
      const result = await api().audit.news({ filters, after })
      if (current && result.ok) setNews({ of: key, news: result.value })
    }
    void ask()
    const timer = setInterval(() => void ask(), newsMs)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [key, after, revision, changes])
  return news !== null && news.of === key ? news.news : { count: 0, more: false }
}

export interface AuditList extends Pick<Keyset<unknown>, 'problem' | 'loadMore' | 'reload'> {
  /** Null until the first page has come. */
  readonly lines: readonly Line[] | null
  readonly hasMore: boolean
  readonly news: News
}

/** The log as narrowed, page after page as one scrolls. It is not moved under anybody's hand: what is new is told. */
export function useAudit(): AuditList {
  const filters = useAuditView((state) => state.filters)
  const search = useTyped(filters.search)
  const actor = useTyped(filters.actor)
  const asked = toInput({ ...filters, search, actor })
  const { page, ...list } = useKeyset(readPage, asked)
  return { ...list, lines: page?.items ?? null, hasMore: page?.next != null, news: useNews(asked, page?.newest) }
}
