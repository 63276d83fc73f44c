/** The gateway's certificate: made by the desk itself, or supplied by the unit. One file each, with its key, for its owner alone. */
import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, networkInterfaces } from 'node:os'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import type { GatewayCertificate } from '../core/app/gateway.ts'
import type { Clock } from '../core/kit/clock.ts'
import { Refusal, refuse } from '../core/kit/refusal.ts'

const dayMs = 24 * 60 * 60_000
/** Browsers take no longer ones. */
const validDays = 730
/** A certificate of the desk's own is made anew when it has less left than this. */
const renewDays = 30

/** What TLS is given. */
export interface Pair {
  readonly cert: string
  readonly key: string
}

/** Every name and address by which this PC may be called. */
export function ownNames(): readonly string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((found = []) => found.flatMap(({ address, internal }) => (internal || address.startsWith('fe80') ? [] : [address])))
  return [...new Set(['localhost', hostname().toLowerCase(), '127.0.0.1', '::1', ...addresses])]
}

const pem = (label: string, der: ArrayBuffer): string => `-----BEGIN ${label}-----\n${Buffer.from(der).toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----\n`

/** A self-signed certificate for a server (ECDSA P-256), with a new key. */
export async function generatePair(names: readonly string[], now: Date): Promise<Pair> {
  // Only where one is made: it is large, and wants its polyfill before itself.
  await import('reflect-metadata')
  const { BasicConstraintsExtension, ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } = await import('@peculiar/x509')
  const signingAlgorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `01${randomBytes(15).toString('hex')}`,
      name: 'CN=Sentinel Duty Desk',
      // A client whose clock is a little behind takes it all the same.
      notBefore: new Date(now.getTime() - dayMs),
      notAfter: new Date(now.getTime() + validDays * dayMs),
      signingAlgorithm,
      keys,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
        new SubjectAlternativeNameExtension(names.map((name) => ({ type: isIP(name) === 0 ? ('dns' as const) : ('ip' as const), value: name }))),
      ],
    },
    crypto,
  )
  return { cert: certificate.toString('pem'), key: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)) }
}

const blocks = (text: string, label: RegExp): string => (text.match(new RegExp(`-----BEGIN ${label.source}-----[\\s\\S]+?-----END ${label.source}-----`, 'g')) ?? []).join('\n')
const split = (text: string): Pair => ({ cert: blocks(text, /CERTIFICATE/), key: blocks(text, /(?:EC |RSA )?PRIVATE KEY/) })

/** What is said of a certificate; throws where it is none. */
export function describe(source: GatewayCertificate['source'], { cert }: Pair): Omit<GatewayCertificate, 'setAside'> & { readonly validFrom: Date } {
  const { fingerprint256, subjectAltName = '', validFromDate, validToDate } = new X509Certificate(cert)
  return { source, fingerprint: fingerprint256, names: subjectAltName.split(', ').flatMap((name) => name.replace(/^(?:DNS|IP Address):/, '') || []), validFrom: validFromDate, validUntil: validToDate, pem: `${cert}\n` }
}

/** Refuses `gateway_certificate_unusable`, `gateway_certificate_over`, `gateway_certificate_mismatch`. */
export function checkPair(certificate: string, privateKey: string, now: Date): Pair {
  const pair = { cert: split(certificate).cert, key: split(privateKey).key }
  let matches: boolean
  let validFrom: Date
  let validUntil: Date
  try {
    matches = new X509Certificate(pair.cert).checkPrivateKey(createPrivateKey(pair.key))
    ;({ validFrom, validUntil } = describe('supplied', pair))
  } catch {
    throw refuse('gateway_certificate_unusable')
  }
  if (!matches) throw refuse('gateway_certificate_mismatch')
  try {
    createSecureContext(pair)
  } catch {
    // What TLS does not take, such as a key that is too short, is said now and not at the next start.
    throw refuse('gateway_certificate_unusable')
  }
  if (now < validFrom || now >= validUntil) throw refuse('gateway_certificate_over', { from: validFrom.toISOString().slice(0, 10), until: validUntil.toISOString().slice(0, 10) })
  return pair
}

/** Where the certificate is kept between starts. @param folder null = in memory only */
export function createCertificateStore(folder: string | null, clock: Clock) {
  let current: { readonly pair: Pair; readonly told: Omit<GatewayCertificate, 'setAside'> } | undefined
  let setAside: GatewayCertificate['setAside'] = null
  const pathOf = (source: GatewayCertificate['source']): string => join(folder ?? '', `${source}.pem`)

  const told = (): GatewayCertificate | null => (current === undefined ? null : { ...current.told, setAside })

  function keep(source: GatewayCertificate['source'], pair: Pair): GatewayCertificate {
    const described = describe(source, pair)
    if (folder !== null) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const temporary = `${pathOf(source)}.new`
      // SECURITY: whoever reads the key can pretend to be the desk.
      writeFileSync(temporary, `${pair.cert}\n${pair.key}\n`, { mode: 0o600 })
      chmodSync(temporary, 0o600)
      renameSync(temporary, pathOf(source))
    }
    current = { pair, told: described }
    return { ...described, setAside }
  }
  /** The kept one, where it can still be used. */
  function read(source: GatewayCertificate['source'], daysLeft: number): boolean {
    if (folder === null || !existsSync(pathOf(source))) return false
    try {
      const pair = split(readFileSync(pathOf(source), 'utf8'))
      checkPair(pair.cert, pair.key, new Date(clock.now().getTime() + daysLeft * dayMs))
      current = { pair, told: describe(source, pair) }
      return true
    } catch (error) {
      if (source === 'supplied') setAside = error instanceof Refusal && error.code === 'gateway_certificate_over' ? 'over' : 'unusable'
      return false
    }
  }
  const make = async (): Promise<GatewayCertificate> => keep('generated', await generatePair(ownNames(), clock.now()))

  return {
    current: told,
    /** In place of any, a supplied one too. */
    async generate(): Promise<GatewayCertificate> {
      const made = await make()
      if (folder !== null) rmSync(pathOf('supplied'), { force: true })
      setAside = null
      return { ...made, setAside }
    },
    supply(certificate: string, privateKey: string): GatewayCertificate {
      const pair = checkPair(certificate, privateKey, clock.now())
      setAside = null
      return keep('supplied', pair)
    },
    /** The supplied one, else the desk's own, made where there is none or it is about to end. A supplied one that is over gives way: the gateway must not end with it. */
    async pair(): Promise<Pair> {
      setAside = null
      if (!read('supplied', 0) && !read('generated', renewDays) && (current === undefined || folder !== null)) await make()
      if (current === undefined) throw new Error('no certificate')
      return current.pair
    },
  }
}

export type CertificateStore = ReturnType<typeof createCertificateStore>
