package makerdeck.backpack.client;

import java.io.IOException;

/** The venue was reached and said no: asking again unchanged will not help. */
public final class VenueRefusedException extends IOException {

    VenueRefusedException(String message) {
        super(message);
    }
}
