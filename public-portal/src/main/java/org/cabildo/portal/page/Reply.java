package org.cabildo.portal.page;

/** What a controller replies: the page that was asked for, or where it is. */
public sealed interface Reply permits Answer, Elsewhere {}
