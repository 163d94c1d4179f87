@NullMarked
package org.ringside.access;

import org.jspecify.annotations.NullMarked;
