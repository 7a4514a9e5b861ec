package makerdeck.simulator.model;

import makerdeck.domain.Book;

/** The book as everybody is shown it. */
public interface DisplayedDepth {

    BookTop top(long nowNanos);

    /** Up to so many levels a side, best first. */
    Book depth(int levels);
}
