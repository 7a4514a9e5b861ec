package makerdeck.backpack.wire.signing;

/** The names that open a signing string: one per private call. */
public enum Instruction {
    ACCOUNT_QUERY("accountQuery"),
    ACCOUNT_UPDATE("accountUpdate"),
    BALANCE_QUERY("balanceQuery"),
    COLLATERAL_QUERY("collateralQuery"),
    BORROW_LEND_POSITION_QUERY("borrowLendPositionQuery"),
    MAX_ORDER_QUANTITY("maxOrderQuantity"),
    ORDER_EXECUTE("orderExecute"),
    ORDER_CANCEL("orderCancel"),
    ORDER_CANCEL_ALL("orderCancelAll"),
    ORDER_QUERY("orderQuery"),
    ORDER_QUERY_ALL("orderQueryAll"),
    ORDER_HISTORY_QUERY_ALL("orderHistoryQueryAll"),
    FILL_HISTORY_QUERY_ALL("fillHistoryQueryAll"),
    INTEREST_HISTORY_QUERY_ALL("interestHistoryQueryAll"),
    SUBSCRIBE("subscribe");

    private final String text;

    Instruction(String text) {
        this.text = text;
    }

    /** As the wire spells it. */
    public String text() {
        return text;
    }
}
