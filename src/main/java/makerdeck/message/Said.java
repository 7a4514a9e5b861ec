package makerdeck.message;

/** A failure that knows what the operator is to be told of it. Any thread. */
public interface Said {

    Message said();
}
