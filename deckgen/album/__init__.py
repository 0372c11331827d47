"""Remote images: fetched once at the user's word, pinned by content, and from then on as good as local ones.

    decks/x.images.jsonl    address -> sha256 and file name, one image a line, sorted; committed
    decks/x.images/         the images themselves, named by content

Only `deckgen build --fetch-images` opens a connection, and only for images that a card would show and that are not
pinned. Every other build and command takes what is pinned, so the deck is the same without a network, and other bytes
behind the same address change nothing. To fetch an image anew, delete its line.
"""

from deckgen.album.fetching import Fetch, Fetched, Limits, fetch
from deckgen.album.illustrating import Illustrated, illustrate, store
from deckgen.album.pins import Pin, dump, folder_of, pins_path, read

__all__ = [
    "Fetch",
    "Fetched",
    "Illustrated",
    "Limits",
    "Pin",
    "dump",
    "fetch",
    "folder_of",
    "illustrate",
    "pins_path",
    "read",
    "store",
]
