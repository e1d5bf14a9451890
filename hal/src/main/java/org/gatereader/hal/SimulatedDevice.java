package org.gatereader.hal;

/**
 * A driver with no hardware behind it. A type and not a flag: demo trust, whose keys everybody
 * holds, loads only where every driver is one of these, and no setting can make a real driver say
 * so.
 */
public interface SimulatedDevice extends Device {}
