import { beforeEach, expect, test, vi } from 'vitest'
import type { Api } from '../../../shared/contract/index.ts'
import type { ScanOutcome } from '../stores/kiosk.ts'

const door = vi.hoisted((): { station: string | null } => ({ station: null }))
vi.mock('../api.ts', () => ({
  api: () => ({}),
  get onlyStation() {
    return door.station
  },
}))
const { submitScan } = await import('./submit-scan.ts')
const { showScan, useKiosk } = await import('../stores/kiosk.ts')

type Scan = Api['presence']['scan']
const refusal = (code: 'unreachable' | 'serial_invalid' | 'database_full') => ({ ok: false as const, error: { code, message: '' } })
const answer = (stationId: string): ScanOutcome => ({
  scanId: 'a',
  outcome: 'member_in',
  message: '',
  person: null,
  direction: 'in',
  at: '2026-11-24T00:33:00.000Z',
  stationId,
  stationName: '',
  serialTail: 'C3D4',
  notes: [],
  contractEnd: null, messages: [], options: [], prompt: null, nextDuties: [], movementId: null,
})
const success = { ok: true as const, value: answer('front-door') }
const immediately = async (): Promise<void> => {}

beforeEach(() => {
  door.station = null
  useKiosk.setState({ card: null, last: [] })
})

test('a lost answer is asked for again with the same scan id (trust.md F2b)', async () => {
  const call = vi.fn<Scan>().mockResolvedValueOnce(refusal('unreachable')).mockResolvedValueOnce(success)
  await submitScan('A1B2C3D4', call, immediately)
  expect(call).toHaveBeenCalledTimes(2)
  expect(call.mock.calls[0]?.[0]).toEqual(call.mock.calls[1]?.[0])
})

test('the answer is shown even where its event never comes, and once where both do (screens.md 5.1: none lost)', async () => {
  await submitScan('A1B2C3D4', vi.fn<Scan>().mockResolvedValue(success), immediately)
  expect(useKiosk.getState().card?.outcome).toBe('member_in')
  showScan(success.value)
  expect(useKiosk.getState().last).toHaveLength(1)
})

test('a badge read at a kiosk of one door counts at that door, and its card is shown there', async () => {
  door.station = 'rear-door'
  const call = vi.fn<Scan>(async ({ stationId }) => ({ ok: true, value: answer(stationId ?? 'front-door') }))
  await submitScan('A1B2C3D4', call, immediately)
  expect(call.mock.calls[0]?.[0]).toMatchObject({ stationId: 'rear-door' })
  expect(useKiosk.getState().card?.stationId).toBe('rear-door')
})

test('a kiosk of one door says in red, too, that a scan was not recorded', async () => {
  door.station = 'rear-door'
  await submitScan('A1B2C3D4', vi.fn<Scan>().mockResolvedValue(refusal('database_full')), immediately)
  expect(useKiosk.getState().card).toMatchObject({ outcome: 'not_recorded', stationId: 'rear-door' })
})

test('when it stays unreachable the person is told in red, once', async () => {
  const call = vi.fn<Scan>().mockResolvedValue(refusal('unreachable'))
  await submitScan('A1B2C3D4', call, immediately)
  expect(call).toHaveBeenCalledTimes(3)
  expect(useKiosk.getState().card).toMatchObject({ outcome: 'not_recorded', serialTail: 'C3D4' })
  expect(useKiosk.getState().last).toHaveLength(1)
})

test('a scan that the database refused is told in red at once', async () => {
  const call = vi.fn<Scan>().mockResolvedValue(refusal('database_full'))
  await submitScan('A1B2C3D4', call, immediately)
  expect(call).toHaveBeenCalledTimes(1)
  expect(useKiosk.getState().card?.outcome).toBe('not_recorded')
})

test('what is no badge number shows nothing', async () => {
  await submitScan('!!', vi.fn<Scan>().mockResolvedValue(refusal('serial_invalid')), immediately)
  expect(useKiosk.getState().card).toBeNull()
})
