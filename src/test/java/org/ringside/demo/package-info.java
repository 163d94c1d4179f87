/** Tests of the example organisation as a client of the API. */
@NullMarked
package org.ringside.demo;

import org.jspecify.annotations.NullMarked;
