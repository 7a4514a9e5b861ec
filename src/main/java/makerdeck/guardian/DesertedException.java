package makerdeck.guardian;

import java.io.IOException;

/** Nobody serves the venue's address on this machine any more: a venue that is gone has taken its orders along. */
final class DesertedException extends IOException {

    private static final long serialVersionUID = 1;

    DesertedException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
