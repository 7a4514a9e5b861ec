package makerdeck.message;

/**
 * Somebody typed, wrote or recorded what cannot be taken: a slip of the operator or a bad file. No bug of the program;
 * that is an {@link IllegalArgumentException}. Nothing has been changed by it.
 */
public final class MistakeException extends RuntimeException implements Said {

    private static final long serialVersionUID = 1L;

    private final transient Message said;

    public MistakeException(Message said) {
        super(said.toString());
        this.said = said;
    }

    public MistakeException(Message said, Throwable cause) {
        super(said.toString(), cause);
        this.said = said;
    }

    @Override
    public Message said() {
        return said;
    }
}
