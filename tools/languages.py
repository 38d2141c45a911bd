"""Questions in a language that the documents do not speak: the embedded default cannot translate, and says so.

A language is told by its commonest words; the documents speak it when they hold most of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue import Catalogue
from knowledge.lexicon import words

FEWEST, SHARE = 2, 0.3
"""Different words of a language, and their share of a message, from which it is in that language. By hand: no English
question of the shipped suites is told to be in another one."""
SPOKEN = 0.5
"""Share of the words that the documents hold from which they speak a language."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its commonest words that English has not, and what is said to who asks in it."""

    words: frozenset[str]
    told: str


LANGUAGES = (
    Language(
        frozenset(
            "el la los las una unos del al que qué como cómo cuando cuándo donde dónde cuanto cuánto cuanta cuánta "
            "cuántos cuántas cual cuál quien quién por para con sin está están esta este hay tengo tiene puedo puede "
            "debo debe hago hacer se es y muy más".split()
        ),
        "Your documents are in another language, and I can't translate: ask in theirs. (Sus documentos están en otro "
        "idioma y no puedo traducir: pregunte en el de ellos.)",
    ),
    Language(
        frozenset(
            "le les une du de la au aux est sont que quel quelle quels quelles comment quand où combien pourquoi "
            "pour avec sans dans je il elle nous vous faut dois peut peux puis et ce cette mes".split()
        ),
        "Your documents are in another language, and I can't translate: ask in theirs. (Vos documents sont dans une "
        "autre langue et je ne peux pas traduire : posez la question dans la leur.)",
    ),
    Language(
        frozenset(
            "der das den dem des ein eine einen einem ist sind wie wann wo wer warum wieviel welche welcher "
            "welches mit ohne für auf und oder nicht ich wir muss kann darf soll mach macht zum zur im beim".split()
        ),
        "Your documents are in another language, and I can't translate: ask in theirs. (Ihre Dokumente sind in einer "
        "anderen Sprache, und ich kann nicht übersetzen: fragen Sie in ihrer.)",
    ),
    Language(
        frozenset(
            "os um uma da das na nos nas ao que como quando onde quanto quanta quantos quantas qual quem "
            "por para com sem está estão este esta tem tenho posso pode devo deve faço fazer eu é são não mais".split()
        ),
        "Your documents are in another language, and I can't translate: ask in theirs. (Seus documentos estão em outro "
        "idioma e não posso traduzir: pergunte no deles.)",
    ),
)


def language_of(text: str) -> Language | None:
    """The language of a text, where it is one of LANGUAGES; None for English and for what tells nothing."""
    said = words(text)
    found = [(sum(word in language.words for word in said), language) for language in LANGUAGES]
    count, best = max(found, key=lambda one: one[0])
    is_told = len({word for word in said if word in best.words}) >= FEWEST and count >= SHARE * len(said)
    return best if is_told else None


def foreign(text: str, catalogue: Catalogue) -> str:
    """What to say of a question that is in a language which the documents do not speak; "" when they may. Blocks."""
    language = language_of(text)
    if language is None:
        return ""
    held = catalogue.frequencies(sorted(language.words))
    return "" if sum(count > 0 for count in held.values()) >= SPOKEN * len(held) else language.told
