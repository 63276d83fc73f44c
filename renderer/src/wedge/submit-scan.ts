import type { Api } from '../../../shared/contract/index.ts'
import { serialTail } from '../../../shared/domain/badge-serial.ts'
import { outcomes } from '../../../shared/i18n/outcomes.ts'
import { api, onlyStation } from '../api.ts'
import { showScan, type ScanOutcome } from '../stores/kiosk.ts'
import { useSystem } from '../stores/system.ts'

/** Waits before the second and the third try, in ms. */
const waits = [300, 1200]

/**
 * Sends what a keyboard reader typed. When the answer is lost it asks again with the same scan id, so that one badge
 * held up once can never count twice. The answer is shown here, for its event may be lost: `showScan` takes the two as
 * one. Failure is shown here too, in red. A kiosk of one door says which door that is.
 * @returns the answer, or null where there was none
 */
export async function submitScan(serial: string, call: Api['presence']['scan'] = (input) => api().presence.scan(input), wait: (ms: number) => Promise<void> = pause): Promise<ScanOutcome | null> {
  const scanId = crypto.randomUUID()
  for (let attempt = 0; ; attempt += 1) {
    const result = await call({ serial, scanId, reader: 'Keyboard reader', ...(onlyStation !== null && { stationId: onlyStation }) })
    if (result.ok) {
      showScan(result.value)
      return result.value
    }
    const next = waits[attempt]
    if (result.error.code !== 'unreachable' || next === undefined) {
      // Text that is no badge number is nobody's scan: nothing is lost with it.
      if (result.error.code !== 'serial_invalid') showScan(notRecorded(scanId, serial))
      return null
    }
    await wait(next)
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

function notRecorded(scanId: string, serial: string): ScanOutcome {
  const { status, clockOffset } = useSystem.getState()
  const { title, text } = outcomes.en.outcome.not_recorded
  return {
    scanId,
    outcome: 'not_recorded',
    message: `${title}. ${text}`,
    person: null,
    direction: null,
    movementId: null,
    at: new Date(Date.now() + clockOffset).toISOString(),
    stationId: onlyStation ?? status?.stationId ?? 'desk',
    stationName: onlyStation === null ? (status?.stationName ?? '') : onlyStation,
    serialTail: serialTail(serial),
    notes: [],
    contractEnd: null,
    messages: [],
    options: [],
    prompt: null,
  nextDuties: [],
  }
}
