/** What every answer with one of our pages carries, whichever host serves it (design.md 8). */

/**
 * The headers by name. `connectSources` are what a page may speak to besides its own origin: the browser host's
 * WebSocket; nothing in Electron.
 */
export function securityHeaders(connectSources: readonly string[] = []): Record<string, string> {
  return {
    // SECURITY: a page runs and shows only what came with it; injected text has nothing to run, nowhere to send and no frame to hide in.
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      ["connect-src 'self'", ...connectSources].join(' '),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    // SECURITY: a file is what its content type says, so that an exported text can never be read as a script.
    'x-content-type-options': 'nosniff',
    // SECURITY: no other page shares our process or reads our files.
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    // SECURITY: an address may carry the browser host's token; it is told to nobody.
    'referrer-policy': 'no-referrer',
  }
}
