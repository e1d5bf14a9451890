/**
 * What is kept of what happened: kinds, numbers and time buckets, in a ring that outlives power
 * cuts.
 */
package org.gatereader.daemon.journal;
