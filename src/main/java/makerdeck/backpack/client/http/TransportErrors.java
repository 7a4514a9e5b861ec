package makerdeck.backpack.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import makerdeck.words.Words;

/** Transport failures in an operator's words. */
public final class TransportErrors {

    private TransportErrors() {}

    public static String words(IOException failure) {
        if (failure instanceof OverdueException) {
            return Words.say("client.overdue");
        }
        if (failure instanceof UnknownHostException) {
            return Words.say("client.connection.host-unknown");
        }
        if (failure instanceof ConnectException) {
            return Words.say("client.connection.refused");
        }
        if (failure instanceof InterruptedIOException) {
            return Words.say("client.connection.no-answer");
        }
        if (failure instanceof SSLException) {
            return Words.say("client.connection.not-secure", failure.getMessage());
        }
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? Words.say("client.connection.lost")
                : Words.say("client.connection.lost-because", message);
    }
}
