package makerdeck.simulator;

import makerdeck.domain.Book;

/** The book as everybody is shown it. */
interface Display {

    BookTop top(long nowNanos);

    /** Up to so many levels a side, best first. */
    Book depth(int levels);
}
