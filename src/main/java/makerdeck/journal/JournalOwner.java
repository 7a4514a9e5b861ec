package makerdeck.journal;

/**
 * Whose journal it is: one desk, on one account and symbol. Immutable.
 *
 * @param account fingerprint of the account's public key, never a secret
 * @param venue what trades against the desk, e.g. {@code backpack} or {@code demo}
 * @param mode whose money it is, e.g. {@code LIVE} or {@code SIM}
 * @param process the desk's process id
 */
public record JournalOwner(String account, String symbol, String venue, String mode, long process) {}
