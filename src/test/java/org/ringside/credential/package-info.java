/** Tests of what sign-in is made of. */
@NullMarked
package org.ringside.credential;

import org.jspecify.annotations.NullMarked;
