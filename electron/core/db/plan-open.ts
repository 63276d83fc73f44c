/** What to do with a desk's folder, decided from facts alone (design.md 7). Nothing here, and nothing it leads to, moves or deletes a database. */
import type { OpenFailureKind } from './open-failure.ts'

export interface FolderFacts {
  readonly marker: { readonly deskId: string; readonly schema: string; readonly closedCleanly: boolean } | 'unreadable' | undefined
  /** The folder exists and holds anything but what an interrupted creation left. */
  readonly folder: 'missing' | 'empty' | 'filled'
  /** Identity inside the folder. */
  readonly deskId: string | undefined
  /** Text of pgdata/PG_VERSION; undefined = no such file. */
  readonly postgres: string | undefined
}

export type OpenPlan =
  | { readonly act: 'create' }
  /** `adopt`: the folder is a desk's, its marker is not beside it: it was moved or copied here by a person. */
  | { readonly act: 'open'; readonly adopt: boolean; readonly backup: 'unclean' | 'migration' | null }
  | { readonly act: 'refuse'; readonly kind: OpenFailureKind }

const refuse = (kind: OpenFailureKind): OpenPlan => ({ act: 'refuse', kind })

/**
 * @param ours the PostgreSQL major that this version brings, and the hash of its newest migration
 */
export function planOpen({ marker, folder, deskId, postgres }: FolderFacts, ours: { postgres: string; schema: string }): OpenPlan {
  if (folder !== 'filled') {
    if (marker === undefined) return { act: 'create' }
    return refuse(folder === 'missing' ? 'missing' : 'emptied')
  }
  if (deskId === undefined) return refuse(marker === undefined ? 'foreign' : 'emptied')
  if (typeof marker === 'object' && marker.deskId !== deskId) return refuse('other_desk')
  if (postgres === undefined) return refuse('emptied')
  if (postgres !== ours.postgres) return refuse('other_postgres')
  const known = typeof marker === 'object' ? marker : undefined
  const backup = known?.schema !== ours.schema ? 'migration' : known.closedCleanly ? null : 'unclean'
  return { act: 'open', adopt: known === undefined, backup }
}
