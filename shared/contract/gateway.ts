/** The gateway: how other programs and screens reach this desk over the network, and with which keys (domain.md 4.22, 5, 6). Everything here is done at the desk itself. */
import * as v from 'valibot'
import { Count, Empty, Instant, OneLine, StationId, Uuid, Version } from './fields.ts'
import { call, event } from './kit.ts'

const Pem = v.pipe(v.string(), v.minLength(1, 'needed'), v.maxLength(50_000), v.regex(/^[\t\n\r\x20-\x7e]*$/, 'must be a PEM file'))

export const GatewaySettings = v.object({
  enabled: v.boolean(),
  /** An address of this PC: `127.0.0.1` for programs on it alone, `0.0.0.0` for every network it is in. */
  address: v.pipe(v.string(), v.ip()),
  port: v.pipe(v.number(), v.integer(), v.minValue(1024, '1024 to 65535'), v.maxValue(65_535, '1024 to 65535')),
})

const Certificate = v.object({
  source: v.picklist(['generated', 'supplied']),
  /** Of SHA-256, as browsers show it. */
  fingerprint: v.string(),
  names: v.array(v.string()),
  validUntil: Instant,
  /** The certificate itself, for whoever is to trust it; never its key. */
  pem: v.string(),
  /** One that was supplied is kept and not used: it is over, or cannot be read. Null = there is none such. */
  setAside: v.nullable(v.picklist(['over', 'unusable'])),
})

export const GatewayKey = v.object({
  id: Uuid,
  name: v.string(),
  /** Of shared/domain/key-scopes.ts, or single rights such as `members.quartermaster`. */
  scopes: v.array(v.string()),
  stationId: StationId,
  createdAt: Instant,
  createdBy: v.string(),
  expiresAt: Instant,
  revokedAt: v.nullable(Instant),
  revokedBy: v.nullable(v.string()),
  /** To the minute; null = never. */
  lastUsedAt: v.nullable(Instant),
})

export const gateway = {
  state: call({
    needs: 'admin',
    summary: 'Whether the gateway is on, where it listens, and with which certificate.',
    input: Empty,
    output: v.object({
      /** This host can open one. */
      available: v.boolean(),
      settings: GatewaySettings,
      version: Count,
      listening: v.boolean(),
      /** Why it does not listen although it is on; null = it does, or is off. */
      problem: v.nullable(v.picklist(['port_taken', 'address_gone', 'certificate', 'failed'])),
      /** Where it is reached. */
      urls: v.array(v.string()),
      /** Open connections that hear events. */
      listeners: Count,
      certificate: v.nullable(Certificate),
      /** Addresses of this PC that can be listened at, besides 127.0.0.1 and 0.0.0.0. */
      addresses: v.array(v.object({ address: v.string(), network: v.string() })),
    }),
    errors: [],
  }),
  configure: call({
    needs: 'admin',
    summary: 'Turns the gateway on or off, and says where it listens. Answers once it has been started or stopped; the state says whether it listens.',
    input: v.object({ basedOn: Version, settings: GatewaySettings }),
    output: v.object({ version: Count }),
    errors: ['setting_changed', 'gateway_none'],
  }),
  supplyCertificate: call({
    needs: 'admin',
    summary: 'Takes a certificate with its private key, both as PEM, in place of the generated one.',
    input: v.object({ certificate: Pem, privateKey: Pem }),
    output: Empty,
    errors: ['gateway_none', 'gateway_certificate_unusable', 'gateway_certificate_over', 'gateway_certificate_mismatch'],
  }),
  generateCertificate: call({ needs: 'admin', summary: 'Makes a new certificate of the desk’s own, with a new key.', input: Empty, output: Empty, errors: ['gateway_none'] }),
  keys: call({ needs: 'admin', summary: 'Every key, those that hold first, with what it may and when it was last used.', input: Empty, output: v.object({ keys: v.array(GatewayKey), /** Single rights that a key can be given. */ rights: v.array(v.string()) }), errors: [] }),
  createKey: call({
    needs: 'admin',
    summary: 'Makes a key for one device and answers it, this once.',
    input: v.object({
      name: OneLine(100),
      scopes: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.minLength(1, 'needed'), v.maxLength(60)),
      stationId: StationId,
      days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(730)),
    }),
    output: v.object({ key: v.string(), id: Uuid, expiresAt: Instant }),
    errors: ['gateway_scope_unknown', 'station_unknown'],
  }),
  revokeKey: call({ needs: 'admin', summary: 'A key opens nothing any more; what it is connected to is cut at once.', input: v.object({ keyId: Uuid }), output: Empty, errors: ['gateway_key_unknown', 'gateway_key_revoked'] }),
  changed: event({ needs: 'admin', summary: 'The gateway was turned on or off, or a key or its certificate changed.', payload: Empty }),
}
