package org.cabildo.admin.consortium;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.OfficeLayout;
import org.cabildo.admin.frame.Page;
import org.cabildo.admin.frame.Portals;
import org.cabildo.admin.frame.Several;
import org.cabildo.admin.frame.Sheet;
import org.cabildo.admin.words.Words;
import org.cabildo.consortium.Consortia;
import org.cabildo.consortium.published.Membership;
import org.cabildo.identity.Officer;
import org.cabildo.kernel.Slug;
import org.cabildo.kernel.Texts;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantId;
import org.cabildo.tenancy.TenantKind;
import org.cabildo.tenancy.Tenants;

/** The consortia there are, and how a new one is formed. */
@Route(value = "nacional/consorcios", layout = OfficeLayout.class)
@PermitAll
class ConsortiaView extends Page {

    private final transient Consortia consortia;
    private final transient Tenants tenants;
    private final transient Portals portals;
    private String suggested = "";
    final Button form = new Button(Words.of("consortia.form"));
    final TextField name = Fields.line(Words.of("consortia.name"), "", 120);
    final TextField slug = Fields.line(Words.of("preview.slug"), "", 40);
    final MultiSelectComboBox<Tenant> members =
            Several.speaking(new MultiSelectComboBox<>(Words.of("consortia.members")));

    ConsortiaView(Consortia consortia, Membership membership, Tenants tenants, Portals portals) {
        super(Words.of("nav.consortia"));
        Officer.current().requireNationalCoordinator();
        this.consortia = consortia;
        this.tenants = tenants;
        this.portals = portals;
        lead(Words.of("consortia.lead"));
        form.addThemeVariants(ButtonVariant.PRIMARY);
        form.addClickListener(_ -> ask());
        actions(form);
        prepare();
        var list = new UnorderedList();
        list.addClassName("wide-cards");
        var candidates = candidates();
        tenants.all().stream()
                .filter(tenant -> tenant.kind() == TenantKind.CONSORTIUM)
                .forEach(tenant -> list.add(new ListItem(
                        new ConsortiumCard(consortia, tenant, membership.ruleOf(tenant.id()), candidates, portals))));
        add(list.getComponentCount() == 0 ? new Paragraph(Words.of("consortia.none")) : list);
    }

    private List<Tenant> candidates() {
        return tenants.all().stream()
                .filter(tenant -> tenant.active()
                        && (tenant.kind() == TenantKind.MUNICIPALITY
                                || tenant.kind() == TenantKind.REGIONAL_GOVERNMENT))
                .toList();
    }

    private void prepare() {
        name.setRequiredIndicatorVisible(true);
        slug.setRequiredIndicatorVisible(true);
        slug.setHelperText(Words.of("consortia.slug.hint"));
        name.addValueChangeListener(event -> {
            if (slug.getValue().equals(suggested)) {
                suggested = Slug.from(event.getValue());
                slug.setValue(suggested);
            }
        });
        members.setRequiredIndicatorVisible(true);
        members.setHelperText(Words.of("consortia.members.hint"));
        members.setItemLabelGenerator(
                tenant -> tenant.synthetic() ? tenant.name() + " · " + Words.of("synthetic") : tenant.name());
        members.setItems((tenant, typed) -> Texts.plain(tenant.name()).contains(Texts.plain(typed)), candidates());
    }

    private void ask() {
        name.clear();
        slug.clear();
        members.clear();
        open();
    }

    /** With what was typed before, if anything was. */
    private void open() {
        Sheet.titled(Words.of("consortia.form"))
                .wide(name, slug, members)
                .taking(
                        Words.of("consortia.form"),
                        () -> Attempt.to(() -> consortia.judge(name.getValue(), slug.getValue(), chosen()))
                                .needing(name, slug)
                                .needing(members)
                                .at(name, "consortium.name")
                                .at(slug, "slug.")
                                .at(members, "consortium.member"),
                        this::confirm)
                .open();
    }

    /** Says what will follow before it does; whoever thinks better of it finds all as it was typed. */
    private void confirm() {
        var invited = members.getValue().stream().map(Tenant::name).sorted().collect(Collectors.joining(", "));
        var address = portals.address(slug.getValue().strip());
        var question = new ConfirmDialog(
                Words.of("consortia.form.ask", name.getValue().strip()),
                Words.of("consortia.form.text", address, invited),
                Words.of("consortia.form"),
                _ -> form());
        question.setCancelable(true);
        question.setCancelText(Words.of("consortia.form.back"));
        question.setCancelButtonTheme(""); // as in every other dialog
        question.addCancelListener(_ -> open());
        question.open();
    }

    private void form() {
        boolean formed = Attempt.to(() -> {
                    var ordered = consortia.form(name.getValue(), slug.getValue(), chosen());
                    UI.getCurrent().navigate("nacional/ordenes/" + ordered.batch());
                })
                .succeeds();
        if (!formed) {
            open();
        }
    }

    private Set<TenantId> chosen() {
        return members.getValue().stream().map(Tenant::id).collect(Collectors.toSet());
    }
}
