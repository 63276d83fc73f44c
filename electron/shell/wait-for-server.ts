/** At a start without the server: says so, keeps badges, and goes on by itself once it answers; a person may quit or hurry it. */
import { describeOpenFailure } from '../core/app/open-failure.ts'
import { answersNow, openWaitingStation, type DoorAnswer, type WaitingStation } from '../core/app/waiting-station.ts'
import type { CoreOptions } from '../core/app/core.ts'
import { systemClock } from '../core/kit/clock.ts'
import { errorFields, type Log } from '../core/kit/log.ts'
import { createReaderManager } from '../core/readers/manager.ts'
import { createNativeDrivers } from '../core/readers/native-drivers.ts'
import { createTranslator, type Language } from '../../shared/i18n/index.ts'
import type { NoticeWindow } from './notice/notice-window.ts'
import type { NoticeText } from './notice/page.ts'
import { noticeWords } from './notice/words.ts'

/** How often the server is asked for; in ms. */
const askMs = 5_000

interface WaitOptions {
  /** What the core was to be opened with. */
  readonly options: CoreOptions
  /** Why it was not: the server is away. */
  readonly error: unknown
  readonly notice: NoticeWindow
  readonly showFolder: () => void
  readonly log: Log
}

/** @returns once the server answers or a person wants another try, with readers and folder let go of; or `quit` */
export async function waitForServer({ options, error, notice, showFolder, log }: WaitOptions): Promise<'try-again' | 'quit'> {
  const clock = systemClock
  const since = clock.now()
  const ended = Promise.withResolvers<'try-again' | 'quit'>()
  let last: DoorAnswer | undefined
  let cancel = (): void => {}
  let station: WaitingStation | undefined

  // Shown anew with each badge: an older question is never answered then.
  async function show(): Promise<void> {
    const action = await notice.ask((language) => wordsOf(language, error, since, station?.kept(), last))
    if (action !== 'show-folder') return ended.resolve(action)
    showFolder()
    void show()
  }
  const manager = createReaderManager({ clock, log, ...createNativeDrivers({ clock, log }) })
  station = await openWaitingStation({
    dataDir: options.dataDir,
    clock,
    log,
    manager,
    ...(options.stationId !== undefined && { stationId: options.stationId }),
    ...(options.readers !== undefined && { readers: options.readers }),
    onScan(outcome) {
      last = outcome
      void show()
    },
  }).catch((reason: unknown) => {
    log.error('offline.not_waiting', errorFields(reason))
    return undefined
  })
  const ask = (): void => {
    cancel = clock.after(askMs, () => {
      void answersNow({ dataDir: options.dataDir, databaseUrl: options.databaseUrl, clock }).then((isThere) => (isThere ? ended.resolve('try-again') : ask()))
    })
  }
  void show()
  ask()
  const then = await ended.promise
  cancel()
  await station?.close()
  log.info('offline.waited', { then, ms: clock.now().getTime() - since.getTime() })
  return then
}

/** @param kept undefined = this station keeps nothing: it never reached its record */
function wordsOf(language: Language, error: unknown, since: Date, kept: number | undefined, last: DoorAnswer | undefined): NoticeText {
  const words = noticeWords[language]
  const failure = describeOpenFailure(error, language) ?? words.failed
  if (kept === undefined) return { ...failure, howToFix: `${failure.howToFix} ${words.goesOn}` }
  const { t } = createTranslator(language)
  const at = new Intl.DateTimeFormat(`${language}-CA`, { timeStyle: 'short', hourCycle: 'h23' })
  const answer = last === undefined ? '' : words.lastBadge(at.format(new Date(last.at)), last.person?.displayName ?? null, t(`outcomes:outcome.${last.outcome}.title`), t(`outcomes:outcome.${last.outcome}.text`))
  return { title: words.keeping, message: `${words.kept(kept, at.format(since))} ${answer}`.trim(), howToFix: `${failure.message} ${words.goesOn}` }
}
