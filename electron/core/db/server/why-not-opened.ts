/** Turns what was thrown while a server's database was being opened into words for a person. */
import { OpenFailure, type OpenFailureFacts } from '../open-failure.ts'

/** 28: the password or pg_hba.conf; 3D000: no such database; 42501: not its owner; the last two are the certificate's. */
const refused = /^(28...|3D000|42501|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_.*|CERT_.*|ERR_TLS_.*|HOSTNAME_MISMATCH)$/

export function whyNotOpened(error: unknown, facts: OpenFailureFacts): OpenFailure {
  if (error instanceof OpenFailure) return error
  for (let current = error; current instanceof Error; current = current.cause) {
    const code = 'code' in current && typeof current.code === 'string' ? current.code : ''
    if (refused.test(code) || /does not support SSL/i.test(current.message)) return new OpenFailure('server_refused', { ...facts, reason: current.message }, error)
  }
  return new OpenFailure('server_away', { ...facts, reason: error instanceof Error ? error.message : '?' }, error)
}
