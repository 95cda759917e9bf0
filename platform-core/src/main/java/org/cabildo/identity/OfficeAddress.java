package org.cabildo.identity;

import org.springframework.stereotype.Component;

/** Where the back office answers, for letters that lead there. */
@Component
public class OfficeAddress {

    private final InvitationSettings settings;

    OfficeAddress(InvitationSettings settings) {
        this.settings = settings;
    }

    /**
     * The address of a page of a tenant's workspace.
     *
     * @param slug the tenant's
     * @param path of the page within the workspace, without a slash at its beginning
     */
    public String of(String slug, String path) {
        return "%s/t/%s/%s".formatted(settings.office(), slug, path);
    }
}
