"""English words that labels of metrics, segments and bases are made of: what may lose its capital, and odd plurals."""

from __future__ import annotations

import re

PLURALS = {
    "bus": "buses",
    "gas": "gases",
    "lens": "lenses",
    "person": "people",
    "child": "children",
    "man": "men",
    "woman": "women",
    "process": "processes",
    "address": "addresses",
    "access": "accesses",
    "class": "classes",
    "business": "businesses",
    "pass": "passes",
    "loss": "losses",
    "miss": "misses",
    "guess": "guesses",
    "press": "presses",
    "success": "successes",
    "boss": "bosses",
    "canvas": "canvases",
    "quiz": "quizzes",
}
"""Plurals that no rule makes, and nouns in -ss, which only look like abbreviations."""

_SUFFIX = re.compile(
    r"(?:tion|sion|ness|ity|ment|ance|ence|ency|ancy|ship|ing|ful|less|able|ible|ous|ive|ism|acy|age|ure|ality|edge)s?$"
)
_EVERYDAY = """
    abandoned accept accepted access accuracy accurate active activity actual admin adults after all annual answer
    answered answers any app apps assistant at attempt audio automated average bad balance base basic before
    better big bill billing blocked body book bot both bounce break broad browser bug bugs build business buyers
    by call calls cancel card cart case cases chat chats check checkout child children churn citations claim
    claims clarity clear click clicks code cold comfort common complaint complaints complete completed complex
    conversation conversations conversions copy correct corrected correctness cost costs count crash crashes
    creators credit critical cross customer customers daily danger data day days deep default delay delayed
    delight depth desktop details direct doubt draft drop duplicate each ease easy edge edit edits effort email
    empty end engaged enterprise entry error errors escalated escalation event events every everyone exact expert
    experts export extra fact facts factual fail failed failure failures faithful false fast favourite few field
    file files final first fix fixed flag flagged flow focus follow form format found free frequent fresh friendly
    full general generic global goal goals good great gross group groups guest guests hard harm harmful harms
    heavy help helpful helps hidden high hint hit hits home hot hour hours human ideal idle image inbox income
    inner input inputs intent internal invalid irrelevant issue issues item items job jobs joy judge junior key
    known language large last late latency lead leads leak leaks leaver legal length less level life light likes
    link links list lists load local long longer look loss lost low loyal mail main major male match matches mean
    median member members memory message messages minor minutes misleading miss missed mobile model money month
    monthly more most name named native near net new next night no noise non normal note notes novice offer offers
    office offline old older on one online only open operator opt order orders other others out outcome output
    outputs overall own page pages paid partner partners pass passed path pay payer paying people phone photo plan
    plans plus point points polite poor popular power premium price primary privacy pro problem problems product
    profit prompt prompts proper public pull purchase purchases quality queries query quick quiet quote random
    rare rate rates rating ratings raw read reader readers ready reason reasons recall recalled refund refunds
    refusal refuse refused regular relevant renewal reopened repair repeat replies reply report reports request
    requests rescue resolved response responses rest result results return returned returns revenue review
    reviewed reviews right risk risks role root rude run runs safe safety sale sales same sample samples satisfied
    save saved savings score scores search searches secondary segment senior serious session sessions set severe
    share shared shift shop shopper shoppers short sick sign signups simple single site size skill skills slow
    slower small smart smooth social solved some source sources spam speech speed spend spent staff stale start
    state status step steps stock stop story strict strong student students style success support sure survey tail
    task tasks taste team teams teen teens test text theft ticket tickets time times tips tokens tone tool tools
    top total toxic toxicity traffic trial true trust turn turns type typical typing unique unit units unsafe
    upsell upset use used useful user users usual valid value values verbosity version very video view views visit
    visits voice voices volume wait waste web week weekly weight whole wide win wins with word words work worker
    workers works worse worst writer writers writing wrong year years yes young zero
"""
_WORDS = frozenset(_EVERYDAY.split())


def is_common(word: str) -> bool:
    """Whether a single word is everyday English: listed, or with an ending that few other languages share."""
    plain = word.lower()
    return plain in _WORDS or _SUFFIX.search(plain) is not None
