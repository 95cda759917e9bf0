package org.cabildo.admin.frame;

/** A page that tells the notices itself, so that the frame does not say them twice. */
public interface TellsNotices {}
