/** Who may speak to the browser host. Pure decisions, tested one by one. */
import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** SECURITY: compared in constant time, so that the answer's delay tells nothing of the token. */
export const sameToken = (given: string, token: string): boolean => timingSafeEqual(digest(given), digest(token))

/** The token of an Authorization header, or undefined. */
export const bearerOf = (header: string | undefined): string | undefined => /^Bearer ([\w-]+)$/.exec(header ?? '')?.[1]

/** SECURITY: a page of another site that resolves its own name to 127.0.0.1 sends that name here; only ours is answered. */
export const isOwnHost = (host: string | undefined, port: number): boolean => host === `127.0.0.1:${port}` || host === `localhost:${port}`

/** SECURITY: a browser names the page that asks; a page that is not ours gets no events. Programs that are no browser send none. */
export const isOwnOrigin = (origin: string | undefined, port: number): boolean =>
  origin === undefined || origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`
