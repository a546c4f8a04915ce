"""Icons of all systems, drawn of the one SVG: the same bytes wherever the same Qt draws them."""

import struct
from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512, 1024)
THEME_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # of folders that Linux has
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES = {  # size -> how an .icns names a PNG of it
    16: b"icp4",
    32: b"icp5",
    64: b"icp6",
    128: b"ic07",
    256: b"ic08",
    512: b"ic09",
    1024: b"ic10",
}
ICO_HEAD, ICO_ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
IS_ICON, PLANES, BITS = 1, 1, 32


def pngs(svg: bytes) -> dict[int, bytes]:
    """Return the picture as PNG in each size."""
    return {size: _png(svg, size) for size in PNG_SIZES}


def ico(drawn: Mapping[int, bytes]) -> bytes:
    """Return Windows' file of icons; its entries are PNG, which it reads since Vista."""
    offset = ICO_HEAD.size + ICO_ENTRY.size * len(ICO_SIZES)
    entries = []
    for size in ICO_SIZES:
        side, length = size % 256, len(drawn[size])  # 256 does not fit a byte, and is said by 0
        entries.append(ICO_ENTRY.pack(side, side, 0, 0, PLANES, BITS, length, offset))
        offset += length
    head = ICO_HEAD.pack(0, IS_ICON, len(ICO_SIZES))
    return b"".join((head, *entries, *(drawn[size] for size in ICO_SIZES)))


def icns(drawn: Mapping[int, bytes]) -> bytes:
    """Return macOS' file of icons."""
    parts = [_icns_part(kind, drawn[size]) for size, kind in ICNS_TYPES.items()]
    return _icns_part(b"icns", b"".join(parts))


def _icns_part(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack(">I", 8 + len(content)) + content


def _png(svg: bytes, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(svg).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())
