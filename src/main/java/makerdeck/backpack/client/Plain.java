package makerdeck.backpack.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Transport failures in an operator's words. */
final class Plain {

    private Plain() {}

    static String words(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "the host name is not known";
        }
        if (failure instanceof ConnectException) {
            return "connection refused";
        }
        if (failure instanceof InterruptedIOException) {
            return "no answer in time";
        }
        if (failure instanceof SSLException) {
            return "no secure connection: " + failure.getMessage();
        }
        var message = failure.getMessage();
        return "connection lost" + (message == null || message.isBlank() ? "" : ": " + message);
    }
}
