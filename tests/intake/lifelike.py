"""Lists in the manner of those that monitors, ministries, newsrooms and channels publish; all the people are invented.

Each is made when it is asked for, and says whom it names.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import docx
import openpyxl
import xlwt
from docx.oxml import OxmlElement
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import LineBreak, P
from openpyxl.styles import Font
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus import Table as PdfTable


@dataclass(frozen=True, slots=True)
class Lifelike:
    """A list: its file, the names in it in their order, and years of birth where it gives them."""

    file: str
    made: Callable[[], bytes]
    names: tuple[str, ...]
    births: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    """Names that stand in it and aren't said to be free: struck through, in hidden rows, under “still held”."""
