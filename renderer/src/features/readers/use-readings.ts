import { useEffect, useState } from 'react'
import type { InputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { readers } from '../../../../shared/contract/readers.ts'
import { hearInstead } from '../../wedge/hear-instead.ts'
import { useFrames, type ReaderFrame } from './use-frames.ts'

export type ProfileOwner = InputOf<typeof readers.setProfile>['owner']

/** What a card was to the reader before any spelling was applied; null = it came to nothing that one could spell. */
const textOf = (frame: ReaderFrame): string | null => frame.results.map((result) => result.read ?? (result.kind === 'badge' ? result.serial : null)).find((text) => text !== null) ?? null

/**
 * The different texts that the owner's cards gave since it was chosen, oldest first.
 * @returns also `restart`, which forgets them
 */
export function useReadings(owner: ProfileOwner): { readonly texts: readonly string[]; readonly problem: Refused | null; readonly restart: () => void } {
  const { frames, problem } = useFrames(null)
  const [typed, setTyped] = useState<readonly string[]>([])
  const [from, setFrom] = useState(0)
  const isKeyboard = owner.kind === 'keyboard'
  useEffect(() => (isKeyboard ? hearInstead((text) => setTyped((before) => [...before, text])) : undefined), [isKeyboard])
  const framed = owner.kind === 'reader' ? frames.filter(({ readerId, seq }) => readerId === owner.readerId && seq > from).toReversed().map(textOf) : []
  const texts = [...new Set(isKeyboard ? typed : framed.filter((text) => text !== null))]
  return {
    texts,
    problem,
    restart() {
      setTyped([])
      setFrom(frames[0]?.seq ?? from)
    },
  }
}
