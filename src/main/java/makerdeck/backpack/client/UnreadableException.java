package makerdeck.backpack.client;

/** Well-formed JSON that does not say what it must. */
final class UnreadableException extends Exception {

    UnreadableException(String message) {
        super(message);
    }
}
