package makerdeck.laboratory.run;

import java.math.BigDecimal;
import makerdeck.laboratory.model.Known;

/** The mid of the last book before a fill, and what else was known. */
record Before(BigDecimal mid, Known known) {}
