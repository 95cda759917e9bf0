package org.cabildo.identity;

import java.util.List;

/** Another room's reason for a person to work in a tenant, such as a member's officers in a consortium. */
public interface PlaceSource {

    /** The places a person has by this reason. Called in the platform's scope. */
    List<Place> placesOf(PersonId person);
}
