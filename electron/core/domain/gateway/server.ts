/** What the core asks of the host that opens the gateway: a host without one hands over none (design.md 3). */
export interface GatewayCertificate {
  readonly source: 'generated' | 'supplied'
  /** Of SHA-256, in pairs with colons. */
  readonly fingerprint: string
  readonly names: readonly string[]
  readonly validUntil: Date
  /** Without its key. */
  readonly pem: string
  /** Why a supplied one that is kept is not this one. */
  readonly setAside: 'over' | 'unusable' | null
}

export interface GatewayServer {
  /** Resolves once it listens, with TLS; rejects with Node's error, such as EADDRINUSE, or with the code `NO_CERTIFICATE`. */
  start(at: { readonly address: string; readonly port: number }): Promise<void>
  /** Cuts every connection. Safe to call when it was never started. */
  stop(): Promise<void>
  /** Open connections that hear events. */
  listeners(): number
  /** The one in use; null = none was made yet. */
  certificate(): GatewayCertificate | null
  /** Refuses `gateway_certificate_unusable`, `gateway_certificate_over`, `gateway_certificate_mismatch`. The running server takes it for the next connection. */
  supply(certificate: string, privateKey: string): Promise<GatewayCertificate>
  /** Makes one with a new key, in place of any. */
  generate(): Promise<GatewayCertificate>
  /** Rights changed: whoever has none any more is cut off. */
  recheck(): void
}
