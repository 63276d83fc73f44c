import { readFile } from 'node:fs/promises'
import { securityHeaders } from '../../shared/domain/security-headers.ts'
import { resolveAppFile } from './app-files.ts'
import type { NoticeBoard } from './notice/page.ts'

/** Answers a request for one of our addresses. */
export async function answerAppRequest(root: string, notices: NoticeBoard, url: string, method: string): Promise<Response> {
  const headers = { ...securityHeaders(), 'cache-control': 'no-store' }
  const text = (status: number, words: string): Response => new Response(words, { status, headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' } })
  if (method !== 'GET') return text(405, 'Only GET')
  const notice = notices.find(url)
  if (notice !== undefined) return new Response(notice.body, { headers: { ...headers, 'content-type': notice.mediaType } })
  const file = resolveAppFile(root, url)
  const body = file === undefined ? undefined : await readFile(file.path).catch(() => undefined)
  if (file === undefined || body === undefined) return text(404, 'Not found')
  return new Response(new Uint8Array(body), { headers: { ...headers, 'content-type': file.mediaType } })
}
