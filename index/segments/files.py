"""Files of arrays that notice damage: written once, mapped into memory, every part checked before it is first used."""

import json
import mmap
import os
import struct
import weakref
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

import numpy as np
import numpy.typing as npt

from corpus.errors import StaleIndexError

Array = npt.NDArray[Any]

CHUNK: Final = 1 << 20  # bytes that share a checksum: small enough to check on first touch, large enough to be few
_ALIGNMENT: Final = 64
_TAIL: Final = struct.Struct("<QI8s")  # length of the directory, its checksum, and the mark of the format
_MARK: Final = b"FNarray1"


class ArrayWriter:
    """Writes named arrays one after the other into a new file; the directory and the checksums come last."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("wb")
        self._sections: dict[str, tuple[str, int, int]] = {}
        self._checksums: list[int] = []
        self._checksum = 0
        self._size = 0

    def write(self, name: str, array: Array) -> None:
        """Write a whole one-dimensional array."""
        self.begin(name, array.dtype)
        self.extend(name, array)

    def begin(self, name: str, dtype: npt.DTypeLike) -> None:
        """Start an array whose parts follow; only the array begun last can be extended."""
        self._put(b"\0" * (-self._size % _ALIGNMENT))
        self._sections[name] = (np.dtype(dtype).newbyteorder("<").str, self._size, 0)

    def extend(self, name: str, part: Array) -> None:
        """Write the next part of the array begun last."""
        dtype, offset, count = self._sections[name]
        self._put(np.ascontiguousarray(part, dtype=dtype).tobytes())
        self._sections[name] = (dtype, offset, count + len(part))

    def close(self) -> None:
        """Write the directory and make the file durable."""
        if self._size % CHUNK:
            self._checksums.append(self._checksum)
        directory = json.dumps({"sections": self._sections, "size": self._size, "checksums": self._checksums}).encode()
        self._file.write(directory + _TAIL.pack(len(directory), zlib.crc32(directory), _MARK))
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def _put(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            part = view[: CHUNK - self._size % CHUNK]
            self._checksum = zlib.crc32(part, self._checksum)
            self._size += len(part)
            if self._size % CHUNK == 0:
                self._checksums.append(self._checksum)
                self._checksum = 0
            view = view[len(part) :]
        self._file.write(data)


class ArrayFile:
    """A file of arrays, mapped into memory. `check` must be called for a part before that part is believed.

    It is let go of with the last reference to it; arrays that are still held keep it mapped until they go.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size < _TAIL.size:
                raise self.damaged()
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            # Closed with its last user: who drops a segment does not know whether a search still reads from it.
            self._descriptor = os.dup(file.fileno())
            weakref.finalize(self, os.close, self._descriptor)
        directory = self._directory(size)
        self._size: int = directory["size"]
        self._checksums: list[int] = directory["checksums"]
        self._checked = bytearray(len(self._checksums))
        self._sections: Mapping[str, tuple[str, int, int]] = directory["sections"]
        self.arrays = {
            name: np.frombuffer(self._map, dtype, count, offset)
            for name, (dtype, offset, count) in self._sections.items()
        }

    def damaged(self) -> StaleIndexError:
        """The error to raise when this file does not hold what was written."""
        return StaleIndexError(f"{self.path} is damaged; the index will be rebuilt from the stored documents.")

    def check(self, name: str, first: int = 0, last: int | None = None) -> None:
        """Make sure that the items first to last (exclusive) of an array are as they were written.

        Raises StaleIndexError if they are not.
        """
        dtype, offset, count = self._sections[name]
        width = np.dtype(dtype).itemsize
        begin = (offset + first * width) // CHUNK
        end = -(-(offset + (count if last is None else last) * width) // CHUNK)
        if self._checked.count(0, begin, end):
            self._check_chunks(begin, end)

    def check_all(self) -> None:
        """Make sure that every byte is as it was written; raises StaleIndexError if not."""
        self._check_chunks(0, len(self._checksums))

    def _check_chunks(self, begin: int, end: int) -> None:
        for chunk in range(begin, end):
            if not self._checked[chunk]:
                # Read, not mapped: a mapped page counts as this process's memory from the first touch on.
                at = chunk * CHUNK
                data = os.pread(self._descriptor, min(CHUNK, self._size - at), at)
                if zlib.crc32(data) != self._checksums[chunk]:
                    raise self.damaged()
                self._checked[chunk] = 1

    def _directory(self, size: int) -> dict[str, Any]:
        length, checksum, mark = _TAIL.unpack(self._map[size - _TAIL.size :])
        if mark != _MARK or length > size - _TAIL.size:
            raise self.damaged()
        raw = self._map[size - _TAIL.size - length : size - _TAIL.size]
        if zlib.crc32(raw) != checksum:
            raise self.damaged()
        directory: dict[str, Any] = json.loads(raw)
        if directory["size"] + length + _TAIL.size != size:
            raise self.damaged()
        return directory


def sync_folder(folder: Path) -> None:
    """Make the creation, renaming and removal of files in a folder durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_durably(path: Path, content: bytes) -> None:
    """Replace a small file as a whole: whoever reads it, or restarts after a power cut, sees the old or the new."""
    temporary = path.with_name(path.name + ".new")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    sync_folder(path.parent)
