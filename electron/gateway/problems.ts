/** Refusals as HTTP says them: problem details (RFC 9457) with a code, what happened, and how to fix it. */
import type { Refused } from '../../shared/contract/kit.ts'

const statuses: Readonly<Record<string, number>> = {
  invalid_input: 400,
  body_not_json: 415,
  body_too_large: 413,
  key_missing: 401,
  key_wrong: 401,
  key_expired: 401,
  key_revoked: 401,
  sign_in_wrong: 401,
  forbidden: 403,
  call_unknown: 404,
  route_unknown: 404,
  method_wrong: 405,
  too_many: 429,
  sign_in_wait: 429,
  sign_in_locked: 429,
  internal: 500,
  database_stalled: 503,
  database_full: 503,
  closing: 503,
}

/** The HTTP status of a refusal: 404 for what is not on record, 409 for every other that the domain says. */
export const statusOf = (code: string): number => statuses[code] ?? (code.startsWith('database_') ? 503 : code.endsWith('_unknown') ? 404 : 409)

/** Seconds that the refusal asks to wait; undefined = it does not say. */
function waitOf({ code, details }: Refused): number | undefined {
  if (statusOf(code) !== 429) return undefined
  const { seconds, minutes } = details ?? {}
  return typeof seconds === 'number' ? seconds : typeof minutes === 'number' ? minutes * 60 : undefined
}

export function problem(refused: Refused, requestId: string, status: number = statusOf(refused.code)): Response {
  const { code, message, howToFix, details } = refused
  const wait = waitOf(refused)
  const body = { type: `/api/v1/docs#${code}`, title: message, status, detail: howToFix ?? message, code, ...(details && { details }), requestId }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...(wait !== undefined && { 'retry-after': String(Math.ceil(wait)) }), ...(status === 401 && { 'www-authenticate': 'Bearer realm="Sentinel"' }) },
  })
}
