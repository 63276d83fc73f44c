/** The thread that makes the papers of musters: five hundred names take a second, in which the door must answer. */
import { answerThread } from '../../kit/thread.ts'
import { renderPdf } from '../documents/pdf.ts'
import { musterPaper, type PaperJob } from './paper.ts'

await answerThread(({ facts, language }: PaperJob) => {
  const { definition, title } = musterPaper(facts, language)
  return renderPdf(definition, { now: new Date(facts.report.at), title, language })
})
