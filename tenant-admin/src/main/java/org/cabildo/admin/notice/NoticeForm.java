package org.cabildo.admin.notice;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cabildo.admin.frame.Attempt;
import org.cabildo.admin.frame.DayField;
import org.cabildo.admin.frame.Fields;
import org.cabildo.admin.frame.NoticeBanner;
import org.cabildo.admin.frame.Several;
import org.cabildo.admin.words.Words;
import org.cabildo.calendar.Region;
import org.cabildo.kernel.Refused;
import org.cabildo.notice.Audience;
import org.cabildo.notice.NoticeDraft;
import org.cabildo.notice.Severity;
import org.cabildo.tenancy.Tenant;
import org.cabildo.tenancy.TenantKind;

/** Asks what a notice says, to whom and how long, and shows how it will look. */
class NoticeForm {

    enum To {
        ALL,
        KINDS,
        REGIONS,
        CHOSEN
    }

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_TEXT = 2_000;
    final TextField title = Fields.line(Words.of("notices.title"), "", LONGEST_TITLE);
    final TextArea text = Fields.text(Words.of("notices.text"), Words.of("notices.text.hint"), "", LONGEST_TEXT);
    final TextField englishTitle = Fields.line(Words.of("notices.title.en"), "", LONGEST_TITLE);
    final TextArea englishText =
            Fields.text(Words.of("notices.text.en"), Words.of("notices.text.en.hint"), "", LONGEST_TEXT);
    final Select<Severity> severity =
            Fields.choice(Words.of("notices.severity"), List.of(Severity.values()), Severity.INFORMATION);
    final DayField startDay;
    final TimePicker startTime;
    final DayField endDay;
    final TimePicker endTime;
    final Select<To> to = new Select<>();
    final MultiSelectComboBox<TenantKind> kinds =
            Several.speaking(new MultiSelectComboBox<>(Words.of("notices.kinds")));
    final MultiSelectComboBox<Region> regions =
            Several.speaking(new MultiSelectComboBox<>(Words.of("notices.regions")));
    final MultiSelectComboBox<Tenant> tenants =
            Several.speaking(new MultiSelectComboBox<>(Words.of("notices.tenants")));
    final Div preview = new Div();
    final Button look = new Button(Words.of("notices.look"), _ -> look());

    NoticeForm(List<Region> allRegions, List<Tenant> allTenants, Clock clock) {
        var now = clock.instant().atZone(NoticesView.CAPITAL);
        title.setRequiredIndicatorVisible(true);
        text.setRequiredIndicatorVisible(true);
        startDay = Fields.day(Words.of("notices.start.day"), now.toLocalDate());
        endDay = Fields.day(Words.of("notices.end.day"), now.toLocalDate().plusDays(7));
        endDay.endsWhatBegins(startDay);
        startTime = time("notices.start.time", LocalTime.MIN);
        endTime = time("notices.end.time", LocalTime.of(18, 0));
        to.setLabel(Words.of("notices.audience"));
        to.setItems(To.values());
        to.setValue(To.ALL);
        to.setItemLabelGenerator(one -> Words.of("notices.audience." + one.name()));
        to.addValueChangeListener(_ -> choose());
        kinds.setItems(TenantKind.values());
        kinds.setItemLabelGenerator(Words::of);
        regions.setItems(allRegions);
        regions.setItemLabelGenerator(Region::name);
        tenants.setItems(allTenants);
        tenants.setItemLabelGenerator(Tenant::name);
        preview.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", Words.of("notices.preview"))
                .setAttribute("tabindex", "-1"); // it is led to, and not met on the way
        choose();
    }

    private static TimePicker time(String label, LocalTime value) {
        var time = new TimePicker(Words.of(label));
        time.setLocale(Locale.UK); // 24 hours, as times are written everywhere here
        time.setStep(Duration.ofMinutes(30));
        time.setHelperText(Words.of("notices.zone"));
        time.setValue(value);
        return time;
    }

    /** Begins with what was said before. */
    void fill(NoticeDraft said) {
        title.setValue(said.title());
        text.setValue(said.text());
        englishTitle.setValue(said.englishTitle());
        englishText.setValue(said.englishText());
        severity.setValue(said.severity());
        startDay.setValue(said.startsAt().atZone(NoticesView.CAPITAL).toLocalDate());
        startTime.setValue(said.startsAt().atZone(NoticesView.CAPITAL).toLocalTime());
        endDay.setValue(said.endsAt().atZone(NoticesView.CAPITAL).toLocalDate());
        endTime.setValue(said.endsAt().atZone(NoticesView.CAPITAL).toLocalTime());
        switch (said.audience()) {
            case Audience.All() -> to.setValue(To.ALL);
            case Audience.Kinds(var chosen) -> {
                to.setValue(To.KINDS);
                kinds.setValue(chosen);
            }
            case Audience.Regions(var codes) -> {
                to.setValue(To.REGIONS);
                regions.setValue(regions.getListDataView()
                        .getItems()
                        .filter(one -> codes.contains(one.code()))
                        .collect(Collectors.toSet()));
            }
            case Audience.Chosen(var ids) -> {
                to.setValue(To.CHOSEN);
                tenants.setValue(tenants.getListDataView()
                        .getItems()
                        .filter(one -> ids.contains(one.id()))
                        .collect(Collectors.toSet()));
            }
        }
        choose();
    }

    private void choose() {
        kinds.setVisible(to.getValue() == To.KINDS);
        regions.setVisible(to.getValue() == To.REGIONS);
        tenants.setVisible(to.getValue() == To.CHOSEN);
    }

    private void look() {
        boolean sound = placed(Attempt.to(() -> {
                    var shown = NoticeBanner.of(said());
                    preview.removeAll();
                    preview.add(shown);
                }))
                .succeeds();
        if (sound) {
            preview.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus({preventScroll: true})");
        }
    }

    Attempt placed(Attempt attempt) {
        return attempt.needing(title, text)
                .at(title, "notice.title")
                .at(text, "notice.text")
                .at(englishTitle, "notice.english")
                .at(startDay, "period.start")
                .at(endDay, "period.end", "notice.period")
                .at(chosen(), "notice.audience");
    }

    private MultiSelectComboBox<?> chosen() {
        return switch (to.getValue()) {
            case ALL, KINDS -> kinds;
            case REGIONS -> regions;
            case CHOSEN -> tenants;
        };
    }

    NoticeDraft said() {
        return new NoticeDraft(
                title.getValue(),
                text.getValue(),
                englishTitle.getValue(),
                englishText.getValue(),
                severity.getValue(),
                moment(startDay, startTime, "period.start.missing", "Give the first day."),
                moment(endDay, endTime, "period.end.missing", "Give the last day."),
                audience());
    }

    private static Instant moment(DayField day, TimePicker time, String code, String sentence) {
        var on = day.day();
        if (on == null) {
            throw new Refused(code, sentence);
        }
        LocalTime at = time.getValue();
        return on.atTime(at == null ? LocalTime.MIN : at)
                .atZone(NoticesView.CAPITAL)
                .toInstant();
    }

    private Audience audience() {
        return switch (to.getValue()) {
            case ALL -> new Audience.All();
            case KINDS -> new Audience.Kinds(new HashSet<>(kinds.getValue()));
            case REGIONS ->
                new Audience.Regions(
                        regions.getValue().stream().map(Region::code).collect(Collectors.toSet()));
            case CHOSEN ->
                new Audience.Chosen(tenants.getValue().stream().map(Tenant::id).collect(Collectors.toSet()));
        };
    }
}
