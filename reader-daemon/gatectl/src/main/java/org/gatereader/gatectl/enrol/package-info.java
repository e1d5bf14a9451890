/**
 * Makes a machine a gate, and ends that: the root that it believes, and the keys that are its own.
 */
package org.gatereader.gatectl.enrol;
