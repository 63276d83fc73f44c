import { answerThread } from '../../kit/thread.ts'
import { renderReport } from './render.ts'

await answerThread(renderReport)
