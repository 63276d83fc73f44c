import { expect, test } from 'vitest'
import { createFakeHid, rfideasInfo, typingInfo } from '../testing/fake-hid.ts'
import { listHidReaders } from './list-hid.ts'

const mouse = { ...rfideasInfo, vendorId: 0x046d, productId: 0xc077, path: '/dev/hidraw5', usage: 2 }
const keyboard = { ...rfideasInfo, vendorId: 0x046d, productId: 0xc31c, path: '/dev/hidraw6' }

test('known readers are listed by what they are, each once; nobody’s keyboard or mouse is', async () => {
  const { load } = createFakeHid([mouse, keyboard, typingInfo, { ...typingInfo, path: '/dev/hidraw4', interface: 1, usagePage: 0xff00 }, { ...rfideasInfo, serialNumber: 'DESK01' }, { ...rfideasInfo, path: '/dev/hidraw1', serialNumber: 'Ω\u0000' }])
  expect(await listHidReaders(load, 'linux')).toEqual({
    devices: [
      { device: '0c27:3bfa', family: 'rfideas', description: 'RF IDeas badge reader' },
      { device: '0c27:3bfa:DESK01', family: 'rfideas', description: 'RF IDeas badge reader no. DESK01' },
      { device: 'ffff:0035', family: 'keyboard', description: 'Badge reader that types (Sycreader)' },
    ],
    problem: null,
  })
})

test('where keyboards cannot be opened, only readers that are asked are listed', async () => {
  const { load } = createFakeHid([typingInfo, rfideasInfo])
  expect((await listHidReaders(load, 'win32')).devices.map(({ device }) => device)).toEqual(['0c27:3bfa'])
})

test('without libusb the problem is said in plain words (hardware.md 1.1)', async () => {
  const { fake, load } = createFakeHid()
  fake.listError = new Error('libusb-1.0.so.0: cannot open shared object file')
  expect(await listHidReaders(load)).toEqual({ devices: [], problem: expect.stringMatching(/Debian package libusb-1\.0-0\) is missing/) })
  fake.listError = new Error('odd')
  expect(await listHidReaders(load)).toEqual({ devices: [], problem: expect.stringMatching(/cannot list its USB readers: odd/) })
})
