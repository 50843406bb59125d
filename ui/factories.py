"""How each step is made, the first time it is shown. Their modules are imported only then."""

from collections.abc import Mapping

from ui.pages import PlaceFactory, SessionPlace, Step, Toolbox


def _prepare(tools: Toolbox) -> SessionPlace:
    from ui.prepare.controller import PrepareController
    from ui.prepare.page import PreparePage

    return PrepareController(PreparePage(tools.theme, tools.texts), tools)


def _live(tools: Toolbox) -> SessionPlace:
    from ui.live.controller import LiveController
    from ui.live.page import LivePage

    return LiveController(LivePage(tools.theme, tools.texts), tools)


def _review(tools: Toolbox) -> SessionPlace:
    from ui.review.controller import ReviewController
    from ui.review.page import ReviewPage

    return ReviewController(ReviewPage(tools.theme, tools.texts), tools)


def _minutes(tools: Toolbox) -> SessionPlace:
    from ui.minutes.controller import MinutesController
    from ui.minutes.page import MinutesPage

    return MinutesController(MinutesPage(tools.theme, tools.texts), tools)


FACTORIES: Mapping[Step, PlaceFactory] = {
    Step.PREPARE: _prepare,
    Step.LIVE: _live,
    Step.REVIEW: _review,
    Step.MINUTES: _minutes,
}
