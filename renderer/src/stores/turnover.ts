/** When the operational day turns over next, and what its last turn closed; null until it has arrived. */
import { create } from 'zustand'
import type { OutputOf } from '../../../shared/contract/kit.ts'
import type { jobs } from '../../../shared/contract/jobs.ts'
import type { Digest } from './turnover-rules.ts'

export type JobsStatus = OutputOf<typeof jobs.status>

interface Turnover {
  readonly status: JobsStatus | null
  readonly digest: Digest | null
  /** The operational date whose digest somebody at this desk has seen. */
  readonly seen: string | null
  /** No warning before then, in ms of the core’s clock. */
  readonly quietUntil: number
  readonly open: 'digest' | 'preview' | null
}

const key = 'sentinel.digest-seen'

export const useTurnover = create<Turnover>(() => ({ status: null, digest: null, seen: localStorage.getItem(key), quietUntil: 0, open: null }))

/** Whoever has read it does not need the card again, in this window or after a restart. */
export function seeDigest(date: string): void {
  localStorage.setItem(key, date)
  useTurnover.setState({ seen: date })
}

/** How long it is put off, in minutes. */
export const quietMinutes = 15
