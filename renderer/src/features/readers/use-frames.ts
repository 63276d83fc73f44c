import { useEffect, useState } from 'react'
import type { OutputOf, Refused } from '../../../../shared/contract/kit.ts'
import type { readers } from '../../../../shared/contract/readers.ts'
import { api } from '../../api.ts'

export type ReaderFrame = OutputOf<typeof readers.frames>['frames'][number]

/** Asking is being listened for: a desk that looks asks again before it is taken for gone. */
const everyMs = 10_000

/** What readers send while this is on the screen, newest first. @param stationId null = every reader's */
export function useFrames(stationId: string | null): { readonly frames: readonly ReaderFrame[]; readonly problem: Refused | null } {
  const [frames, setFrames] = useState<readonly ReaderFrame[]>([])
  const [problem, setProblem] = useState<Refused | null>(null)
  useEffect(() => {
    let current = true
    const ask = async (): Promise<void> => {
      const result = await api().readers.frames({ stationId })
      if (!current) return
      setProblem(result.ok ? null : result.error)
      if (result.ok) setFrames(result.value.frames)
    }
    void ask()
    const stop = api().readers.on.frameRead(() => void ask())
    const timer = setInterval(() => void ask(), everyMs)
    return () => {
      current = false
      stop()
      clearInterval(timer)
    }
  }, [stationId])
  return { frames, problem }
}

const bytesOf = (hex: string): string[] => hex.match(/../g) ?? []

/** The bytes apart, as one reads them aloud; a long frame can break between them. */
export const spacedHex = (hex: string): string => bytesOf(hex).join(' ')

/** Every byte as its sign, those that have none as ·. */
export const printable = (hex: string): string =>
  bytesOf(hex)
    .map((byte) => Number.parseInt(byte, 16))
    .map((code) => (code >= 0x20 && code < 0x7f ? String.fromCodePoint(code) : '·'))
    .join('')
