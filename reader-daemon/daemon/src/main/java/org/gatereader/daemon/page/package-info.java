/**
 * The pages of one gate, on loopback alone: the sign for the screen at the barrier. They are told
 * signs and figures and can not name a credential.
 */
package org.gatereader.daemon.page;
