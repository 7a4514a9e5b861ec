package makerdeck.domain;

import java.math.BigDecimal;

/** The account's own spot fees in basis points of notional; negative is a rebate. */
public record Fees(BigDecimal makerBp, BigDecimal takerBp) {}
