/** Where windows open. Pure: displays come and go between two starts, and during one. */

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface DisplayFacts {
  readonly id: number
  /** Without task bars. */
  readonly workArea: Rectangle
}

export const smallest = { width: 1024, height: 700 } as const
const comfortable = { width: 1440, height: 900 } as const

const overlap = (a: Rectangle, b: Rectangle): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y))

const between = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high))

/** The display that shows most of `bounds`, or undefined when none shows any of it. */
export function displayShowing<D extends DisplayFacts>(displays: readonly D[], bounds: Rectangle): D | undefined {
  const [best] = displays.map((display) => ({ display, area: overlap(display.workArea, bounds) })).sort((a, b) => b.area - a.area)
  return best !== undefined && best.area > 0 ? best.display : undefined
}

/**
 * Bounds for the desk window: where it was, moved and cut so that all of it can be seen and reached; in the middle of the
 * first display when it was nowhere, or on a display that has gone.
 */
export function placeDesk(displays: readonly DisplayFacts[], remembered: Rectangle | undefined): Rectangle {
  const home = (remembered && displayShowing(displays, remembered)) ?? displays[0]
  if (home === undefined) return { x: 0, y: 0, ...comfortable }
  const area = home.workArea
  const wanted = remembered ?? comfortable
  // A display smaller than the smallest window shows its upper left part, where the title bar is.
  const width = Math.max(smallest.width, Math.min(wanted.width, area.width))
  const height = Math.max(smallest.height, Math.min(wanted.height, area.height))
  const known = remembered !== undefined && displayShowing(displays, remembered) !== undefined
  const x = known ? remembered.x : area.x + Math.round((area.width - width) / 2)
  const y = known ? remembered.y : area.y + Math.round((area.height - height) / 2)
  return { x: between(x, area.x, Math.max(area.x, area.x + area.width - width)), y: between(y, area.y, Math.max(area.y, area.y + area.height - height)), width, height }
}

/** The kiosk's display: the one it was on, else one that the desk is not on, else the only one. */
export function placeKiosk<D extends DisplayFacts>(displays: readonly D[], rememberedId: number | undefined, deskBounds: Rectangle | undefined): D | undefined {
  const remembered = displays.find((display) => display.id === rememberedId)
  const desk = deskBounds && displayShowing(displays, deskBounds)
  return remembered ?? displays.find((display) => display.id !== (desk ?? displays[0])?.id) ?? displays[0]
}

/** The wall's display: one that neither desk nor kiosk is on; undefined where there is none. */
export const placeWall = <D extends DisplayFacts>(displays: readonly D[], kiosk: DisplayFacts | undefined, deskBounds: Rectangle): D | undefined => {
  const desk = displayShowing(displays, deskBounds) ?? displays[0]
  return displays.find(({ id }) => id !== desk?.id && id !== kiosk?.id)
}

/**
 * SECURITY: the desk window has the administrator's rights; while the kiosk covers its display it is put away, so that no
 * trick with the keyboard brings it up in front of a visitor.
 */
export const deskIsCovered = (displays: readonly DisplayFacts[], kiosk: DisplayFacts | undefined, deskBounds: Rectangle): boolean =>
  kiosk !== undefined && (displayShowing(displays, deskBounds) ?? displays[0])?.id === kiosk.id
