package makerdeck.laboratory.run;

/** An execution, as the exchange names it. */
record FillKey(String orderId, long tradeId) {}
