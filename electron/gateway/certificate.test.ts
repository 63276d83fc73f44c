/** The certificate that is shown to those who come: the desk's own, or the unit's (issue 8.3; ASVS 12). */
import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakeClock, type FakeClock } from '../core/kit/clock.ts'
import { silentLog } from '../core/kit/log.ts'
import type { GatewayDoor } from '../core/app/gateway.ts'
import { createCertificateStore, generatePair } from './certificate.ts'
import { openGateway } from './server.ts'

const dayMs = 24 * 60 * 60_000
let folder: string
let clock: FakeClock
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sentinel-gateway-'))
  clock = createFakeClock('2026-11-24T00:30:00.000Z')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A pair as the unit's own authority would hand it over, valid for two years from `from` on. */
const unitPair = (from = clock.now()) => generatePair(['desk.unit.example', '127.0.0.1'], from)
const store = (at: string | null = folder) => createCertificateStore(at, clock)
const codeOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('a supplied certificate', () => {
  test('is shown over TLS at once, to a client that trusts nothing else, and still after a start', async () => {
    const { cert, key } = await unitPair()
    const door = { version: '1', onEvent: () => () => {} } as unknown as GatewayDoor
    const seen = (port: number): Promise<{ authorized: boolean; fingerprint: string }> =>
      new Promise((resolve, reject) => {
        const socket = connect({ host: '127.0.0.1', port, ca: cert, servername: 'desk.unit.example' }, () => {
          resolve({ authorized: socket.authorized, fingerprint: socket.getPeerCertificate().fingerprint256 })
          socket.destroy()
        })
        socket.on('error', reject)
      })
    const server = openGateway('/nowhere')(door, { folder, log: silentLog, clock })
    await server.start({ address: '127.0.0.1', port: 0 })
    await expect(seen(server.port())).rejects.toThrow(/self-signed|unable to verify/)
    const { fingerprint, source, names } = await server.supply(cert, key)
    expect([source, names]).toEqual(['supplied', ['desk.unit.example', '127.0.0.1']])
    expect(await seen(server.port())).toEqual({ authorized: true, fingerprint })
    await server.stop()
    const again = openGateway('/nowhere')(door, { folder, log: silentLog, clock })
    await again.start({ address: '127.0.0.1', port: 0 })
    expect(await seen(again.port())).toEqual({ authorized: true, fingerprint })
    await again.stop()
  })

  test('with another’s key, over, not begun, or no certificate at all is refused for what it is; the one in use stays', async () => {
    const [one, other, old, early] = [await unitPair(), await unitPair(), await unitPair(new Date(clock.now().getTime() - 800 * dayMs)), await unitPair(new Date(clock.now().getTime() + 3 * dayMs))]
    const certificates = store()
    const { fingerprint } = certificates.supply(one.cert, one.key)
    expect(codeOf(() => certificates.supply(other.cert, one.key))).toBe('gateway_certificate_mismatch')
    expect(codeOf(() => certificates.supply(old.cert, old.key))).toBe('gateway_certificate_over')
    expect(codeOf(() => certificates.supply(early.cert, early.key))).toBe('gateway_certificate_over')
    for (const [cert, key] of [['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', one.key], [one.cert, 'no key'], [one.key, one.cert], ['', '']] as const) expect(codeOf(() => certificates.supply(cert, key))).toBe('gateway_certificate_unusable')
    const locked = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'secret' })
    expect(codeOf(() => certificates.supply(one.cert, String(locked)))).toBe('gateway_certificate_unusable')
    expect(certificates.current()).toMatchObject({ fingerprint, setAside: null })
  })

  test('gives way to the desk’s own when it is over, which is said, and it comes back when the clock was wrong', async () => {
    const { cert, key } = await unitPair()
    const supplied = store().supply(cert, key)
    clock.set(new Date('2029-01-01T00:00:00.000Z'))
    const later = store()
    await later.pair()
    expect(later.current()).toMatchObject({ source: 'generated', setAside: 'over' })
    clock.set(new Date('2026-11-25T00:00:00.000Z'))
    const back = store()
    await back.pair()
    expect(back.current()).toMatchObject({ source: 'supplied', setAside: null, fingerprint: supplied.fingerprint })
  })

  test('that was damaged on the disk gives way, and making a new one removes it', async () => {
    const { cert, key } = await unitPair()
    store().supply(cert, key)
    writeFileSync(join(folder, 'supplied.pem'), 'torn')
    const certificates = store()
    await certificates.pair()
    expect(certificates.current()).toMatchObject({ source: 'generated', setAside: 'unusable' })
    expect(await certificates.generate()).toMatchObject({ source: 'generated', setAside: null })
    expect(readdirSync(folder)).toEqual(['generated.pem'])
  })
})

test('the desk’s own is kept for its user alone, told without its key, and made anew a month before its end', async () => {
  const first = await store().generate()
  expect(statSync(join(folder, 'generated.pem')).mode & 0o777).toBe(0o600)
  expect(first.pem).toContain('BEGIN CERTIFICATE')
  expect(first.pem).not.toContain('PRIVATE')
  clock.set(new Date('2028-10-20T00:00:00.000Z'))
  const kept = store()
  await kept.pair()
  expect(kept.current()?.fingerprint).toBe(first.fingerprint)
  clock.set(new Date('2028-10-30T00:00:00.000Z'))
  const renewed = store()
  await renewed.pair()
  expect(renewed.current()?.fingerprint).not.toBe(first.fingerprint)
})

test('a folder in which nothing can be written is told from a port that is taken', async () => {
  const server = openGateway('/nowhere')({ version: '1', onEvent: () => () => {} } as unknown as GatewayDoor, { folder: join(folder, 'generated.pem', 'below a file'), log: silentLog, clock })
  writeFileSync(join(folder, 'generated.pem'), '')
  chmodSync(join(folder, 'generated.pem'), 0o600)
  await expect(server.start({ address: '127.0.0.1', port: 0 })).rejects.toMatchObject({ code: 'NO_CERTIFICATE' })
})
