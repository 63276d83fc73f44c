import { CircleAlert, CircleCheck, LoaderCircle, Unplug, type LucideIcon } from 'lucide-react'
import type { ReaderStatus } from '../../stores/system.ts'

/** How a reader's state looks, wherever readers are shown: always with its word. */
export const readerFaces: Readonly<Record<ReaderStatus['state'], { Icon: LucideIcon; ink: string }>> = {
  ready: { Icon: CircleCheck, ink: 'text-in' },
  connecting: { Icon: LoaderCircle, ink: 'text-ink-muted' },
  absent: { Icon: Unplug, ink: 'text-attention' },
  faulted: { Icon: CircleAlert, ink: 'text-refused' },
}
