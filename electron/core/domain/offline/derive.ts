/**
 * Where late scans of one person fit into the record, and what follows for what stands there already (domain.md 4.4 ▶ 2, 9, 10).
 * Directions alternate; what a person entered by hand stays as it is; what Sentinel closed by itself follows the scans. Pure.
 */
import type { Direction } from '../presence/rules.ts'
import { duplicateWindowMs } from '../presence/rules.ts'

/** At one reader, this soon after the last: a bounce, not a change of mind. Milliseconds. */
export const keptBounceMs = 5_000

export interface ChainRow {
  readonly id: string
  readonly at: Date
  readonly seq: number
  readonly direction: Direction
  readonly method: 'badge' | 'manual' | 'override' | 'login' | 'system'
}

export interface LateScan {
  readonly id: string
  readonly at: Date
  readonly stationId: string
  /** The station saw that it came right after another, by one clock: it knows best. */
  readonly isAgain?: boolean
}

export type Fitted =
  | { readonly kind: 'moved'; readonly direction: Direction; readonly at: Date }
  | { readonly kind: 'duplicate'; readonly direction: Direction }
  /** Something that a person entered by hand stands in the way. */
  | { readonly kind: 'not_fitted' }
  /** Would sign out who holds lockup. */
  | { readonly kind: 'lockup_held' }

export interface Derived<R extends ChainRow = ChainRow> {
  readonly scans: ReadonlyMap<string, Fitted>
  /** Rows that now say the other direction. */
  readonly turned: readonly R[]
  /** Sign-outs by Sentinel itself of who had gone already. */
  readonly needless: readonly R[]
  /** Who came in and is closed out with a day that was closed before this was known. */
  readonly closings: readonly { readonly at: Date; readonly since: Date }[]
}

export interface Chain<R extends ChainRow = ChainRow> {
  /** In effect, oldest first, from the last before the first scan on. */
  readonly rows: readonly R[]
  /** Oldest first. */
  readonly scans: readonly LateScan[]
  /** Holds lockup at this moment. */
  readonly isHolder: boolean
  /** The rollover that ends the operational day of `at`; null = that day is not closed yet. */
  readonly closingOf: (at: Date) => Date | null
  readonly dayOf: (at: Date) => string
}

const opposite = (direction: Direction): Direction => (direction === 'in' ? 'out' : 'in')
const isFixed = ({ method }: ChainRow): boolean => method !== 'badge'

/** @returns what becomes of each scan; every one has an answer */
export function deriveChain<R extends ChainRow>(chain: Chain<R>): Derived<R> {
  const leftOut = new Map<string, Fitted>()
  for (;;) {
    const walked = walk(chain, leftOut)
    const { blocked, last } = walked
    if (last === undefined || (blocked === undefined && !(chain.isHolder && walked.end === 'out'))) return walked
    // Of an odd number between two that stay as they are, the last does not fit.
    leftOut.set(blocked ?? last, { kind: blocked === undefined ? 'lockup_held' : 'not_fitted' })
  }
}

interface Walked<R extends ChainRow> extends Derived<R> {
  /** The scan before a row that stays as it is and cannot follow it. */
  readonly blocked?: string
  /** The last scan that moved them. */
  readonly last: string | undefined
  readonly end: Direction
}

function walk<R extends ChainRow>({ rows, scans, closingOf, dayOf }: Chain<R>, leftOut: ReadonlyMap<string, Fitted>): Walked<R> {
  const fitted = new Map<string, Fitted>(leftOut)
  const turned: R[] = []
  const needless: R[] = []
  const closings: { at: Date; since: Date }[] = []
  let state: Direction = 'out'
  let lastAt: Date | undefined
  let lastScan: LateScan | undefined
  let moved: string | undefined
  /** The day in which a scan came between, as long as what follows it is not as it was. */
  let disturbed: string | undefined

  /** Whoever is in when a closed day ends is closed out with it. */
  const passRollover = (until: Date | undefined, isClosing: boolean): void => {
    const closing = state === 'in' && disturbed !== undefined && lastAt !== undefined ? closingOf(lastAt) : null
    if (closing === null || lastAt === undefined) return
    if (until !== undefined && (closing > until || (isClosing && closing.getTime() === until.getTime()))) return
    closings.push({ at: closing, since: lastAt })
    ;[state, lastAt, disturbed] = ['out', closing, undefined]
  }

  const elements = inOrder(rows, scans.filter(({ id }) => !leftOut.has(id)))
  for (const [index, element] of elements.entries()) {
    const row = 'direction' in element ? element : undefined
    passRollover(element.at, row?.method === 'system')
    if (row === undefined) {
      const scan = element as LateScan
      const sinceLast = lastAt === undefined ? Infinity : scan.at.getTime() - lastAt.getTime()
      // At another door a moment later the server was there: it is one movement all the same.
      const after = elements.slice(index + 1).find((next): next is R => 'direction' in next && next.method !== 'system')
      const isBeforeOne = after !== undefined && after.at.getTime() - scan.at.getTime() < duplicateWindowMs
      if (isBeforeOne || (scan.isAgain === true && lastAt !== undefined) || sinceLast < duplicateWindowMs || (lastScan?.stationId === scan.stationId && scan.at.getTime() - lastScan.at.getTime() < keptBounceMs)) {
        fitted.set(scan.id, { kind: 'duplicate', direction: isBeforeOne ? after.direction : state })
        continue
      }
      state = opposite(state)
      fitted.set(scan.id, { kind: 'moved', direction: state, at: scan.at })
      ;[lastAt, lastScan, moved, disturbed] = [scan.at, scan, scan.id, dayOf(scan.at)]
      continue
    }
    lastScan = undefined
    if (disturbed === undefined || row.direction !== state) {
      // As it was before anything came between: so is all that follows.
      ;[state, lastAt, disturbed] = [row.direction, row.at, undefined]
    } else if (row.method === 'system' && row.direction === 'out') {
      needless.push(row)
      disturbed = undefined
    } else if (isFixed(row) || dayOf(row.at) !== disturbed) {
      return { scans: fitted, turned, needless, closings, ...(moved !== undefined && { blocked: moved }), last: moved, end: state }
    } else {
      turned.push(row)
      ;[state, lastAt] = [opposite(row.direction), row.at]
    }
  }
  passRollover(undefined, false)
  return { scans: fitted, turned, needless, closings, last: moved, end: state }
}

/** By time; what stands in the record comes before a scan of the same instant. */
function inOrder<R extends ChainRow>(rows: readonly R[], scans: readonly LateScan[]): (R | LateScan)[] {
  const all: (R | LateScan)[] = []
  let next = 0
  for (const scan of scans) {
    for (let row = rows[next]; row !== undefined && row.at <= scan.at; row = rows[++next]) all.push(row)
    all.push(scan)
  }
  return [...all, ...rows.slice(next)]
}
