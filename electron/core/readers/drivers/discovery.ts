/** Hears device nodes come and go by watching their folders: at once and without polling (hardware.md 1.1). */
import { watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import { errorFields, type Log } from '../../kit/log.ts'
import type { Discovery } from '../driver.ts'

/** A folder that is not there, or a system without device files, is no fault: the retries find the reader then. */
export function createDiscovery({ log }: { log: Log }): Discovery {
  function watchFolder(folder: string, onName: (event: string, name: string) => void): () => void {
    try {
      const watcher = watch(folder, { persistent: false }, (event, name) => onName(event, name ?? ''))
      watcher.on('error', (error) => {
        log.warn('reader.watch_failed', { folder, ...errorFields(error) })
        watcher.close()
      })
      return () => watcher.close()
    } catch {
      return () => {}
    }
  }

  return {
    watch(path, onChange) {
      if (process.platform === 'win32') return () => {}
      const isDevice = path.startsWith('/dev/hidraw') ? isHid : isSerial
      const folder = dirname(path)
      // `rename` is a node made or removed, `change` new rights. /dev is always busy: only what concerns such a device counts.
      const ownFolder = watchFolder(folder, (event, name) => (name === basename(path) || (event === 'rename' && isDevice(name))) && onChange())
      const isLink = path.startsWith('/dev/serial/')
      const devices = isLink ? watchFolder('/dev', (event, name) => event === 'rename' && isSerial(name) && onChange()) : () => {}
      return () => {
        ownFolder()
        devices()
      }
    },
  }
}

const isHid = (name: string): boolean => name.startsWith('hidraw')
const isSerial = (name: string): boolean => /^(tty(ACM|USB|S|AMA|XRUSB|WCH)|cu\.|tty\.|rfcomm|serial)/.test(name)
