/** Tests of what all features stand on. */
@NullMarked
package org.ringside.frame;

import org.jspecify.annotations.NullMarked;
