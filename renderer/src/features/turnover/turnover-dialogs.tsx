import { useTurnover } from '../../stores/turnover.ts'
import { DigestDialog } from './digest-dialog.tsx'
import { PreviewDialog } from './preview-dialog.tsx'

/** Opened from everywhere; one at a time. */
export function TurnoverDialogs() {
  const open = useTurnover((state) => state.open)
  return open === 'digest' ? <DigestDialog /> : open === 'preview' ? <PreviewDialog /> : null
}
