/** What a window may do, from what it is. Pure; the IPC host asks here. */
import { contract } from '../../shared/contract/index.ts'
import { lookUp, type Contract } from '../../shared/contract/kit.ts'
import { permits, type Caller } from '../../shared/domain/access.ts'
import type { WindowKind } from '../core/app/callers.ts'
import { isOwnPage } from './own-pages.ts'

/** What is known of the frame that sent a message. */
export interface SenderFacts {
  /** The kind of window that its page belongs to, if it is one of ours. */
  readonly kind: WindowKind | undefined
  readonly isMainFrame: boolean
  /** The address of the frame itself. */
  readonly address: string
}

/** SECURITY: only the main frame of a window that we opened, showing a page of ours, is answered; its kind gives its rights. */
export const senderKind = ({ kind, isMainFrame, address }: SenderFacts, devServer?: URL): WindowKind | undefined =>
  isMainFrame && isOwnPage(address, devServer) ? kind : undefined

/** True when a window of this caller may hear the event. */
export function mayHear(name: string, caller: Caller): boolean {
  const definition = lookUp(contract as Contract, name)
  return definition?.kind === 'event' && permits(definition.needs, caller)
}
