package makerdeck.backpack.server;

/** Bodies of order requests. */
public final class OrderBody {

    private OrderBody() {}

    public static String limit(String side, String price, String quantity) {
        return limit(side, price, quantity, "");
    }

    /** @param more further members, each with a comma in front */
    public static String limit(String side, String price, String quantity, String more) {
        return "{\"orderType\":\"Limit\",\"price\":\"" + price + "\",\"quantity\":\"" + quantity + "\",\"side\":\""
                + side + "\",\"symbol\":\"SOL_USDC\"" + more + "}";
    }

    public static String market(String side, String quantity) {
        return "{\"orderType\":\"Market\",\"quantity\":\"" + quantity + "\",\"side\":\"" + side
                + "\",\"symbol\":\"SOL_USDC\"}";
    }
}
