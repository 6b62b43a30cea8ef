"""Real files of binary formats, made byte by byte for the tests."""

import io
import zipfile
from collections.abc import Mapping, Sequence

Line = tuple[int, int, str]  # where it stands on the page, in points from the left and from below, and its words


def pdf(*pages: Sequence[Line], title: str | None = None, author: str | None = None) -> bytes:
    """A PDF with these lines on its pages; “ﬁ” is written as the one glyph that typesetters use."""
    count = len(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(count))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi] >> >>",
        f"<< {f'/Title ({title})' if title else ''} {f'/Author ({author})' if author else ''} >>",
    ]
    for i, page in enumerate(pages):
        drawn = "\n".join(f"BT /F 10 Tf {x} {y} Td ({_escaped(words)}) Tj ET" for x, y, words in page)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F 3 0 R >> >> /Contents {6 + 2 * i} 0 R >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('latin-1'))} >>\nstream\n{drawn}\nendstream")
    return _assembled(objects)


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").replace("ﬁ", r"\001")


def _assembled(objects: Sequence[str]) -> bytes:
    raw = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(raw))
        raw += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    start = len(raw)
    raw += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    raw += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    raw += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(raw)


def archive(members: Mapping[str, str | bytes], *, packed: bool = True) -> bytes:
    """A ZIP archive of these files, in this order."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as out:
        for name, content in members.items():
            out.writestr(name, content)
    return raw.getvalue()


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def docx(body: str, *, title: str = "", author: str = "", footnote: str = "") -> bytes:
    """A Word document; `body` is WordprocessingML, see `paragraph`."""
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return archive(
        {
            "[Content_Types].xml": f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{types}.document.main+xml"/>'
            f'<Override PartName="/word/footnotes.xml" ContentType="{types}.footnotes+xml"/></Types>',
            "_rels/.rels": f'{_XML}<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'{_XML}<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="r1" Type="{_OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
            "word/footnotes.xml": f"{_XML}<w:footnotes {_WORD}>"
            f'<w:footnote w:id="2">{paragraph(footnote)}</w:footnote></w:footnotes>',
            "word/document.xml": f"{_XML}<w:document {_WORD}><w:body>{body}</w:body></w:document>",
            "docProps/core.xml": f"{_XML}<cp:coreProperties xmlns:dc='http://purl.org/dc/elements/1.1/' "
            "xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'>"
            f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator></cp:coreProperties>",
        }
    )


def paragraph(words: str, *, noted: bool = False) -> str:
    """A paragraph of a Word document, with the mark of footnote 2 at its end if `noted`."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>' if noted else ""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r>{mark}</w:p>"


def table(*cells: str) -> str:
    """A table of one row in a Word document."""
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def epub(*chapters: str, title: str, author: str, publisher: str, published: str) -> bytes:
    """A book; `chapters` are the bodies of its pages, as XHTML."""
    names = [f"chapter {i}.xhtml" for i in range(len(chapters))]
    manifest = "".join(
        f'<item id="c{i}" href="{name.replace(" ", "%20")}" media-type="application/xhtml+xml"/>'
        for i, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{i}"/>' for i in range(len(chapters)))
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": f'{_XML}<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
            'version="1.0"><rootfiles><rootfile full-path="OPS/book.opf" '
            'media-type="application/oebps-package+xml"/></rootfiles></container>',
            "OPS/book.opf": f'{_XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0">'
            f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title>'
            f"<dc:creator>{author}</dc:creator><dc:publisher>{publisher}</dc:publisher><dc:date>{published}</dc:date>"
            f'</metadata><manifest>{manifest}<item id="nav" href="nav.xhtml" properties="nav" '
            f'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="nav"/>{spine}</spine></package>',
            "OPS/nav.xhtml": _page("<nav><ol><li>Contents</li></ol></nav>"),
            **{f"OPS/{name}": _page(chapter) for name, chapter in zip(names, chapters, strict=True)},
        },
        packed=False,
    )


def _page(body: str) -> str:
    head = "<head><title>Not prose</title></head>"
    return f'{_XML}<html xmlns="http://www.w3.org/1999/xhtml">{head}<body>{body}</body></html>'
