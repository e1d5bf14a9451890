/** From devices to captured payloads: one intake a channel, each with a thread of its own. */
package org.gatereader.daemon.intake;
