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


def import_places() -> None:
    """Import what the steps are made of, so that none of them waits for it when it is shown."""
    import ui.live.controller
    import ui.live.page
    import ui.minutes.controller
    import ui.minutes.page
    import ui.prepare.controller
    import ui.prepare.page
    import ui.review.controller
    import ui.review.page  # noqa: F401


FACTORIES: Mapping[Step, PlaceFactory] = {
    Step.PREPARE: _prepare,
    Step.LIVE: _live,
    Step.REVIEW: _review,
    Step.MINUTES: _minutes,
}
