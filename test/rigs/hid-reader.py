"""A USB badge reader without hardware: a hidraw device for the real node-hid, made by umockdev (hardware.md 6, L3).

  umockdev-wrapper /usr/bin/python3 hid-reader.py KIND COMMAND...

KIND is rfideas (0c27:3bfa, answers feature reports) or keyboard (ffff:0035). COMMAND runs inside the made-up machine.
Commands come on stdin, one a line, and are answered with "ok"; what COMMAND prints goes to the same stdout:
  card DATA BITS   a card lies on it: the answers to 8f and 8e, 16 hex digits each      nocard   it is taken away
  type TEXT        keys go down and up, then Enter                                      mute     it answers nothing but errors
  unplug           its node goes, as POLLHUP                                            plug     it comes back as another node
Ends when stdin ends, and ends COMMAND with it.
"""
import errno
import fcntl
import os
import select
import struct
import subprocess
import sys
import tty

import gi

gi.require_version("UMockdev", "1.0")
from gi.repository import GLib, UMockdev  # noqa: E402

USB = "/devices/pci0000:00/0000:00:14.0/usb1/1-1"
IDS = {"rfideas": (0x0C27, 0x3BFA, "RFIDeas", "USB Keyboard"), "keyboard": (0xFFFF, 0x0035, "Sycreader", "SYC ID&IC USB Reader")}
# A boot keyboard, and for rfIDEAS a feature report of 8 bytes with it.
KEYBOARD = "05010906a101050719e029e71500250175019508810295017508810195057501050819012905910295017503910195067508150025650507190029658100"
FEATURE = "0600ff0901150026ff0075089508b102"
# _IOC numbers of linux/hidraw.h.
GET_DESCRIPTOR_SIZE, GET_DESCRIPTOR, GET_INFO, SET_FEATURE, GET_FEATURE = 1, 2, 3, 6, 7
# A full-speed keyboard is asked every 8 ms. The pty behind the node has no borders between reports: each must be read before the next is written.
REPORT_MS = 8
GET_PTY_PEER = 0x5441


class Reader(UMockdev.IoctlBase):
    """Answers the ioctls of one plugged device. umockdev asks for a new one after each unplug."""

    def __init__(self, kind, answers):
        super().__init__()
        self.vendor, self.product = IDS[kind][:2]
        self.descriptor = bytes.fromhex(KEYBOARD + (FEATURE if kind == "rfideas" else "") + "c0")
        self.answers = answers
        self.asked = 0
        self.gone = False
        self.mute = False
        self.queue = []
        self.master = -1
        self.peer = -1

    def do_handle_ioctl(self, client):
        request = client.get_request()
        number, size = request & 0xFF, (request >> 16) & 0x3FFF
        if (request >> 8) & 0xFF != ord("H"):
            client.complete(-1, errno.ENOTTY)
            return True
        if self.gone or (self.mute and number in (SET_FEATURE, GET_FEATURE)):
            client.complete(-1, errno.ENODEV if self.gone else errno.ETIMEDOUT)
            return True
        argument = client.get_arg().resolve(0, size)
        result = 0
        if number == GET_DESCRIPTOR_SIZE:
            argument.update(0, struct.pack("i", len(self.descriptor)))
        elif number == GET_DESCRIPTOR:
            argument.update(0, struct.pack("I", len(self.descriptor)) + self.descriptor)
        elif number == GET_INFO:
            argument.update(0, struct.pack("<IHH", 3, self.vendor, self.product))
        elif number == SET_FEATURE:
            self.asked = bytes(argument.retrieve())[1]
            result = size
        elif number == GET_FEATURE:
            answer = bytes(1) + bytes.fromhex(self.answers.get(self.asked, "00" * 8))
            argument.update(0, answer[:size])
            result = min(size, len(answer))
        else:
            client.complete(-1, errno.ENOTTY)
            return True
        client.complete(result, 0)
        return True

    def type(self, text):
        for sign in text + "\n":
            usage = 0x28 if sign == "\n" else 0x27 if sign == "0" else 0x1D + int(sign)
            self.queue += [bytes([0, 0, usage, 0, 0, 0, 0, 0]), bytes(8)]
        GLib.timeout_add(REPORT_MS, self.pump)

    def pump(self):
        if self.gone or not self.queue:
            return False
        # Looking for what is unread also pushes through what the kernel still holds back (n_tty_poll).
        if not select.select([self.peer], [], [], 0)[0]:
            os.write(self.master, self.queue.pop(0))
        return bool(self.queue)


class Machine:
    def __init__(self, kind):
        self.kind = kind
        self.testbed = UMockdev.Testbed.new()
        self.answers = {}
        self.node = -1
        self.plug()

    def device(self):
        return f"{USB}/1-1:1.0/0003:{self.reader.vendor:04X}:{self.reader.product:04X}.0001"

    def plug(self):
        self.node += 1
        self.reader = Reader(self.kind, self.answers)
        vendor, product, maker, name = IDS[self.kind]
        node = f"/dev/hidraw{self.node}"
        add = self.testbed.add_from_string
        add(
            f"P: {USB}\nE: DEVTYPE=usb_device\nE: SUBSYSTEM=usb\nE: DRIVER=usb\nA: idVendor={vendor:04x}\nA: idProduct={product:04x}\n"
            f"A: bcdDevice=0730\nA: manufacturer={maker}\nA: product={name}\n\n"
            f"P: {USB}/1-1:1.0\nE: DEVTYPE=usb_interface\nE: SUBSYSTEM=usb\nE: DRIVER=usbhid\nA: bInterfaceNumber=00\n"
        )
        add(
            f"P: {self.device()}\nE: SUBSYSTEM=hid\nE: DRIVER=hid-generic\nE: HID_ID=0003:{vendor:08X}:{product:08X}\nE: HID_NAME={maker} {name}\n"
            f"E: HID_PHYS=usb-0000:00:14.0-1/input0\nE: HID_UNIQ=\nH: report_descriptor={self.reader.descriptor.hex().upper()}\n\n"
            f"P: {self.device()}/hidraw/hidraw{self.node}\nN: hidraw{self.node}\nE: DEVNAME={node}\nE: SUBSYSTEM=hidraw\nE: MAJOR=245\nE: MINOR={self.node}\n"
            f"A: dev=245:{self.node}\nL: device=../../../{os.path.basename(self.device())}\n"
        )
        self.testbed.attach_ioctl(node, self.reader)
        self.reader.master = self.testbed.get_dev_fd(node)
        tty.setraw(self.reader.master)
        self.reader.peer = fcntl.ioctl(self.reader.master, GET_PTY_PEER, os.O_RDWR | os.O_NOCTTY)
        self.testbed.uevent(f"/sys{self.device()}/hidraw/hidraw{self.node}", "add")

    def unplug(self):
        self.reader.gone = True
        hidraw = f"/sys{self.device()}/hidraw/hidraw{self.node}"
        self.testbed.uevent(hidraw, "remove")
        # Dropping the pty's master is POLLHUP on the node, which is how hidapi sees an unplug.
        nothing = os.open("/dev/null", os.O_RDWR)
        os.dup2(nothing, self.reader.master)
        os.close(nothing)
        os.close(self.reader.peer)
        self.testbed.detach_ioctl(f"/dev/hidraw{self.node}")
        for device in (hidraw, f"/sys{self.device()}", f"/sys{USB}/1-1:1.0", f"/sys{USB}"):
            self.testbed.remove_device(device)
        # umockdev 0.17.16 keeps its map of ptys, and fails when the kernel gives a number out again.
        ptys = os.path.join(self.testbed.get_root_dir(), "dev/.ptymap")
        for name in os.listdir(ptys):
            os.unlink(os.path.join(ptys, name))

    def obey(self, word, rest):
        if word == "card":
            self.answers.update({0x8F: rest[0], 0x8E: rest[1]})
        elif word == "nocard":
            self.answers.clear()
        elif word == "type":
            self.reader.type(rest[0])
        elif word == "mute":
            self.reader.mute = True
        elif word == "unplug":
            self.unplug()
        elif word == "plug":
            self.plug()


def main():
    machine = Machine(sys.argv[1])
    # umockdev sets its folder by C's setenv, which Python's environment does not see.
    environment = dict(os.environ, UMOCKDEV_DIR=machine.testbed.get_root_dir())
    child = subprocess.Popen(sys.argv[2:], env=environment, stdin=subprocess.DEVNULL)
    loop = GLib.MainLoop()

    def on_input(_fd, _condition):
        line = sys.stdin.buffer.raw.readline().decode()
        if line == "":
            child.terminate()
            return False
        word, *rest = line.split()
        machine.obey(word, rest)
        os.write(1, b"ok\n")
        return True

    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, 0, GLib.IOCondition.IN | GLib.IOCondition.HUP, on_input)
    GLib.child_watch_add(GLib.PRIORITY_DEFAULT, child.pid, lambda _pid, _status: loop.quit())
    loop.run()


main()
