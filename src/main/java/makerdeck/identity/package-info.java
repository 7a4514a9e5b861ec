/**
 * Who this desk is and which numbers its orders may bear, in files that outlive it. It must never
 * give a number twice or take a desk's place that another one holds.
 */
@NullMarked
package makerdeck.identity;

import org.jspecify.annotations.NullMarked;
