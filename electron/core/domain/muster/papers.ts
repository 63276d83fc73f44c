/** Makes the papers of musters in a thread, one after the other, and puts them on the disk. */
import { join } from 'node:path'
import type { Language } from '../../../../shared/i18n/index.ts'
import { errorFields, type Log } from '../../kit/log.ts'
import { runInThread } from '../../kit/worker-thread.ts'
import type { MusterFiles } from './files.ts'
import type { PaperFacts, PaperJob } from './paper.ts'

export function createMusterPapers({ files, log }: { readonly files: MusterFiles; readonly log: Log }) {
  let tail: Promise<unknown> = Promise.resolve()

  function render(facts: PaperFacts, language: Language): Promise<Buffer> {
    const job: PaperJob = { facts, language }
    const rendered = tail.then(() => runInThread(join(import.meta.dirname, 'paper-worker.ts'), 'muster-paper-worker.js', job))
    tail = rendered.catch(() => {})
    return rendered
  }

  return {
    /** As PDF. Waits for the papers that were asked for before it. */
    render,
    /** In both languages, the one of the duty desk’s papers first. Whoever asks waits for nothing: what fails is logged. */
    write(stem: string, facts: PaperFacts): void {
      if (!files.isKept) return
      for (const language of ['en', 'fr'] as const)
        render(facts, language).then(
          (pdf) => files.writePaper(`${stem}${facts.ended === null ? '' : '-report'}`, language, pdf),
          (error: unknown) => log.error('muster.paper_not_made', { stem, language, ...errorFields(error) }),
        )
    },
    /** Resolves once every paper that was asked for is made. */
    idle: async (): Promise<void> => {
      await tail
    },
  }
}

export type MusterPapers = ReturnType<typeof createMusterPapers>
