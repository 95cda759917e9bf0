package org.cabildo.admin.identity;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Locale;
import java.util.Set;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.Role;

/** Asks whom to invite, as what and in which language. */
record InviteSheet(Invitations invitations) {

    /** @param then told the address once the invitation is written */
    void open(SerializableConsumer<String> then) {
        var address = new EmailField(Words.of("people.email"));
        address.setRequiredIndicatorVisible(true);
        address.setMaxLength(254); // RFC 5321
        address.setHelperText(Words.of("people.email.hint"));
        TextField called = Fields.line(Words.of("people.name"), "", 120);
        called.setHelperText(Words.of("people.name.hint"));
        var language = new Select<Locale>();
        language.setLabel(Words.of("people.language"));
        language.setItems(Words.SPANISH, Locale.ENGLISH);
        language.setItemLabelGenerator(one -> one.equals(Locale.ENGLISH) ? "English" : "Español");
        language.setValue(Words.SPANISH);
        var roles = new RoleField(Set.of(Role.EDITOR));
        Sheet.titled(Words.of("people.invite"))
                .with(address, called, language)
                .wide(roles)
                .taking(
                        Words.of("people.invite.send"),
                        () -> Attempt.to(() -> invitations.invite(new Invitations.Draft(
                                        address.getValue(), called.getValue(), roles.getValue(), language.getValue())))
                                .needing(address)
                                .needing(roles)
                                .at(
                                        address,
                                        "identity.address",
                                        "identity.invitation.member",
                                        "identity.invitation.twice")
                                .at(roles, "identity.invitation.role"),
                        () -> then.accept(address.getValue()))
                .open();
    }
}
