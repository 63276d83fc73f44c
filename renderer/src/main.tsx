import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Refused } from '../../shared/contract/kit.ts'
import { AccessCode } from './access-code.tsx'
import { connect, gatewayView, inElectron } from './api.ts'
import { App } from './app.tsx'
import { forgetKey, takeLink, type GatewayView } from './gateway-key.ts'
import { forgetToken, takeToken } from './http-transport.ts'
import { i18n } from './i18n/index.ts'
import { startLive } from './live.ts'
import { applyTheme, takeLook, usePreferences } from './stores/preferences.ts'
import { ViewKey } from './view-key.tsx'
import './styles.css'

applyTheme()
void i18n.changeLanguage(usePreferences.getState().language)
usePreferences.subscribe(({ language }) => void i18n.changeLanguage(language))

const container = document.getElementById('root')
if (container === null) throw new Error('no #root in index.html')
const root = createRoot(container)

function open(token: string | null, onRefused: (why?: Refused) => void): void {
  connect(token, onRefused)
  startLive()
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

/** A window of the desk's own: in Electron as it is, in a browser with the host's access code. */
function openWindow(): void {
  const openWith = (token: string | null): void =>
    open(token, () => {
      forgetToken()
      // A fresh page: nothing of the old connection goes on asking.
      root.render(<AccessCode changed onCode={() => window.location.reload()} />)
    })
  const token = inElectron ? null : takeToken()
  if (inElectron || token !== null) openWith(token)
  else root.render(<AccessCode onCode={openWith} />)
}

/** A view through the gateway: with the key that its link brought, or that somebody gave it once. */
function openView(view: GatewayView): void {
  const { key, language, theme } = takeLink(view)
  takeLook(language, theme)
  const openWith = (given: string): void =>
    open(given, (why) => {
      forgetKey(view)
      root.render(<ViewKey view={view} why={why ?? null} onKey={() => window.location.reload()} />)
    })
  // Another link on the same screen changes nothing but the fragment.
  window.addEventListener('hashchange', () => window.location.reload())
  if (key === null) root.render(<ViewKey view={view} why={null} onKey={openWith} />)
  else openWith(key)
}

if (gatewayView === null) openWindow()
else openView(gatewayView)
