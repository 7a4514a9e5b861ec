package makerdeck.backpack.client.http;

import java.io.IOException;

/** An order has waited for its connection until the market was another one: it is not sent. */
final class OverdueException extends IOException {

    OverdueException() {
        super("overdue");
    }
}
