/** The windows' files behind app://sentinel: a real origin with headers, which file:// is not (trust.md 4.1, 18). */
import { protocol, type Session } from 'electron'
import { answerAppRequest } from './app-answers.ts'
import type { NoticeBoard } from './notice/page.ts'
import { appScheme } from './own-pages.ts'

/** Must run before the application is ready. */
export function declareAppScheme(): void {
  // SECURITY: standard and secure make it an origin of its own; it may not read files, bypass a policy, or register service workers.
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Serves `root` and the notices to the windows of `session`. */
export function serveApp(session: Session, root: string, notices: NoticeBoard): void {
  session.protocol.handle(appScheme, (request) => answerAppRequest(root, notices, request.url, request.method))
}
