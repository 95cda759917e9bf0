package org.cabildo.admin.ledger;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.cabildo.admin.frame.Here;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.People;
import org.cabildo.identity.PersonId;
import org.cabildo.kernel.Unknown;
import org.cabildo.ledger.History;

/** What was done to a person's rights; only administrators see it. */
@Route(value = "t/:tenant/personas/:person/historia", layout = OfficeLayout.class)
@PermitAll
class PersonHistoryView extends HistoryPage {

    private final transient People people;
    private final transient History history;

    PersonHistoryView(People people, History history, Here here) {
        super(here);
        this.people = people;
        this.history = history;
    }

    @Override
    Shown read(RouteParameters parameters) {
        var colleagues = people.colleagues(); // whoever may not see them learns of none
        var person = new PersonId(id(parameters, "person"));
        var colleague = colleagues.stream()
                .filter(one -> one.id().equals(person))
                .findFirst()
                .orElseThrow(() -> new Unknown("person", person));
        return new Shown(colleague.name(), "personas", Words.of("nav.people"), history.of(person), Map.of());
    }
}
