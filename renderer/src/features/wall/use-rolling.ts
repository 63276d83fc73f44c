import { useEffect, useState, type RefObject } from 'react'

/** Pixels a second: a name stays on the screen for as long as it takes to look for it. */
const speed = 28
const restMs = 4_000
const pageMs = 8_000

/** Whether somebody asked for less motion. */
export const prefersStill = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * What does not fit rolls by, and begins again; for those who want less motion it turns over page by page.
 * @returns the page and how many there are, or null where everything is on the screen or rolls
 */
export function useRolling(region: RefObject<HTMLElement | null>, key: string): { readonly page: number; readonly pages: number } | null {
  const [shown, setShown] = useState<{ page: number; pages: number } | null>(null)
  useEffect(() => {
    const element = region.current
    if (element === null) return
    return prefersStill() ? turnPages(element, setShown) : roll(element)
  }, [region, key])
  return shown
}

function roll(element: HTMLElement): () => void {
  let frame = 0
  let before = performance.now()
  let restUntil = before + restMs
  // Scroll positions are whole pixels; what is left over must not be lost.
  let at = 0
  const step = (now: number): void => {
    const end = element.scrollHeight - element.clientHeight
    if (end <= 1) at = 0
    else if (now >= restUntil) {
      at += (speed * (now - before)) / 1000
      if (at >= end + speed * 2) {
        at = 0
        restUntil = now + restMs
      }
    }
    before = now
    element.scrollTop = Math.min(at, Math.max(0, end))
    frame = requestAnimationFrame(step)
  }
  frame = requestAnimationFrame(step)
  return () => cancelAnimationFrame(frame)
}

/** Where each page begins: with the first row that the one before it did not show whole. */
export function pageStarts(rows: readonly { readonly top: number; readonly bottom: number }[], height: number): number[] {
  const starts: number[] = [0]
  for (const { top, bottom } of rows) if (bottom > (starts.at(-1) ?? 0) + height && top > (starts.at(-1) ?? 0)) starts.push(top)
  return starts
}

function turnPages(element: HTMLElement, tell: (shown: { page: number; pages: number } | null) => void): () => void {
  let page = 0
  const show = (): void => {
    const rows = [...element.querySelectorAll('li')].map(({ offsetTop, offsetHeight }) => ({ top: offsetTop, bottom: offsetTop + offsetHeight }))
    const starts = pageStarts(rows, element.clientHeight)
    page %= starts.length
    element.scrollTop = starts[page] ?? 0
    tell(starts.length === 1 ? null : { page: page + 1, pages: starts.length })
  }
  const observer = new ResizeObserver(show)
  observer.observe(element)
  const timer = setInterval(() => {
    page += 1
    show()
  }, pageMs)
  show()
  return () => {
    observer.disconnect()
    clearInterval(timer)
  }
}
