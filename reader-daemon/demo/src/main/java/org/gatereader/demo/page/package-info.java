/**
 * The demo's page: an HTTP server on loopback that shows the phone, the gate, the camera's view,
 * the journal and the latencies of the real daemon.
 *
 * <p>Its event stream carries no claim and no payload. The phone's screen and the camera's view are
 * pictures of their own addresses.
 */
@NullMarked
package org.gatereader.demo.page;

import org.jspecify.annotations.NullMarked;
