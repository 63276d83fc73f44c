/** What a device's key may be for (domain.md 4.22, devices). Which calls stand behind each: shared/contract/key-rights.ts. */
export const keyScopes = ['wall', 'presence-read', 'scan', 'full-read', 'metrics'] as const
export type KeyScope = (typeof keyScopes)[number]

/** For how many days a key can be made: it always ends. */
export const keyDays = [7, 30, 90, 365, 730] as const

/** Where the gateway listens when nobody has said otherwise. */
export const defaultGatewaySettings = { enabled: false, address: '127.0.0.1', port: 8443 } as const

/** The station under which sessions through the gateway are kept: a person who signs in there stands in no building. */
export const gatewayStation = 'gateway'
