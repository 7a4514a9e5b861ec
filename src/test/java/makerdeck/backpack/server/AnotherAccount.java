package makerdeck.backpack.server;

/** A counterparty for tests of other rooms. */
public final class AnotherAccount {

    private AnotherAccount() {}

    /** Keys of one more account with the same funds. */
    public static Credentials open(BackpackServer server) {
        return server.openAccount();
    }
}
