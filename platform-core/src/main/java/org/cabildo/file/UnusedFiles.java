package org.cabildo.file;

import java.time.Clock;
import org.cabildo.file.storage.Place;
import org.cabildo.file.storage.Storage;
import org.cabildo.tenancy.TenantScope;
import org.springframework.stereotype.Service;

/** Forgets the files of the tenant in scope that were put in and never used. */
@Service
public class UnusedFiles {

    private final FileCatalogue catalogue;
    private final Storage storage;
    private final FileSettings settings;
    private final Clock clock;

    UnusedFiles(FileCatalogue catalogue, Storage storage, FileSettings settings, Clock clock) {
        this.catalogue = catalogue;
        this.storage = storage;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets them, each in a transaction of its own. @return how many */
    public int forget() {
        var before = clock.instant().minus(settings.unused());
        var tenant = TenantScope.tenant();
        int count = 0;
        while (catalogue.forgetOne(before, id -> storage.forget(new Place(tenant, id.sha256())))) {
            count++;
        }
        return count;
    }
}
