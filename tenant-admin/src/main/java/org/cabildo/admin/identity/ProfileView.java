package org.cabildo.admin.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Notes;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Quiet;
import org.cabildo.admin.frame.Under;
import org.cabildo.admin.words.Language;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.OfficeSessions;
import org.cabildo.identity.Officer;
import org.cabildo.identity.People;
import org.cabildo.identity.Place;
import org.cabildo.identity.Profiles;

/** What a person says of themselves, where they work, and where they are signed in. */
@Route(value = "perfil", layout = OfficeLayout.class)
@PermitAll
class ProfileView extends Page {

    private final transient Profiles profiles;
    final TextField name;
    final Select<Locale> language = new Select<>();
    final Button save = new Button(Words.of("save"));

    ProfileView(Profiles profiles, People people, OfficeSessions sessions) {
        super(Words.of("nav.profile"));
        this.profiles = profiles;
        lead(Words.of("profile.lead"));
        var me = Officer.current();
        var mine = profiles.of(me.person());
        name = Fields.line(Words.of("profile.name"), mine.name(), 120);
        name.setHelperText(Words.of("profile.name.hint"));
        language.setLabel(Words.of("profile.language"));
        language.setHelperText(Words.of("profile.language.hint"));
        language.setItems(Words.SPANISH, Locale.ENGLISH);
        language.setItemLabelGenerator(one -> one.equals(Locale.ENGLISH) ? "English" : "Español");
        language.setValue(Words.language().getLanguage().equals("en") ? Locale.ENGLISH : Words.SPANISH);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> save());
        var form = new Div(name, language, email(mine.email()));
        form.addClassName("form");
        add(form, new Div(save), new H2(Words.of("home.places")), places(me, people.placesOf(me.person())));
        add(new SessionList(sessions));
    }

    /** Nothing to be typed, so it stands there as it is, however long. */
    private static Component email(String address) {
        var hint = new Under(Words.of("profile.email.hint"));
        var facts = new DescriptionList();
        facts.add(
                new DescriptionList.Term(Words.of("profile.email")),
                new DescriptionList.Description(new Span(address), hint));
        facts.addClassNames("facts", "whole");
        return facts;
    }

    private void save() {
        var attempt = Attempt.to(() -> {
                    profiles.rename(name.getValue());
                    profiles.speak(language.getValue());
                })
                .at(name, "identity.name");
        if (!attempt.succeeds()) {
            return;
        }
        if (language.getValue().getLanguage().equals(Words.language().getLanguage())) {
            Notes.done(Words.of("profile.saved"));
        } else {
            Language.choose(language.getValue());
        }
    }

    private static Component places(Officer me, List<Place> places) {
        if (places.isEmpty() && me.coordinator()) {
            var nation = new UnorderedList(new ListItem(new Anchor("/nacional", Words.of("coordinator"))));
            nation.addClassName("plain-list");
            return nation;
        }
        if (places.isEmpty()) {
            var none = new Quiet(Words.of("profile.places.none"));
            return none;
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        places.forEach(place -> {
            var link = new Anchor("/t/" + place.slug(), place.name());
            link.setRouterIgnore(true);
            list.add(new ListItem(link, new Paragraph(as(place))));
        });
        return list;
    }

    private static String as(Place place) {
        var roles = Words.ofRoles(place.roles());
        return place.onBehalfOfId().equals(place.tenant()) ? roles : Words.of("behalf", roles, place.onBehalfOf());
    }
}
