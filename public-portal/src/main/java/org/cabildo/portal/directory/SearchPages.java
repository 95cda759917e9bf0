package org.cabildo.portal.directory;

import org.cabildo.kernel.Unknown;
import org.cabildo.portal.door.Visit;
import org.cabildo.portal.page.Answer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All that a search of the nation found, where its first page names the nearest. */
@Controller
class SearchPages {

    private final DirectoryPages directory;

    SearchPages(DirectoryPages directory) {
        this.directory = directory;
    }

    @GetMapping(DirectoryPages.AWAITED_PAGE)
    Answer awaited(Visit visit) {
        return directory.awaited(searching(visit));
    }

    @GetMapping(DirectoryPages.PROMISES_PAGE)
    Answer promises(Visit visit) {
        return directory.promises(searching(visit));
    }

    /** @throws Unknown on a tenant's portal, and where nothing is looked for */
    private static Visit searching(Visit visit) {
        if (!visit.isNation() || visit.search().isEmpty()) {
            throw new Unknown("page", visit.path());
        }
        return visit;
    }
}
