import { useEffect } from 'react'
import type { OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { history } from '../../../../shared/contract/history.ts'
import { api } from '../../api.ts'
import { usePresence } from '../../stores/presence.ts'
import { useKeyset, type Keyset } from './use-keyset.ts'

export type MissedPage = OutputOf<typeof history.missedCheckouts>
export type Missed = MissedPage['items'][number]

const readPage = (asked: { openOnly: boolean }, cursor: MissedPage['next']): Promise<Result<MissedPage>> => api().history.missedCheckouts({ ...asked, cursor, limit: 100 })

/** Who forgot to sign out, latest first; read again when the record changes. */
export function useMissed(openOnly: boolean): Keyset<MissedPage> {
  const revision = usePresence((state) => state.snapshot?.revision)
  const list = useKeyset(readPage, { openOnly })
  const { reload } = list
  useEffect(() => reload(), [revision, reload])
  return list
}
