/** What every window of ours needs from its host. */
import { nativeTheme } from 'electron'
import type { Language } from '../../../shared/i18n/index.ts'
import type { Clock } from '../../core/kit/clock.ts'
import type { Log } from '../../core/kit/log.ts'
import type { NoticeBoard } from '../notice/page.ts'
import type { WindowMemory } from './window-memory.ts'

export interface Surroundings {
  readonly preload: string
  readonly icon: string
  readonly devTools: boolean
  readonly devServer: URL | undefined
  readonly language: Language
  readonly notices: NoticeBoard
  readonly memory: WindowMemory
  readonly clock: Clock
  readonly log: Log
  /** The operating system ends the session: there are seconds left. */
  readonly onSessionEnd: () => void
}

/** The ground of our pages, so that a window never flashes white before its page has painted (renderer/src/styles/tokens.css). */
export const groundColour = (dark: boolean): string => (dark ? '#0c141c' : '#f3f5f8')
export const currentGround = (): string => groundColour(nativeTheme.shouldUseDarkColors)
