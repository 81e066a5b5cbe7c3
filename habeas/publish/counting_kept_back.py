"""How many people are kept back, told in one number beside the copy, which holds nothing else of them."""

from __future__ import annotations

from pathlib import Path

from habeas.ledger.sight import seeing_everything
from habeas.publish.copying import Copied
from habeas.publish.written import Folder
from habeas.register.kept_back import BESIDE, people_kept_back, told_beside
from habeas.register.lenses import lens


@seeing_everything()
def write(copied: Copied, into: Folder, workshop: Path) -> None:
    """Of the day of the latest release; asks the register, and no data release ever holds it.

    Were it in the releases, an earlier one could be compared with what it says after a withdrawal.
    """
    looked = lens(copied.releases[-1].day.isoformat(), None)
    band = people_kept_back(looked)
    assert band is not None, "the register knows whom it keeps back"
    told = told_beside(band, looked)
    # Pages are made from the copy while it lies in the workshop.
    (workshop / BESIDE).write_bytes(told)
    into.write(BESIDE, told)
