import { useCallback, useState } from 'react'
import type { Refused, Result } from '../../../../shared/contract/kit.ts'

/** Runs acts of a screen: what one was refused with stays to be read until the next. */
export function useActs() {
  const [problem, setProblem] = useState<Refused | null>(null)
  const run = useCallback(async (act: Promise<Result<unknown>>): Promise<Refused | null> => {
    const result = await act
    setProblem(result.ok ? null : result.error)
    return result.ok ? null : result.error
  }, [])
  return { problem, run, forget: useCallback(() => setProblem(null), []) }
}

const everyMs = 50
const forMs = 2_000

/**
 * A place that is filled or emptied is drawn anew, and the focus that was in it would be lost: it goes to the control of
 * the same name, once the dialog is gone and what the core answers is drawn. Whoever presses anything meanwhile goes on from
 * where they are.
 */
export function keepFocus(control: string): void {
  const find = () => document.querySelector<HTMLElement>(`[data-control="${CSS.escape(control)}"]`)
  let until = Date.now() + forMs
  const stop = (): void => void (until = 0)
  for (const press of ['keydown', 'pointerdown'] as const) window.addEventListener(press, stop, { capture: true, once: true })
  const look = (): void => {
    if (Date.now() > until) return
    const here = document.activeElement
    const isLost = here === null || here === document.body
    const isAsked = document.querySelector('[role=dialog], [role=alertdialog]') !== null
    if (!isAsked && isLost) find()?.focus()
    else if (!isAsked && here !== find()) return
    setTimeout(look, everyMs)
  }
  setTimeout(look, everyMs)
}
