import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AccessCode } from './access-code.tsx'
import { connect, inElectron } from './api.ts'
import { App } from './app.tsx'
import { forgetToken, takeToken } from './http-transport.ts'
import { i18n } from './i18n/index.ts'
import { startLive } from './live.ts'
import { applyTheme, usePreferences } from './stores/preferences.ts'
import './styles.css'

applyTheme()
void i18n.changeLanguage(usePreferences.getState().language)
usePreferences.subscribe(({ language }) => void i18n.changeLanguage(language))

const container = document.getElementById('root')
if (container === null) throw new Error('no #root in index.html')
const root = createRoot(container)

function open(token: string | null): void {
  connect(token, () => {
    forgetToken()
    // A fresh page: nothing of the old connection goes on asking.
    root.render(<AccessCode changed onCode={() => window.location.reload()} />)
  })
  startLive()
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}

const token = inElectron ? null : takeToken()
if (inElectron || token !== null) open(token)
else root.render(<AccessCode onCode={open} />)
