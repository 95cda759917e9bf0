package org.cabildo.file.storage;

import org.cabildo.tenancy.TenantId;

/**
 * Where the bytes of a file lie. The tenant is part of it: equal files of two tenants lie apart.
 *
 * @param sha256 64 hexadecimal digits; whoever makes a place has checked them
 */
public record Place(TenantId tenant, String sha256) {

    /** The path within a folder or a bucket. */
    String path() {
        return folder() + "/" + sha256;
    }

    /** The part of the path before the last slash. */
    String folder() {
        return tenant + "/" + sha256.substring(0, 2);
    }
}
