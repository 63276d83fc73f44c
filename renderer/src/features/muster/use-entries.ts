import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { playTone } from '../../sound/player.ts'
import { sayOf, useMuster, type Entry, type RollCall } from '../../stores/muster.ts'
import type { MusterState } from '../../../../shared/domain/muster.ts'
import { partOf, type Part } from './parts.ts'

/** The list with what was tapped here and has not come back yet. */
export function useEntries(roll: RollCall | null): readonly Entry[] {
  const said = useMuster((state) => state.said)
  return useMemo(
    () =>
      (roll?.entries ?? []).map((entry) => {
        const state = said.get(entry.id)
        return state === undefined || state === entry.state ? entry : { ...entry, state }
      }),
    [roll, said],
  )
}

/** After the last tap rows stay where they are for this long, in ms: nobody is to hit the row that came up beneath. */
const quietMs = 2_500

/** Where each row stood before the last taps, and the word that a tap says. */
export function useTaps(roll: RollCall | null, entries: readonly Entry[]) {
  const [held, setHeld] = useState<ReadonlyMap<string, Part> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(entries)
  useEffect(() => {
    latest.current = entries
  }, [entries])
  useEffect(() => () => clearTimeout(timer.current), [])
  const musterId = roll?.muster.id
  const say = useCallback(
    (of: readonly Entry[], state: MusterState) => {
      if (musterId === undefined || of.length === 0) return
      setHeld((before) => before ?? new Map(latest.current.map((entry) => [entry.id, partOf(entry)])))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setHeld(null), quietMs)
      sayOf(musterId, of, state)
    },
    [musterId],
  )
  /** Another list is looked at: nothing under a finger has to stay. */
  const settle = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(null)
  }, [])
  return { held, say, settle }
}

const flashMs = 4_000

/** Who was just accounted for by a badge: heard at this desk, and seen on the row for a moment. */
export function useScanned(roll: RollCall | null): ReadonlySet<string> {
  const before = useRef<RollCall | null>(null)
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    const former = before.current
    before.current = roll
    if (roll === null || former === null || former.muster.id !== roll.muster.id) return
    const known = new Map(former.entries.map(({ id, marked }) => [id, marked?.at]))
    const scanned = roll.entries.filter(({ id, marked }) => marked !== null && marked.way === 'scan' && known.get(id) !== marked.at)
    if (scanned.length === 0) return
    void playTone(scanned.some(({ badgeWarning }) => badgeWarning !== null) ? 'notice' : 'in')
    setFresh(new Set(scanned.map(({ id }) => id)))
  }, [roll])
  useEffect(() => {
    if (fresh.size === 0) return undefined
    const timer = setTimeout(() => setFresh(new Set()), flashMs)
    return () => clearTimeout(timer)
  }, [fresh])
  return fresh
}
