/** Tests of the simulated floor; times are of Shanghai, where it stands. */
@NullMarked
package org.ringside.demo.simulation;

import org.jspecify.annotations.NullMarked;
