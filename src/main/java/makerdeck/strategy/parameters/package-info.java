/**
 * Everything an operator may set, with the values that are legal and which way each raises risk. It
 * must never know what a quote is.
 */
@NullMarked
package makerdeck.strategy.parameters;

import org.jspecify.annotations.NullMarked;
