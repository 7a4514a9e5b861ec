package makerdeck.backpack.wire.signing;

/** Names of the headers that sign a REST call and of those that page a history. */
public final class Headers {

    public static final String API_KEY = "X-API-Key";
    public static final String SIGNATURE = "X-Signature";
    public static final String TIMESTAMP = "X-Timestamp";
    public static final String WINDOW = "X-Window";
    public static final String PAGE_COUNT = "X-Page-Count";
    public static final String CURRENT_PAGE = "X-Current-Page";
    public static final String PAGE_SIZE = "X-Page-Size";
    public static final String TOTAL = "X-Total";

    private Headers() {}
}
