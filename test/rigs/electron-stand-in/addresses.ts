/**
 * Chromium knows no scheme of ours, and says so before anybody can answer for it. So `app://sentinel/x` is loaded as
 * `http://sentinel.app.localhost/x`, which is answered before it reaches a network; everything the application hears is put back.
 */
const ours = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i
const theirs = /^http:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost(?::80)?(.*)$/i
const schemes = new Set<string>()

export const declareScheme = (scheme: string): void => void schemes.add(scheme)

/** The address as Chromium is given it. */
export function toChromium(address: string): string {
  const [, scheme = '', host, rest] = ours.exec(address) ?? []
  return schemes.has(scheme) ? `http://${host}.${scheme}.localhost${rest === '' ? '/' : rest}` : address
}

/** The address as the application knows it. */
export function toApplication(address: string): string {
  const [, host, scheme = '', rest] = theirs.exec(address) ?? []
  return schemes.has(scheme) ? `${scheme}://${host}${rest}` : address
}

