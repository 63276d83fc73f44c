import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf, Result } from '../../../../shared/contract/kit.ts'
import type { readers as contract } from '../../../../shared/contract/readers.ts'
import { api } from '../../api.ts'
import { refusalWords } from '../../i18n/refusal-words.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'

type Found = OutputOf<typeof contract.ports>

/** The USB readers and ports of this PC, likely readers first; one press takes the device or path over. */
export function PortList({ path, onPick }: { path: string; onPick: (path: string, family: Found['devices'][number]['family'] | null) => void }) {
  const { t } = useTranslation('readers')
  const [found, setFound] = useState<Result<Found> | null>(null)
  const look = useCallback(async (): Promise<void> => setFound(await api().readers.ports({})), [])
  useEffect(() => void look(), [look])
  const ports = found?.ok === true ? choicesOf(found.value) : []
  const problem = found === null ? null : found.ok ? found.value.problem : refusalWords(found.error).message
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center justify-between">
        <span id="ports-title" className="label-caps">
          {t('form.found')}
        </span>
        <Button
          variant="quiet"
          size="sm"
          className="h-7"
          isDisabled={found === null}
          onPress={() => {
            setFound(null)
            void look()
          }}
        >
          {t('form.again')}
        </Button>
      </div>
      <div role="status">
        {found === null ? <p className="text-ink-muted">{t('form.searching')}</p> : null}
        {problem === null ? null : <p className="text-attention">{problem}</p>}
        {found !== null && ports.length === 0 && problem === null ? <p className="text-ink-muted">{t('form.nothing')}</p> : null}
      </div>
      {ports.length === 0 ? null : (
        <ul aria-labelledby="ports-title" className="max-h-36 overflow-y-auto rounded-lg border border-line">
          {ports.map((port) => (
            <li key={port.path} className="border-b border-line last:border-b-0">
              <button
                type="button"
                aria-pressed={port.path === path}
                onClick={() => onPick(port.path, port.family)}
                className={`flex min-h-[35px] w-full cursor-pointer items-center gap-2 px-2.5 py-1 text-left -outline-offset-2! ${port.path === path ? 'bg-out-soft' : 'hover:bg-chip'}`}
              >
                <span className="min-w-0 flex-1 break-all">
                  {port.path} <span className="text-xs text-ink-muted">{port.description}</span>
                </span>
                {port.likelyReader ? <Chip tone="in">{t('form.likely')}</Chip> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function choicesOf({ devices, ports }: Found) {
  const usb = devices.map(({ device, family, description }) => ({ path: device, family, description, likelyReader: true }))
  return [...usb, ...ports.map((port) => ({ ...port, family: null })).toSorted((a, b) => Number(b.likelyReader) - Number(a.likelyReader))]
}
