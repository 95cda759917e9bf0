package org.cabildo.notice;

/** How much a notice matters, the least first. */
public enum Severity {
    INFORMATION,
    WARNING,
    URGENT
}
