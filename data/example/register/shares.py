"""Who owns a project: usual divisions in the field, as parts of 1, what is unknown included."""

from collections.abc import Mapping

from data.example.register.chance import chance

_FIELDS = ("share_residents", "share_public", "share_local_business", "share_not_local", "share_unknown")
_DIVISIONS: Mapping[str, tuple[tuple[float, ...], ...]] = {
    "members": ((1, 0, 0, 0, 0),),
    "half": ((0.5, 0, 0, 0.5, 0), (0.5, 0.1, 0, 0.4, 0), (0.51, 0, 0, 0.49, 0)),
    "developer": ((0, 0, 0, 1, 0), (0, 0, 0, 1, 0), (0.1, 0, 0, 0.9, 0), (0.05, 0, 0.1, 0.85, 0)),
    "farmers": ((0, 0, 1, 0, 0), (0.15, 0, 0.85, 0, 0), (0.2, 0, 0.5, 0.3, 0), (0, 0, 0.6, 0.4, 0)),
    "mixed": ((0.25, 0, 0.25, 0.5, 0), (0.3, 0.2, 0, 0.5, 0), (0.2, 0.1, 0.3, 0.4, 0)),
    "public": ((0, 1, 0, 0, 0), (0, 0.5, 0, 0.5, 0), (0.25, 0.75, 0, 0, 0)),
    "companies": ((0, 0, 1, 0, 0), (0, 0.1, 0.9, 0, 0)),
    "unknown": ((0, 0, 0, 0, 1),),
    "partly known": ((0, 0, 0, 0.6, 0.4), (0.25, 0, 0, 0.5, 0.25), (0, 0, 0.5, 0, 0.5)),
    "not recorded": (),
}


def shares(division: str, *key: object) -> dict[str, float]:
    """The five shares, which are 1 together; nothing at all when nobody recorded them."""
    known = _DIVISIONS[division]
    if not known:
        return {}
    chosen = known[chance("shares", *key).randrange(len(known))]
    return dict(zip(_FIELDS, map(float, chosen), strict=True))


def vote_local(found: Mapping[str, float], *key: object) -> float | None:
    """The part of the votes local parties have: often their share, sometimes less. Unknown when the shares are."""
    if not found or found["share_unknown"] > 0 or chance("vote told", *key).random() < 0.35:
        return None
    local = found["share_residents"] + found["share_local_business"] + found["share_public"]
    less = chance("vote", *key).random() < 0.2 and 0 < local < 1
    return round(local / 2 if less else local, 2)
