/** Why a desk's database was not opened. What to do about it is told in shared/i18n/open-failures.ts. */
export const openFailureKinds = [
  ...(['in_use', 'missing', 'emptied', 'foreign', 'other_desk', 'newer_schema', 'other_schema', 'other_postgres', 'damaged', 'disk_failing', 'disk_full', 'read_only', 'moved', 'move_unknown'] as const),
  // Of a PostgreSQL server.
  ...(['server_address', 'server_away', 'server_refused', 'server_old', 'server_order', 'server_standby', 'server_rights'] as const),
] as const
export type OpenFailureKind = (typeof openFailureKinds)[number]
export type OpenFailureFacts = Readonly<Record<string, string | number>>

export class OpenFailure extends Error {
  readonly kind: OpenFailureKind
  readonly facts: OpenFailureFacts

  constructor(kind: OpenFailureKind, facts: OpenFailureFacts, cause?: unknown) {
    super(`the database was not opened: ${kind}`, { cause })
    this.name = 'OpenFailure'
    this.kind = kind
    // Of the version that opened the database last, often nothing is known.
    this.facts = { lastVersion: '?', ...facts }
  }
}
