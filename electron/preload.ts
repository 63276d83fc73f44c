/** What a window may reach: two functions, no schema, no Electron object. */
import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel, type SentinelBridge } from './shell/channels.ts'

// SECURITY: neither ipcRenderer nor its event crosses: a page can name a call and hear facts, and reach nothing else.
const bridge: SentinelBridge = {
  invoke: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  listen(listener) {
    const heard = (_event: unknown, name: string, payload: unknown): void => listener(name, payload)
    ipcRenderer.on(eventChannel, heard)
    return () => void ipcRenderer.removeListener(eventChannel, heard)
  },
}
contextBridge.exposeInMainWorld('sentinel', bridge)
