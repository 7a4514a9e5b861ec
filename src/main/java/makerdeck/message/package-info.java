/**
 * What is to be said, as a value: a key and what goes into its text. It must never hold a sentence or know a language;
 * only the rooms that show something turn it into words.
 */
@NullMarked
package makerdeck.message;

import org.jspecify.annotations.NullMarked;
