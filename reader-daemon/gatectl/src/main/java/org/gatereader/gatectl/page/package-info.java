/**
 * The technician's and the admin's page, served on loopback by {@code gatectl page} for as long as
 * it runs, with no more rights than whoever started it. The daemon serves none of this.
 */
package org.gatereader.gatectl.page;
