/** An invented authority and what it signs, for tests of TLS: PEM texts, good for a day. */
import 'reflect-metadata'
import { randomBytes } from 'node:crypto'
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509'

export interface SignedPair {
  readonly cert: string
  readonly key: string
}
export interface Authority {
  readonly cert: string
  /** @param hosts by which a server is called; none = a client */
  sign(name: string, hosts?: readonly string[]): Promise<SignedPair>
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const makeKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
const pemOf = async (key: CryptoKey): Promise<string> => `-----BEGIN PRIVATE KEY-----\n${Buffer.from(await crypto.subtle.exportKey('pkcs8', key)).toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END PRIVATE KEY-----\n`

export async function createAuthority(name: string): Promise<Authority> {
  const day = 86_400_000
  const validity = { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day), signingAlgorithm: algorithm }
  const serial = (): string => `01${randomBytes(15).toString('hex')}`
  const own = await makeKeys()
  const root = await X509CertificateGenerator.createSelfSigned({ serialNumber: serial(), name: `CN=${name}`, keys: own, ...validity, extensions: [new BasicConstraintsExtension(true, undefined, true)] }, crypto)
  return {
    cert: root.toString('pem'),
    async sign(subject, hosts = []) {
      const keys = await makeKeys()
      const extensions = hosts.length === 0 ? [] : [new SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value })))]
      const signed = await X509CertificateGenerator.create({ serialNumber: serial(), subject: `CN=${subject}`, issuer: root.subject, signingKey: own.privateKey, publicKey: keys.publicKey, ...validity, extensions }, crypto)
      return { cert: signed.toString('pem'), key: await pemOf(keys.privateKey) }
    },
  }
}
