/** The link that opens a view on another screen. Pure. */
import type { GatewayView } from '../../../gateway-key.ts'

/** Whether only programs on this PC reach it. */
export const isThisPc = (url: string): boolean => /^https:\/\/(?:localhost|127\.|\[::1\])/.test(url)

/** Addresses that another device reaches stand before those of this PC alone. */
export const reachedFirst = (urls: readonly string[]): readonly string[] => [...urls.filter((url) => !isThisPc(url)), ...urls.filter(isThisPc)]

/** SECURITY: the key stands in the fragment, which a browser sends to nobody: it is in no log of a server or a proxy. */
export const viewLink = (url: string, view: GatewayView, key: string, language: string): string => `${url}/${view}#${new URLSearchParams({ key, language }).toString()}`
