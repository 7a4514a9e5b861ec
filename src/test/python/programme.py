"""What a market-maker programme counts, worked out anew from recorded lines: python3 programme.py <lines >rows

Shares no code with the desk. All times are nanoseconds, all amounts exact fractions. A line is what the desk heard or wrote
down, in order of time:
  opened NOW | killed NOW | tick NOW | bands NOW NEAR FAR (basis points)
  up NOW STREAM | down NOW STREAM | lost NOW | book NOW SAID BID ASK ("-" where a side is empty)
  order NOW ID SIDE PRICE QUANTITY STATE EXECUTED | seen NOW ID EXECUTED
  fill NOW AT ID PRICE QUANTITY MAKER OURS | trade NOW PRICE QUANTITY
A row is: MINUTE NEAR FAR RAN KNOWN TAPE NEAR_BIDS NEAR_ASKS NEAR_BOTH FAR_BIDS FAR_ASKS FAR_BOTH MARKET MAKER
"""
import sys
from fractions import Fraction

SECOND = 10**9
MINUTE = 60 * SECOND
FRESH = 3 * SECOND


class Order:
    def __init__(self, side, price, quantity):
        self.side, self.price, self.quantity = side, price, quantity
        self.state, self.told, self.filled = "", Fraction(0), Fraction(0)

    def left(self):
        return max(Fraction(0), self.quantity - max(self.told, self.filled))


class Desk:
    def __init__(self):
        self.counting = False
        self.last = None
        self.bands = ("7.5", "15")
        self.rows = {}
        self.orders = {}
        self.open = set()
        self.up, self.since = {"PUBLIC": False, "PRIVATE": False}, {"PUBLIC": None, "PRIVATE": None}
        self.book, self.book_at = None, None
        self.known, self.tape = False, False
        self.resting = [[Fraction(0), Fraction(0)], [Fraction(0), Fraction(0)]]
        self.moved = True

    def row(self, minute):
        key = (minute,) + self.bands
        if key not in self.rows:
            self.rows[key] = {"ran": 0, "known": 0, "tape": 0, "value": [[0, 0], [0, 0]], "both": [0, 0],
                              "market": Fraction(0), "maker": Fraction(0)}
        return self.rows[key]

    def pass_until(self, now):
        """From the last line on all was as it was then; more than a minute without a line is not known."""
        begin = self.last
        self.last = now
        if not self.counting or begin is None or now - begin > MINUTE:
            return
        while begin < now:
            end = min(now, begin // MINUTE * MINUTE + MINUTE)
            length = end - begin
            row = self.row(begin // MINUTE * MINUTE)
            row["ran"] += length
            row["tape"] += length if self.tape else 0
            if self.known:
                row["known"] += length
                for band in (0, 1):
                    for side in (0, 1):
                        row["value"][band][side] += self.resting[band][side] * length
                    if self.resting[band][0] > 0 and self.resting[band][1] > 0:
                        row["both"][band] += length
            begin = end

    def traded(self, now, name, amount):
        if self.counting:
            self.row((now - 1) // MINUTE * MINUTE)[name] += amount

    def hear(self, kind, now, words):
        if kind == "opened":
            self.counting = True
        elif kind == "killed":
            # What it knew of the minute that ran is lost with it.
            for key in [key for key in self.rows if key[0] == (now - 1) // MINUTE * MINUTE]:
                del self.rows[key]
            kept, bands = self.rows, self.bands
            self.__init__()
            self.rows, self.bands = kept, bands
        elif kind == "bands":
            self.bands = (words[0], words[1])
        elif kind in ("up", "down"):
            self.up[words[0]] = kind == "up"
            self.since[words[0]] = now
            if kind == "down" and words[0] == "PUBLIC":
                self.book = None
        elif kind == "lost":
            self.book = None
        elif kind == "book":
            bid, ask = words[1], words[2]
            sound = bid != "-" and ask != "-" and Fraction(bid) < Fraction(ask)
            self.book = (Fraction(bid), Fraction(ask)) if sound else None
            self.book_at = int(words[0])
        elif kind == "order":
            order = self.orders.setdefault(words[0], Order(words[1], Fraction(words[2]), Fraction(words[3])))
            order.state, order.told = words[4], max(order.told, Fraction(words[5]))
            (self.open.add if order.state == "OPEN" else self.open.discard)(words[0])
        elif kind == "seen" and words[0] in self.orders:
            order = self.orders[words[0]]
            order.told = max(order.told, Fraction(words[1]))
        elif kind == "fill":
            at, name, price, quantity, maker, ours = words
            if ours == "yes":
                if name in self.orders:
                    self.orders[name].filled += Fraction(quantity)
                if maker == "yes" and self.up["PUBLIC"] and int(at) >= self.since["PUBLIC"]:
                    self.traded(now, "maker", Fraction(price) * Fraction(quantity))
        elif kind == "trade":
            self.traded(now, "market", Fraction(words[0]) * Fraction(words[1]))

    def look(self, now, kind):
        self.moved = self.moved or kind not in ("tick", "trade")
        self.tape = self.up["PUBLIC"]
        self.known = (self.book is not None and now - self.book_at <= FRESH
                      and self.up["PUBLIC"] and self.up["PRIVATE"])
        if not self.known or not self.moved:
            return
        self.moved = False
        mid = (self.book[0] + self.book[1]) / 2
        for band in (0, 1):
            reach = mid * Fraction(self.bands[band]) / 10000
            sums = {"BID": Fraction(0), "ASK": Fraction(0)}
            for order in map(self.orders.get, self.open):
                if abs(order.price - mid) <= reach:
                    sums[order.side] += order.price * order.left()
            self.resting[band] = [sums["BID"], sums["ASK"]]


def text(amount):
    whole = Fraction(amount) * 10**12
    return str(whole.numerator // whole.denominator) + "e-12"


def main():
    desk = Desk()
    for line in sys.stdin:
        kind, now, *words = line.split()
        now = int(now)
        desk.pass_until(now)
        desk.hear(kind, now, words)
        desk.look(now, kind)
    for (minute, near, far), row in sorted(desk.rows.items()):
        if row["ran"] > 0:
            figures = [minute, near, far, row["ran"], row["known"], row["tape"]]
            for band in (0, 1):
                figures += [text(Fraction(row["value"][band][0]) / SECOND),
                            text(Fraction(row["value"][band][1]) / SECOND), row["both"][band]]
            print(*figures, text(row["market"]), text(row["maker"]))


main()
