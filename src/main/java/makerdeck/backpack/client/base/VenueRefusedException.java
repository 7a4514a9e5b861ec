package makerdeck.backpack.client.base;

import java.io.IOException;

/** The venue was reached and said no: asking again unchanged will not help. */
public final class VenueRefusedException extends IOException {

    public VenueRefusedException(String message) {
        super(message);
    }
}
