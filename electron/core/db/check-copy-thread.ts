import { answerThread } from '../kit/thread.ts'
import { openAndRead } from './check-copy.ts'

await answerThread(({ folder }: { folder: string }) => openAndRead(folder))
