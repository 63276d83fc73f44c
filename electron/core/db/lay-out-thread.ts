import { answerThread } from '../kit/thread.ts'
import { layOut, type BackupSource } from './lay-out.ts'

await answerThread(({ source, target, postgres }: { source: BackupSource; target: string; postgres: string }) => layOut(source, target, postgres))
