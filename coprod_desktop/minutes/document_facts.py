"""What a PDF says of itself: title, language, maker and date, for readers and for machines (PDF-11 to PDF-13)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

_FIXED_DATE = datetime(2000, 1, 1, tzinfo=UTC)

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate>
<pdf:Producer>ReportLab</pdf:Producer><pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


@dataclass(frozen=True, kw_only=True)
class DocumentFacts:
    """Title, author, language and date of one document; the same facts give the same bytes."""

    title: str
    author: str
    language: str = "en-GB"
    subject: str = ""
    program: str = "coprod_desktop"
    made_at: datetime | None = None

    @property
    def date(self) -> datetime:
        return (self.made_at or _FIXED_DATE).astimezone(UTC)

    @property
    def pdf_date(self) -> str:
        return f"D:{self.date:%Y%m%d%H%M%S}+00'00'"


def metadata_packet(facts: DocumentFacts) -> str:
    """The XMP packet, which says that the file keeps to PDF/UA-1."""
    return _PACKET.format(
        title=escape(facts.title),
        author=escape(facts.author),
        language=escape(facts.language),
        program=escape(facts.program),
        date=f"{facts.date:%Y-%m-%dT%H:%M:%S}Z",
    )
