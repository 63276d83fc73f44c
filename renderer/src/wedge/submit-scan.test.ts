import { beforeEach, expect, test, vi } from 'vitest'
import type { Api } from '../../../shared/contract/index.ts'

vi.mock('../api.ts', () => ({ api: () => ({}), onlyStation: null }))
const { submitScan } = await import('./submit-scan.ts')
const { useKiosk } = await import('../stores/kiosk.ts')

type Scan = Api['presence']['scan']
const refusal = (code: 'unreachable' | 'serial_invalid' | 'database_full') => ({ ok: false as const, error: { code, message: '' } })
const success = { ok: true as const, value: {} as never }
const immediately = async (): Promise<void> => {}

beforeEach(() => useKiosk.setState({ card: null, last: [] }))

test('a lost answer is asked for again with the same scan id (trust.md F2b)', async () => {
  const call = vi.fn<Scan>().mockResolvedValueOnce(refusal('unreachable')).mockResolvedValueOnce(success)
  await submitScan('A1B2C3D4', call, immediately)
  expect(call).toHaveBeenCalledTimes(2)
  expect(call.mock.calls[0]?.[0]).toEqual(call.mock.calls[1]?.[0])
  expect(useKiosk.getState().card).toBeNull()
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
