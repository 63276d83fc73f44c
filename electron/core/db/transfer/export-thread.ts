import { answerThread } from '../../kit/thread.ts'
import { writeExport, type ExportInput } from './write-export.ts'

await answerThread((input: ExportInput) => writeExport(input))
