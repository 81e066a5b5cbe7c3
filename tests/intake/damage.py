"""Files that are damaged in every way that we know: cut, flipped, read wrongly, put out of order, nested, blown up."""

from __future__ import annotations

import io
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from itertools import pairwise

from tests.intake.files import KINDS

Damage = Callable[[bytes, random.Random], bytes]


def cut(data: bytes, luck: random.Random) -> bytes:
    return data[: luck.randrange(len(data))]


def flip(data: bytes, luck: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(luck.choice((1, 3, 30, len(data) // 20 + 1))):
        made[luck.randrange(len(made))] = luck.randrange(256)
    return bytes(made)


def encode_again(data: bytes, luck: random.Random) -> bytes:
    there, back = (luck.choice(("latin-1", "cp1251", "koi8-r", "utf-16", "cp866", "utf-8")) for _ in range(2))
    return data.decode(there, errors="replace").encode(back, errors="replace")


def shuffle(data: bytes, luck: random.Random) -> bytes:
    size = max(1, len(data) // luck.choice((2, 5, 50)))
    parts = [data[at : at + size] for at in range(0, len(data), size)]
    luck.shuffle(parts)
    return b"".join(parts)


def repeat(data: bytes, luck: random.Random) -> bytes:
    start = luck.randrange(len(data))
    part = data[start : start + luck.choice((1, 40, 400))]
    return data[:start] + part * luck.choice((2, 50, 2000)) + data[start:]


def grow(data: bytes, luck: random.Random) -> bytes:
    """Numbers in it become very large ones: rows, offsets, lengths."""
    made = data
    for _ in range(luck.choice((1, 5))):
        digit = luck.choice(b"0123456789")
        made = made.replace(bytes([digit]), luck.choice((b"99999999999", b"-1", b"1048576")), luck.choice((1, 3)))
    return made


def within(damage: Damage) -> Damage:
    """One part of a packed file is damaged and packed again, so that the damage comes to the reader."""

    def damaged(data: bytes, luck: random.Random) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad:
            names = good.namelist()
            chosen = luck.choice(names)
            for name in names:
                part = good.read(name)
                bad.writestr(name, damage(part, luck) if name == chosen and part else part)
        return out.getvalue()

    return damaged


PLAIN: tuple[Damage, ...] = (cut, flip, flip, encode_again, shuffle, repeat, grow)


def damaged(kind: str, number: int) -> Iterator[bytes]:
    """So many damaged files of a kind; the same ones each time."""
    good, luck = KINDS[kind](), random.Random(f"{kind} {number}")
    ways = (*PLAIN, *map(within, PLAIN)) if kind in ("xlsx", "ods", "docx") else PLAIN
    for at in range(number):
        yield ways[at % len(ways)](good, luck)


def nested_page(depth: int) -> bytes:
    return b"<html><body>" + b"<div>" * depth + b"<ol><li>Anna Listapol" + b"<table><tr><td>" * depth


def nested_document(depth: int) -> bytes:
    return replaced("docx", "word/document.xml", b"<w:body>", b"<w:body>" + b"<w:sdt>" * depth)


def bomb_of_entities(kind: str, member: str) -> bytes:
    """A billion laughs, in the part that every reader of that kind reads."""
    names = "abcdefghij"
    entities = '<!ENTITY a "Anna Listapol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    return replaced(kind, member, b"?>", f"?><!DOCTYPE x [{entities}]>".encode(), b"Siarhei", b"&j;")


def replaced(kind: str, member: str, *pairs: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(KINDS[kind]())) as good, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bad:
        for name in good.namelist():
            part = good.read(name)
            for old, new in zip(pairs[::2], pairs[1::2], strict=True):
                part = part.replace(old, new, 1) if name == member else part
            bad.writestr(name, part)
    return out.getvalue()


def far_cell() -> bytes:
    """A sheet whose one cell stands in the last row and column that there can be."""
    return replaced("xlsx", "xl/worksheets/sheet1.xml", b'r="A1"', b'r="XFD1048576"')


def packed_stream(size: int) -> bytes:
    """A PDF of a few kilobytes with a page that unpacks to so many bytes."""
    packer = zlib.compressobj(9)
    zeros = b" " * 1_000_000
    packed = b"".join(packer.compress(zeros) for _ in range(size // len(zeros))) + packer.flush()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer << /Size 5 /Root 1 0 R >>\n"
    return out + b"startxref\n%d\n%%%%EOF" % start
