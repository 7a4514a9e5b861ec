package makerdeck.backpack.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import makerdeck.message.Message;
import makerdeck.message.Said;

/** Transport failures in an operator's words. */
public final class TransportErrors {

    private TransportErrors() {}

    public static Message words(IOException failure) {
        if (failure instanceof OverdueException) {
            return Message.of("client.overdue");
        }
        if (failure instanceof UnknownHostException) {
            return Message.of("client.connection.host-unknown");
        }
        if (failure instanceof ConnectException) {
            return Message.of("client.connection.refused");
        }
        if (failure instanceof InterruptedIOException) {
            return Message.of("client.connection.no-answer");
        }
        if (failure instanceof SSLException) {
            return Message.of("client.connection.not-secure", failure.getMessage());
        }
        if (failure instanceof Said said) {
            return Message.of("client.connection.lost-because", said.said());
        }
        var message = failure.getMessage();
        return message == null || message.isBlank()
                ? Message.of("client.connection.lost")
                : Message.of("client.connection.lost-because", message);
    }
}
