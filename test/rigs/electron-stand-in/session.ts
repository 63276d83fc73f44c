/** Electron's `session` and `protocol`: who answers for our scheme, which request may go on, and what a page may ask for. */
import { EventEmitter } from 'node:events'
import { declareScheme } from './addresses.ts'

export type Answer = (request: Request) => Promise<Response>
type RequestGuard = (details: { url: string; resourceType: string }, answer: (verdict: { cancel?: boolean }) => void) => void
type PermissionGuard = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void

export class Session extends EventEmitter {
  readonly handlers = new Map<string, Answer>()
  private requestGuard: RequestGuard | undefined
  private permissionGuard: PermissionGuard | undefined
  readonly protocol = { handle: (scheme: string, handler: Answer): void => void this.handlers.set(scheme, handler) }
  readonly webRequest = { onBeforeRequest: (guard: RequestGuard): void => void (this.requestGuard = guard) }
  setPermissionRequestHandler(guard: PermissionGuard): void {
    this.permissionGuard = guard
  }
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}

  mayRequest(url: string, resourceType: string): Promise<boolean> {
    const guard = this.requestGuard
    if (guard === undefined) return Promise.resolve(true)
    return new Promise((resolve) => guard({ url, resourceType }, ({ cancel }) => resolve(cancel !== true)))
  }
  /** Electron grants what nobody answers for. */
  mayUse(contents: unknown, permission: string): Promise<boolean> {
    const guard = this.permissionGuard
    if (guard === undefined) return Promise.resolve(true)
    return new Promise((resolve) => guard(contents, permission, resolve))
  }
}

const partitions = new Map<string, Session>()
const defaultSession = new Session()
export const session = {
  defaultSession,
  fromPartition(name: string): Session {
    const known = partitions.get(name) ?? new Session()
    partitions.set(name, known)
    return known
  },
}
export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
    for (const { scheme } of schemes) declareScheme(scheme)
  },
}
