import { answerThread } from '../kit/thread.ts'
import { sealFolder } from './seal-folder.ts'
import type { SealLock } from './sealed.ts'

await answerThread(({ folder, target, lock, about }: { folder: string; target: string; lock: SealLock; about: unknown }) => sealFolder(folder, target, lock, about))
