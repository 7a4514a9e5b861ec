/**
 * Full screens: lists with columns, sorting, filter and a cursor, and pages of text. They take the place of the panes
 * and are painted from the same view. A screen must never carry a command out: it puts one on the command line.
 */
@NullMarked
package makerdeck.console.screen;

import org.jspecify.annotations.NullMarked;
