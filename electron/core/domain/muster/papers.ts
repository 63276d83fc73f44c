/** Makes the papers of musters in a thread, one after the other, and puts them on the disk. */
import type { Language } from '../../../../shared/i18n/index.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { inThread } from '../../kit/thread.ts'
import type { MusterFiles } from './files.ts'
import type { PaperFacts, PaperJob } from './paper.ts'
import type { MusterRow } from './queries.ts'
import type { MusterReport } from './report.ts'

/** Of a muster in the record, open or closed. */
export const toPaper = ({ kind, startedAt, startedBy, endedAt, endedBy, reason, remarks }: MusterRow, report: MusterReport): PaperFacts => ({ kind, startedAt, startedBy, ended: endedAt === null ? null : { at: endedAt, by: endedBy ?? '', reason, remarks }, report })

export function createMusterPapers({ files, log }: { readonly files: MusterFiles; readonly log: Log }) {
  let tail: Promise<unknown> = Promise.resolve()
  /** The newest of each name: one that waits behind another thread is not made any more when a newer one is asked for. */
  const newest = new Map<string, PaperFacts>()

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = tail.then(work)
    tail = done.catch(() => {})
    return done
  }
  const make = async (facts: PaperFacts, language: Language): Promise<Buffer> => Buffer.from(await inThread<PaperJob, Uint8Array>('domain/muster/paper-thread', { facts, language }))

  return {
    /** As PDF. Waits for the papers that were asked for before it. */
    render: (facts: PaperFacts, language: Language): Promise<Buffer> => enqueue(() => make(facts, language)),
    /** In both languages, English first. Whoever asks waits for nothing: what fails is logged. */
    write(stem: string, facts: PaperFacts): void {
      if (!files.isKept) return
      const name = `${stem}${facts.ended === null ? '' : '-report'}`
      newest.set(name, facts)
      for (const language of ['en', 'fr'] as const)
        enqueue(async () => {
          if (newest.get(name) !== facts) return
          files.writePaper(name, language, await make(facts, language))
          if (language === 'fr') newest.delete(name)
        }).catch((error: unknown) => log.error('muster.paper_not_made', { name, language, ...errorFields(error) }))
    },
    /** Resolves once every paper that was asked for is made. */
    idle: async (): Promise<void> => {
      await tail
    },
  }
}

export type MusterPapers = ReturnType<typeof createMusterPapers>
