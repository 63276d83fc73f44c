import { useEffect, useState, type RefObject } from 'react'

/** As long as it takes to look for a name among some fifty. */
const pageMs = 8_000

interface Shown {
  readonly page: number
  readonly pages: number
}

/** Where each page begins: with the first row that the one before it did not show whole. */
export function pageStarts(rows: readonly { readonly top: number; readonly bottom: number }[], height: number): number[] {
  const starts: number[] = [0]
  for (const { top, bottom } of rows) if (bottom > (starts.at(-1) ?? 0) + height && top > (starts.at(-1) ?? 0)) starts.push(top)
  return starts
}

/**
 * What does not fit is turned over page by page, and nobody has to touch it. Whoever comes or goes meanwhile changes the
 * pages and not the turn: else a rush at the door would leave the first page standing.
 * @returns the page and how many there are; null where everything is on the screen
 */
export function usePages(region: RefObject<HTMLElement | null>): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null)
  useEffect(() => {
    const element = region.current
    return element === null ? undefined : turnPages(element, setShown)
  }, [region])
  return shown
}

function turnPages(element: HTMLElement, tell: (shown: Shown | null) => void): () => void {
  let page = 0
  let watched: Element | null = null
  const sizes = new ResizeObserver(() => show())
  const show = (): void => {
    const rows = [...element.querySelectorAll('li')].map(({ offsetTop, offsetHeight }) => ({ top: offsetTop, bottom: offsetTop + offsetHeight }))
    const starts = pageStarts(rows.toSorted((a, b) => a.top - b.top), element.clientHeight)
    page %= starts.length
    const start = starts[page] ?? 0
    // Room below the last row, so that the last page too begins with its own first row.
    const list = element.querySelector('ul')
    if (list !== watched) {
      if (watched !== null) sizes.unobserve(watched)
      // Rows grow without anybody coming: when the typeface has arrived.
      if (list !== null) sizes.observe(list)
      watched = list
    }
    if (list !== null) list.style.paddingBottom = starts.length === 1 ? '' : `${element.clientHeight}px`
    element.scrollTop = start
    // The row that the next page begins with is not shown in halves at the foot of this one; a zoomed pixel is not whole.
    const next = starts[page + 1]
    element.style.clipPath = next === undefined ? '' : `inset(0 0 ${Math.max(0, element.clientHeight - (next - start) + 2)}px 0)`
    tell(starts.length === 1 ? null : { page: page + 1, pages: starts.length })
  }
  sizes.observe(element)
  const people = new MutationObserver(show)
  people.observe(element, { childList: true, subtree: true, characterData: true })
  const timer = setInterval(() => {
    page += 1
    show()
  }, pageMs)
  show()
  return () => {
    sizes.disconnect()
    people.disconnect()
    clearInterval(timer)
  }
}
