"""Our bullets beside the lists of a template: under numbers of their own."""

from copy import deepcopy

from app.export.house.names import Element, W, child, drop, every, value


def added(numbering: Element, ours: Element) -> dict[str, str]:
    """Add our lists to those of a template; returns their new numbers by the old ones."""
    shift_lists = _highest(numbering, "abstractNum", "abstractNumId")
    shift_numbers = _highest(numbering, "num", "numId")
    first_number = child(numbering, "num")
    for each in every(ours, "abstractNum"):
        copy = deepcopy(each)
        copy.set(f"{W}abstractNumId", str(shift_lists + int(value(each, "abstractNumId"))))
        if first_number is None:
            numbering.append(copy)
        else:  # all lists stand before all numbers
            first_number.addprevious(copy)
    numbers: dict[str, str] = {}
    after = list(numbering.findall(f"{W}num"))
    for each in every(ours, "num"):
        copy = deepcopy(each)
        old = value(each, "numId")
        numbers[old] = str(shift_numbers + int(old))
        copy.set(f"{W}numId", numbers[old])
        for link in every(copy, "abstractNumId"):
            link.set(f"{W}val", str(shift_lists + int(value(link))))
        if after:
            after[-1].addnext(copy)
        else:
            numbering.append(copy)
        after.append(copy)
    return numbers


def unlink(numbering: Element, style_id: str) -> None:
    """Let no level of a list number the paragraphs of a style."""
    for each in list(every(numbering, "pStyle")):
        if value(each) == style_id:
            drop(each)


def _highest(numbering: Element, name: str, attribute: str) -> int:
    return max((int(value(each, attribute) or 0) for each in every(numbering, name)), default=0)
