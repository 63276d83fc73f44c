/** The wall display and the phone's view: the same windows that the desk shows, read-only, over the network. */
import { readFile } from 'node:fs/promises'
import type { Hono } from 'hono'
import { resolveAsset } from '../http/assets.ts'
import type { GatewayEnv } from './request.ts'

/** Pages without a word in them: what they show they ask for, with a key. Files whose names carry their hash may be kept. */
export function mountViews(app: Hono<GatewayEnv>, rendererDir: string): void {
  const serve = async (path: string): Promise<Response | undefined> => {
    const asset = resolveAsset(rendererDir, path)
    const body = asset === undefined ? undefined : await readFile(asset.path).catch(() => undefined)
    if (asset === undefined || body === undefined) return undefined
    const isHashed = path.startsWith('/assets/')
    return new Response(new Uint8Array(body), { headers: { 'content-type': asset.mediaType, 'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-store' } })
  }
  for (const view of ['/wall', '/phone']) app.get(view, async (context) => (await serve('/')) ?? context.notFound())
  app.get('/', (context) => context.redirect('/api/v1/docs'))
  app.get('/assets/*', async (context) => (await serve(context.req.path)) ?? context.notFound())
}
