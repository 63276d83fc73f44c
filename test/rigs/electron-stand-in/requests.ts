/** Every request of a page, before it leaves Chromium: may it go there, may it ask, and who answers. */
import { toApplication } from './addresses.ts'
import type { Target } from './devtools.ts'
import type { Frames } from './frames.ts'
import type { Session } from './session.ts'

export interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>> }
}
interface Surroundings {
  readonly session: Session
  readonly frames: Pick<Frames, 'isMain'>
  /** A page or frame begins to go elsewhere; false stops it. */
  readonly begun: (request: { address: string; isMainFrame: boolean }) => boolean
}

/** Answers in Electron's order: the navigation's own event, the session's guard, the protocol's handler. */
export async function answerRequest(page: Target, { requestId, frameId, resourceType, request }: PausedRequest, { session, frames, begun }: Surroundings): Promise<void> {
  const address = toApplication(request.url)
  const say = (method: string, facts: object = {}): Promise<unknown> => page.send(method, { requestId, ...facts }).catch(() => undefined)
  const isDocument = resourceType === 'Document'
  if (isDocument && !begun({ address, isMainFrame: frames.isMain(frameId) })) return void (await say('Fetch.failRequest', { errorReason: 'Aborted' }))
  if (!(await session.mayRequest(address, isDocument ? 'mainFrame' : resourceType.toLowerCase()))) return void (await say('Fetch.failRequest', { errorReason: 'BlockedByClient' }))
  const handler = session.handlers.get(address.split(':', 1)[0] ?? '')
  if (handler === undefined) return void (await say('Fetch.continueRequest'))
  const response = await handler(new Request(address, { method: request.method, headers: request.headers }))
  const body = Buffer.from(await response.arrayBuffer()).toString('base64')
  await say('Fetch.fulfillRequest', { responseCode: response.status, responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })), body })
}
