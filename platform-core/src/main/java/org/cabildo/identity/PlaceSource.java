package org.cabildo.identity;

import java.util.List;
import org.cabildo.tenancy.TenantId;

/** Another room's reason for a person to work in a tenant, such as a member's officers in a consortium. */
public interface PlaceSource {

    /** The places a person has by this reason. Called in the platform's scope. */
    List<Place> placesOf(PersonId person);

    /** The people who work in a tenant by this reason, each once. Called in the platform's scope. */
    List<Roster.Line> peopleIn(TenantId tenant);
}
