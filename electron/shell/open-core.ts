/** Opens the core; when it may not be opened, says why and lets a person decide, as often as it takes. */
import { createCore, type Core, type CoreOptions } from '../core/app/core.ts'
import { describeOpenFailure, isServerAway } from '../core/app/open-failure.ts'
import type { Moving } from '../core/app/planned-move.ts'
import { errorFields, type Log } from '../core/kit/log.ts'
import type { NoticeWindow } from './notice/notice-window.ts'
import { noticeWords } from './notice/words.ts'
import { waitForServer } from './wait-for-server.ts'

/** An opening that is faster shows no notice: a flash of a window helps nobody. */
const patienceMs = 700

interface OpenOptions {
  /** Built anew at each try: what it depends on may have been put right. */
  readonly options: () => CoreOptions
  readonly notice: NoticeWindow
  readonly showFolder: () => void
  readonly log: Log
}

/** Answers the open core, or undefined when the person chose to quit. */
export async function openCore({ options, notice, showFolder, log }: OpenOptions): Promise<Core | undefined> {
  for (;;) {
    const asked = options()
    const timer = setTimeout(() => notice.tell((language) => noticeWords[language].starting), patienceMs)
    const onMoving = tellMoves(notice, () => clearTimeout(timer))
    try {
      const core = await createCore({ ...asked, onMoving })
      return core
    } catch (error) {
      log.error('open.failed', errorFields(error))
      clearTimeout(timer)
      if ((await (isServerAway(error) ? waitForServer({ options: asked, error, notice, showFolder, log }) : decide(error, notice, showFolder))) === 'quit') return undefined
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Says in whole percents how far a record is that is carried to a server or back. @param began called once, before the first is said */
function tellMoves(notice: NoticeWindow, began: () => void): (moving: Moving) => void {
  let said: number | null | undefined
  return ({ way, share }) => {
    // The others take a moment.
    if (way !== 'to' && way !== 'from') return
    const percent = share === null ? null : Math.floor(share * 100)
    if (percent === said) return
    if (said === undefined) began()
    said = percent
    notice.tell((language) => noticeWords[language].moving(way, percent))
  }
}

async function decide(error: unknown, notice: NoticeWindow, showFolder: () => void): Promise<'try-again' | 'quit'> {
  for (;;) {
    const action = await notice.ask((language) => describeOpenFailure(error, language) ?? noticeWords[language].failed)
    if (action !== 'show-folder') return action
    showFolder()
  }
}
