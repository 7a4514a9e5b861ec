package makerdeck.backpack.client.base;

/** Well-formed JSON that does not say what it must. */
public final class DecodeException extends Exception {

    public DecodeException(String message) {
        super(message);
    }
}
