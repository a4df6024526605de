"""Pages: nothing is lost or cut, heads stay with what they head, table heads repeat."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.briefing.pdf.flow import Strip, empty, paginate, side_by_side, stacked_height


def _strip(height: float, before: float = 0.0, *, keeps_next: bool = False, header: Strip | None = None) -> Strip:
    return Strip(height, lambda _canvas, _x, _top: None, before, keeps_next, header)


STRIPS = st.lists(
    st.builds(_strip, st.floats(1, 90), st.floats(0, 20), keeps_next=st.booleans()), min_size=1, max_size=40
)


@given(STRIPS)
def test_that_every_strip_stands_on_one_page_in_order_and_inside_it(strips: list[Strip]) -> None:
    pages = paginate(strips, 100.0)
    placed = [placed for page in pages for placed in page.placed]
    assert [each.strip for each in placed] == strips
    assert all(each.offset >= 0 and each.offset + each.strip.height <= 100.0 + 1e-9 for each in placed)
    assert all(page.placed for page in pages)


@given(STRIPS)
def test_that_strips_on_a_page_do_not_overlap(strips: list[Strip]) -> None:
    for page in paginate(strips, 100.0):
        for above, below in zip(page.placed[:-1], page.placed[1:], strict=True):
            assert above.offset + above.strip.height <= below.offset + 1e-9


def test_that_a_head_moves_with_what_it_heads() -> None:
    head, text = _strip(10, keeps_next=True), _strip(30)
    pages = paginate([_strip(70), head, text], 100.0)
    assert [each.strip for each in pages[1].placed] == [head, text]


def test_that_the_head_of_a_table_is_repeated_on_the_next_page() -> None:
    head = _strip(10)
    rows = [_strip(40, header=head) for _ in range(3)]
    pages = paginate([head, *rows], 100.0)
    assert [each.strip for each in pages[1].placed] == [head, rows[2]]
    assert pages[1].placed[1].offset == 10


def test_that_space_above_is_dropped_at_the_head_of_a_page() -> None:
    pages = paginate([_strip(90), _strip(50, before=20)], 100.0)
    assert pages[1].placed[0].offset == 0


def test_that_columns_are_as_high_as_the_highest() -> None:
    columns = side_by_side([[_strip(10), _strip(10, 5)], [empty(12)]], [0, 50], 3)
    assert columns.height == 25 == stacked_height([_strip(10, 99), _strip(10, 5)])
