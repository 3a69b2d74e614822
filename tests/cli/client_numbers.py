"""Invented numbers of persons, in the forms in which people write them. Shared by the tests of privacy.

The check digits are computed here after their own sources: KVNR (§ 290 SGB V), RVNR (§ 2 VKVV), tax number (§ 139b AO, ISO 7064 MOD 11,10),
IBAN (ISO 13616); the two other kinds have none. Python >= 3.9, standard library only."""
import random
import re
from typing import Callable, NamedTuple
from urllib.parse import quote, quote_plus

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


# Kinds of numbers

def digits(dice, count):
    return "".join(dice.choice("0123456789") for _ in range(count))


def cross_sum(text, weights):
    """Of the products; a letter counts as its two-digit place in the alphabet."""
    spelled = "".join(c if c.isdigit() else f"{LETTERS.index(c) + 1:02d}" for c in text)
    return sum(sum(divmod(int(digit) * weight, 10)) for digit, weight in zip(spelled, weights))


def kvnr(text):
    return text + str(cross_sum(text, [1, 2] * 5) % 10)


def rvnr(text):
    return text + str(cross_sum(text, [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10)


def tax(text):
    product = 10
    for digit in text:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return text + str((11 - product) % 10)


def iban(text):
    """Of country and account."""
    moved = "".join(str(int(c, 36)) for c in text[2:] + text[:2] + "00")
    return f"{text[:2]}{98 - int(moved) % 97:02d}{text[2:]}"


def new_rvnr(dice):
    born = f"{dice.randint(1, 28):02d}{dice.randint(1, 12):02d}{digits(dice, 2)}"
    return rvnr(f"{dice.randint(2, 89):02d}{born}{dice.choice(LETTERS)}{digits(dice, 2)}")


def new_tax(dice):
    """Of the first ten digits one occurs twice or three times."""
    times = dice.choice((2, 3))
    chosen = dice.sample("0123456789", 11 - times)
    text = "0"
    while text[0] == "0":
        text = "".join(dice.sample(chosen + [chosen[0]] * (times - 1), 10))
    return tax(text)


def new_foreign_iban(dice):
    country, form = dice.choice((("AT", 16), ("BE", 12), ("CH", 17), ("ES", 20), ("PL", 24), ("NL", 10)))
    return iban(country + ("".join(dice.sample(LETTERS, 4)) if country == "NL" else "") + digits(dice, form))


class Kind(NamedTuple):
    make: Callable[[random.Random], str]
    groupings: list
    words: list  # that people put before it
    has_check_digit: bool = True


FOURS = (4,) * 9  # as many as it takes
KINDS = {
    "KVNR": Kind(lambda dice: kvnr(dice.choice(LETTERS) + digits(dice, 8)),
                 [(1, 9), (4, 6), (1, 3, 3, 3), (4, 3, 3), (1, 8, 1), (2, 2, 2, 2, 2), (1, 2, 2, 2, 2, 1)],
                 ["KVNR", "eGK", "egk", "Versichertennummer", "Patient", "PATIENT", "Versicherter"]),
    "RVNR": Kind(new_rvnr, [(8, 4), (9, 3), (2, 6, 4), (2, 7, 3), (8, 1, 3), (2, 6, 1, 3), (2, 6, 1, 2, 1), (2, 2, 2, 2, 1, 3), (4, 4, 4)],
                 ["RVNR", "SVNR", "SV", "Rentenversicherungsnummer", "Versicherter"]),
    "tax number": Kind(new_tax, [(2, 3, 3, 3)], ["IdNr", "SteuerID", "Steuer"]),
    "IBAN": Kind(lambda dice: iban("DE" + digits(dice, 18)), [FOURS, (2, 2, 8, 10), (4, 8, 10), (2, 2, *FOURS), (2, 20)], ["IBAN", "Konto", "KONTO"]),
    "foreign IBAN": Kind(new_foreign_iban, [FOURS], ["IBAN", "Konto"]),
    "BG number": Kind(lambda dice: digits(dice, 5) + dice.choice(("//", "BG")) + digits(dice, 7), [(5, 2, 7)], ["BG", "BGNr", "Bedarfsgemeinschaft"],
                      has_check_digit=False),
    "customer number": Kind(lambda dice: digits(dice, 3) + dice.choice(LETTERS) + digits(dice, 6), [(3, 1, 6)], ["KdNr", "Kundennummer", "Kunde"],
                            has_check_digit=False),
}


def damaged(number, dice):
    return number[:-1] + str((int(number[-1]) + dice.randrange(1, 10)) % 10)


# Forms of a number

ANY = (" ", "  ", "\t", "\n", "\u00a0", "\u2009", "\u202f", "-", "\u2011", "\u2013", ".", "_", "/", ",")
BROAD_SIGNS = (" - ", ", ", " / ")  # between three or more groups
INVISIBLE = ("\u200b", "\u200d", "\u00ad", "\u2060")
AROUND = ("{}", "siehe {}", "Nr. {}, Gruppe", "({})", "[{}]", "Kurs für {}.", "ID:{}", "{};", "»{}«", "„{}“", "Vorgang-{}", "x {} y",
          "{}/2024", "Az. 12/{}", "M_{}_x", "{}: Rückfrage", "#{}", "+{}!", "<b>{}</b>", "am 01.02.2024 {} gemeldet", "Fall 3 {} 12 Stunden",
          "33611 Bielefeld {}", "{} 33611 Bielefeld", "Gruppe B {}", "Frau M., {}, kommt", "{}\nzweite Zeile", "erste Zeile\n- {}", "C:\\Akten\\{}.docx")
WEB = ("https://www.example.org/{}", "www.example.org/akte/{}.pdf", "https://example.org/?nr={}&x=1", "https://example.org/a?b=1&q=Muster+{}",
       "https://example.org/?q=Muster%20{}", "https://example.org/%28{}%29", "http://{}.example.org/#a", "siehe https://example.org/#{}.",
       "mailto:{}@example.org")
BEFORE_CUSTOMER = ("Kundennummer: {}", "Kd-Nr. {}", "Kundennr. {}, Musterstadt", "Kunden-Nr.: {}")


def in_groups(kind, number, dice, signs, sizes=None):
    sizes = sizes or dice.choice(KINDS[kind].groupings)
    cuts = [cut for cut in (sum(sizes[:i]) for i in range(len(sizes))) if cut < len(number)]
    groups = [number[a:b] for a, b in zip(cuts, [*cuts[1:], None])]
    if len(groups) > 2 and "-" in signs and dice.random() < 0.2:
        return groups[0] + "".join(dice.choice(" -") + group for group in groups[1:])
    if len(groups) > 2 and signs == ANY:
        signs += BROAD_SIGNS
    return dice.choice([sign for sign in signs if "//" not in number or "/" not in sign]).join(groups)


def grouped(kind, number, dice):
    """With the signs that are promised for its kind, and the text around it."""
    if kind != "customer number":
        return dice.choice(AROUND).format(in_groups(kind, number, dice, ANY))
    if dice.random() < 0.5:
        return dice.choice(AROUND).format(in_groups(kind, number, dice, (" ", "\u00a0", "\u202f", "-", "\u2011")))
    return dice.choice(BEFORE_CUSTOMER).format(in_groups(kind, number, dice, ANY, dice.choice(((3, 1, 6), (4, 6), (3, 7), (3, 1, 3, 3)))))


def wide(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def with_invisible(text, dice):
    return "".join(c + (dice.choice(INVISIBLE) if dice.random() < 0.4 else "") for c in text[:-1]) + dice.choice(INVISIBLE) + text[-1]


def in_web_address(kind, number, dice):
    encoded = dice.random() < 0.5
    if encoded:
        number = dice.choice((quote, quote_plus))(in_groups(kind, number, dice, (" ",)), safe="")
    text = dice.choice(WEB).format(number)
    return text, "encoded web address" if encoded or "%" in text else "web address"


def written(kind, number, dice, turn):
    """The number in one of the promised forms, and the name of the form."""
    form = ("plain", "in groups", "lower case", "full width", "invisible signs", "behind a word", "web address")[turn % 7]
    if form == "in groups":
        return grouped(kind, number, dice), form
    if form == "behind a word":
        word = dice.choice(KINDS[kind].words)
        return dice.choice(AROUND).format(word + number), f"behind {word}"
    if form == "web address":
        return in_web_address(kind, number, dice)
    changed = {"plain": str, "lower case": str.lower, "full width": wide, "invisible signs": lambda text: with_invisible(text, dice)}[form](number)
    return dice.choice(AROUND).format(changed), form


class Sample:
    """Numbers of every kind, each right one followed by one with a wrong check digit, if its kind has one."""

    def __init__(self, count, seed):
        dice = random.Random(seed)
        self.texts, self.numbers = [], []  # (text, right or not, kind and form); what no output may repeat
        for kind, maker in KINDS.items():
            for turn in range(count):
                number = maker.make(dice)
                self.numbers.append(re.sub(r"\W", "", number).lower())
                text, form = written(kind, number, dice, turn)
                self.texts.append((text, True, f"{kind}, {form}"))
                if maker.has_check_digit:
                    text, form = written(kind, damaged(number, dice), dice, turn)
                    self.texts.append((text, False, f"{kind}, {form}"))

    def wrong(self):
        return [text for text, right, _ in self.texts if not right]
