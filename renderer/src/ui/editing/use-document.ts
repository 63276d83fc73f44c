/** A document as somebody edits it: fetched again when it is saved anywhere, but never under their hands. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Refused, Result } from '../../../../shared/contract/kit.ts'
import { useSettingsChanges } from '../../stores/settings.ts'
import { useUnsaved } from '../../stores/unsaved.ts'

export interface Loaded<T, Basis, Extra = unknown> {
  readonly value: T
  /** What a save is based on: the version, or one for each part. */
  readonly basis: Basis
  /** Stored values that could not be used: a save repairs them. */
  readonly damaged: readonly string[]
  readonly extra: Extra
}

export interface Editing<T, Basis, Extra> {
  /** Null until it has arrived. */
  readonly base: Loaded<T, Basis, Extra> | null
  readonly draft: T | null
  readonly isChanged: boolean
  /** Somebody else has saved since this was read. */
  readonly isStale: boolean
  readonly saved: boolean
  /** Why it could not be read, or not be saved. */
  readonly problem: Refused | null
  readonly change: (draft: T) => void
  readonly discard: () => void
  readonly retry: () => void
  readonly save: () => Promise<void>
}

interface Ways<T, Basis, Extra> {
  readonly load: () => Promise<Result<Loaded<T, Basis, Extra>>>
  readonly store: (draft: T, base: Loaded<T, Basis, Extra>) => Promise<Result<unknown>>
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Said of what somebody else saved meanwhile: it stays until the person has looked. */
const conflicts: readonly string[] = ['setting_changed', 'training_changed']

/** @param news counts what is told of what is no setting */
export function useDocument<T, Basis, Extra>({ load, store }: Ways<T, Basis, Extra>, news?: number): Editing<T, Basis, Extra> {
  const [latest, setLatest] = useState<Loaded<T, Basis, Extra> | null>(null)
  const [base, setBase] = useState<Loaded<T, Basis, Extra> | null>(null)
  const [typed, setTyped] = useState<T | null>(null)
  const [problem, setProblem] = useState<Refused | null>(null)
  const [saved, setSaved] = useState(false)
  const [round, setRound] = useState(0)
  const settings = useSettingsChanges((state) => state.changes)
  const changes = news ?? settings
  // While a save is on its way the news of it is its own.
  const [isSaving, setSaving] = useState(false)
  const isChanged = typed !== null && base !== null && !same(typed, base.value)
  const edited = useRef(isChanged)
  edited.current = isChanged

  useEffect(() => {
    let current = true
    const read = async (): Promise<void> => {
      const result = await load()
      if (!current) return
      if (!result.ok) return setProblem(result.error)
      setProblem((before) => (before !== null && conflicts.includes(before.code) ? before : null))
      setLatest(result.value)
      if (!edited.current) setBase(result.value)
    }
    void read()
    return () => {
      current = false
    }
    // The ways are the section's own and never change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [changes, round])

  // Before it is painted: what says “Saved” must not still be asked about by the next key.
  useLayoutEffect(() => {
    useUnsaved.setState({ isUnsaved: isChanged })
    return () => useUnsaved.setState({ isUnsaved: false, going: null })
  }, [isChanged])

  return {
    base,
    draft: typed ?? base?.value ?? null,
    isChanged,
    isStale: isChanged && !isSaving && latest !== null && !same(latest.basis, base?.basis),
    saved: saved && !isChanged,
    problem,
    change(draft) {
      setTyped(draft)
      setSaved(false)
      setProblem(null)
    },
    discard() {
      setTyped(null)
      setBase(latest)
      setProblem(null)
    },
    retry: () => setRound((before) => before + 1),
    async save() {
      const draft = typed ?? base?.value
      if (draft === undefined || base === null || isSaving) return
      setSaving(true)
      const result = await store(draft, base)
      const read = result.ok ? await load() : undefined
      setSaving(false)
      setProblem(result.ok ? null : result.error)
      setSaved(result.ok)
      if (read?.ok !== true) return setRound((before) => before + 1)
      setLatest(read.value)
      setBase(read.value)
      setTyped(null)
    },
  }
}
