import pytest


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        # Who spoke goes on, whoever else was named in what he said.
        ("Minister Peter Holm said John Stone may go free. “The law is clear,” he said.", "Peter Holm"),
        # A sentence that is nothing but quotation leaves the floor to its speaker.
        (
            "Minister Peter Holm said John Stone may go. “The law is clear. Nobody doubts it.” It rained, he said.",
            "Peter Holm",
        ),
        # The name behind an office, set off by commas, is whose office it is.
        ("The acting Trade Minister, Peter Holm, says the port of Kell is open. “Come,” he said.", "Peter Holm"),
        # He alone has spoken so far, and the dead do not.
        (
            "Peter Holm said the law is clear. John Stone died in Kell. “Nobody doubts it. It goes on,” he said.",
            "Peter Holm",
        ),
        # Who is named in a quotation does not speak it.
        ("It rained. “John Stone is clear. The trial goes on,” he said.", None),
        # The pronoun does not fit the speaker: silence.
        ("Minister Peter Holm said the law is clear. “Nobody doubts it,” she said.", None),
        # Nobody spoke: the two who were named may both be meant.
        ("Peter Holm met John Stone. “The law is clear,” he said.", None),
        # A speaker whose name tells no gender, and somebody else who fits.
        ("Arvo Kell told Tiit Marn that the port is open. “The law is clear,” he said.", None),
        # The paragraph that named the speaker is gone.
        ("The port of Kell is open. “The law is clear,” he said.", None),
    ],
)
def test_the_speaker_goes_on(read, meanings, text, meaning):
    found = [each for each in meanings(read(text)) if each[0] in {"he", "she"}]
    assert found[-1][1] == meaning
