import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '../../../../../shared/contract/kit.ts'
import type { gateway } from '../../../../../shared/contract/gateway.ts'
import { api } from '../../../api.ts'
import { Button } from '../../../ui/button.tsx'
import { Failed } from '../../../ui/failed.tsx'
import { useFetched } from '../../../ui/use-fetched.ts'
import { useBeat } from '../system/use-beat.ts'
import { CertificateCard } from './certificate-card.tsx'
import { KeyDialog } from './key-dialog.tsx'
import { KeyMade, type MadeKey } from './key-made.tsx'
import { KeyTable } from './key-table.tsx'
import { StateCard } from './state-card.tsx'

export type GatewayState = OutputOf<typeof gateway.state>
export type Keys = OutputOf<typeof gateway.keys>
export type Key = Keys['keys'][number]

/** Who is connected and when a key was used is told by no event, in ms. */
const lookEvery = 15_000

/** The way in for other screens and programs: whether it is open, where, and with which keys (issue 8.3). */
export function GatewaySection() {
  const { t } = useTranslation(['gateway', 'common'])
  const [changes, setChanges] = useState(0)
  useEffect(() => api().gateway.on.changed(() => setChanges((before) => before + 1)), [])
  const beat = useBeat(lookEvery)
  const state = useFetched(() => api().gateway.state({}), '', [changes, beat])
  const keys = useFetched(() => api().gateway.keys({}), '', [changes, beat])
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<MadeKey | null>(null)
  const problem = state.problem ?? keys.problem
  const isKnown = state.value !== null && keys.value !== null
  return (
    <section aria-labelledby="gateway-title" className="flex h-full min-h-0 flex-col">
      <div className="flex items-start gap-4 border-b border-line px-3 py-2">
        <div className="grid flex-1 gap-1">
          <h2 id="gateway-title" className="text-[15px] font-semibold">
            {t('title')}
          </h2>
          <p className="text-ink-muted">{t(state.value?.available === false ? 'none' : 'about')}</p>
        </div>
        {state.value?.available === true && keys.value !== null ? (
          <Button variant="primary" onPress={() => setMaking(true)}>
            {t('keys.make')}
          </Button>
        ) : null}
      </div>
      {!isKnown ? (
        problem === null ? (
          <p role="status" className="p-3 text-ink-muted">
            {t('common:loading')}
          </p>
        ) : (
          <Failed problem={problem} retry={() => setChanges((before) => before + 1)} />
        )
      ) : state.value.available ? (
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_320px] xl:grid-cols-[minmax(0,1fr)_380px]">
          <KeyTable keys={keys.value.keys} />
          <aside aria-label={t('state.title')} tabIndex={0} className="flex min-h-0 flex-col gap-4 overflow-y-auto border-l border-line bg-ground p-3 -outline-offset-2!">
            <StateCard state={state.value} />
            <CertificateCard certificate={state.value.certificate} />
          </aside>
        </div>
      ) : null}
      {isMaking && keys.value !== null ? (
        <KeyDialog
          rights={keys.value.rights}
          onMade={(key) => {
            setMaking(false)
            setMade(key)
          }}
          onClose={() => setMaking(false)}
        />
      ) : null}
      {made === null || state.value === null ? null : <KeyMade made={made} state={state.value} onClose={() => setMade(null)} />}
    </section>
  )
}
