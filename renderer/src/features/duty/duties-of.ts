import type { DdsToday, LockupStatus, Tonight } from '../../stores/duty.ts'

interface Seat {
  readonly code: string
  readonly name: string
  readonly nameFr: string | null
}

/** What somebody inside is responsible for. `cover` fills a seat of the watch for the time being (domain.md 4.14). */
export type Duty = { readonly kind: 'dds' | 'ddsPending' | 'lockup' } | { readonly kind: 'watch'; readonly seat: Seat | null; readonly start: string | null } | { readonly kind: 'cover'; readonly seat: Seat | null }

interface Known {
  readonly dds: Pick<DdsToday, 'live'> | null
  readonly lockup: Pick<LockupStatus, 'holder'> | null
  readonly tonight: Pick<Tonight, 'team' | 'start'> | null
}

/** The duties of one person, the heaviest first (screens.md 1.5 chips). Pure: nobody is asked for it again. */
export function dutiesOf(personId: string, { dds, lockup, tonight }: Known): Duty[] {
  const live = dds?.live?.id === personId ? dds.live : undefined
  return [
    ...(live === undefined ? [] : [{ kind: live.status === 'active' ? ('dds' as const) : ('ddsPending' as const) }]),
    ...(lockup?.holder?.id === personId ? [{ kind: 'lockup' as const }] : []),
    ...(tonight?.team ?? []).filter(({ member }) => member.id === personId).map(({ position, source }): Duty => (source === 'live' ? { kind: 'cover', seat: position } : { kind: 'watch', seat: position, start: tonight?.start ?? null })),
  ]
}
