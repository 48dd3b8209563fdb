        pieces, at, shifts = [], 0, []
        for start, end, other in changes:
            pieces += [text[at:start], other]
            at = end
            shifts.append((end, len(other) - (end - start)))
        pieces.append(text[at:])

        def moved(start: int, end: int) -> tuple[int, int]:
            before = sum(shift for until, shift in shifts if until <= start)
            return start + before, end + sum(shift for until, shift in shifts if until <= end)

        return (
            "".join(pieces),
            tuple((*moved(s, e), labels) for s, e, labels in sorted(spans)),
            tuple(moved(s, e) for s, e in unsure),
        )


def _other(name: str, labels: tuple[str, ...], given: dict[str, str], names: Names) -> str | None:
    """Another name for one of the same kind; null for those that are kept."""
    words = name.split()
    if labels == ("PERSON",) and len(words) <= 3:
        for word in words:
            if word not in given:
                own = people()[names.locale]
                other = names.dice.choice(own.last if word is words[-1] else own.first)
                given[word] = word if names.often(KEPT_WORDS) else other
        return " ".join(given[word] for word in words)
    if name.isupper() or not set(labels) <= {"ORG", "GPE", "LOC", "FAC"}:
        return None
    if name not in given:
        if len(words) == 1:
            other = names.made_up() if labels == ("ORG",) else names.town()
            given[name] = name if names.often(KEPT_SINGLE) else other
        elif labels == ("ORG",):
            other = names.dice.choice((names.body, names.body, names.firm, names.paper, names.party))()
            given[name] = name if names.often(KEPT_BODIES) else other
        else:
            return None
    return given[name]
